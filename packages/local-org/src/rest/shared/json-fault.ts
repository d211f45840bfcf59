import { MAX_JSON_DEPTH } from '../../kernel/json-parse';
import { restError, type RestError } from './errors';

/** JSON_PARSER_ERROR with the place of an offset. */
export function failAt(message: string, text: string, offset: number): RestError {
  return restError(400, 'JSON_PARSER_ERROR', `${message} at ${placeOf(text, offset)}`);
}

/** `[line:1, column:1]`; one walk over the line ends before the offset, without a copy of the text. */
function placeOf(text: string, offset: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return `[line:${line}, column:${offset - start + 1}]`;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** The fault of a text that nests deeper than MAX_JSON_DEPTH; asked before anything walks the value. */
export function nestingFault(text: string): RestError | null {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > MAX_JSON_DEPTH)
        return failAt(`Document nesting depth (${depth}) exceeds the maximum allowed (${MAX_JSON_DEPTH})`, text, at);
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
  return null;
}

/** The first fault of a text that JSON.parse refused; V8's own message has neither line nor column. */
export function faultOf(text: string): RestError {
  const scanner = new Scanner(text);
  scanner.document();
  return failAt('Unexpected end-of-input', text, text.length);
}

const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Walks JSON text by its grammar and throws at the first character that does not fit. Its recursion is bounded by `nestingFault`. */
class Scanner {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): void {
    this.space();
    this.value();
    this.space();
    if (this.at < this.text.length) this.unexpected('Expected end of input');
  }

  private space(): void {
    while (' \t\r\n'.includes(this.text[this.at] ?? '_')) this.at++;
  }

  private unexpected(expected: string): never {
    const c = this.text[this.at];
    if (c === undefined) throw failAt('Unexpected end-of-input', this.text, this.at);
    throw failAt(`Unexpected character ('${c}' (code ${c.charCodeAt(0)})): ${expected}`, this.text, this.at);
  }

  private value(): void {
    const c = this.text[this.at];
    if (c === '{') return this.object();
    if (c === '[') return this.array();
    if (c === '"') return this.string();
    if (!this.takeMatch(WORD)) this.unexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
  }

  private object(): void {
    this.at++;
    this.space();
    if (this.take('}')) return;
    for (;;) {
      if (this.text[this.at] !== '"') this.unexpected('was expecting double-quote to start field name');
      this.string();
      this.space();
      if (!this.take(':')) this.unexpected('was expecting a colon to separate field name and value');
      this.space();
      this.value();
      this.space();
      if (this.take('}')) return;
      if (!this.take(',')) this.unexpected('was expecting comma to separate OBJECT entries');
      this.space();
    }
  }

  private array(): void {
    this.at++;
    this.space();
    if (this.take(']')) return;
    for (;;) {
      this.space();
      this.value();
      this.space();
      if (this.take(']')) return;
      if (!this.take(',')) this.unexpected('was expecting comma to separate ARRAY entries');
    }
  }

  private string(): void {
    this.at++;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (Number.isNaN(code)) this.unexpected('');
      if (code === QUOTE) break;
      if (code < 32)
        throw failAt(
          `Illegal unquoted character ((CTRL-CHAR, code ${code})): has to be escaped using backslash to be included in string value`,
          this.text,
          this.at,
        );
      if (code !== BACKSLASH) this.at++;
      else if (!this.takeMatch(ESCAPE)) {
        this.at++;
        this.unexpected('unrecognized character escape');
      }
    }
    this.at++;
  }

  private take(c: string): boolean {
    if (this.text[this.at] !== c) return false;
    this.at++;
    return true;
  }

  private takeMatch(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
}
