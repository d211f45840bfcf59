import { restError, type RestError, type ValueError } from './errors';

const decoder = new TextDecoder('utf-8', { fatal: true });

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Parses a request body. Throws JSON_PARSER_ERROR with the platform's place notation, lines and columns from 1. */
export function parseJson(body: Uint8Array): Json {
  if (body.length === 0) {
    throw restError(400, 'JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
  }
  let text: string;
  try {
    text = decoder.decode(body);
  } catch {
    throw parserError('Invalid UTF-8 start byte', '', 0);
  }
  try {
    return JSON.parse(text) as Json;
  } catch {
    return new Scanner(text).fail();
  }
}

/** Parses a body that has to be a JSON object. */
export function parseJsonObject(body: Uint8Array): JsonObject {
  const value = parseJson(body);
  if (!isObject(value)) throw parserError(`Cannot deserialize request body from ${kindOf(value)}`, '', 0);
  return value;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON token names as the platform's parser reports them. */
export function kindOf(value: Json): string {
  if (value === null) return 'VALUE_NULL value null';
  if (Array.isArray(value)) return 'START_ARRAY value [';
  if (typeof value === 'object') return 'START_OBJECT value {';
  if (typeof value === 'string') return `VALUE_STRING value ${value}`;
  if (typeof value === 'number') return `VALUE_NUMBER_${Number.isInteger(value) ? 'INT' : 'FLOAT'} value ${value}`;
  return `VALUE_${value ? 'TRUE' : 'FALSE'} value ${value}`;
}

function parserError(message: string, text: string, offset: number): RestError {
  return restError(400, 'JSON_PARSER_ERROR', `${message} at ${placeOf(text, offset)}`);
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - (before.lastIndexOf('\n') + 1) + 1;
  return `[line:${line}, column:${column}]`;
}

/** Adds to a value's fault where the value stands in the body: the first entry with its key and its value. */
export function withPlace(fault: ValueError, body: Uint8Array): RestError {
  const text = Buffer.from(body).toString('utf8');
  const value = JSON.stringify(fault.value);
  const keys = new RegExp(`"${fault.field}"\\s*:\\s*`, 'gi');
  for (let match = keys.exec(text); match; match = keys.exec(text)) {
    const at = match.index + match[0].length;
    if (typeof fault.value === 'object' || text.startsWith(value, at)) {
      return restError(400, 'JSON_PARSER_ERROR', `${fault.message.replace(/^\w+: /, '')} at ${placeOf(text, at)}`);
    }
  }
  return fault;
}

/** Finds the first fault of a text that JSON.parse refused; V8's own message has neither line nor column. */
class Scanner {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  fail(): never {
    this.space();
    this.value();
    this.space();
    if (this.at < this.text.length) this.unexpected('Expected end of input');
    throw parserError('Unexpected end-of-input', this.text, this.text.length);
  }

  private space(): void {
    while (' \t\r\n'.includes(this.text[this.at] ?? '_')) this.at++;
  }

  private unexpected(expected: string): never {
    const c = this.text[this.at];
    if (c === undefined) throw parserError('Unexpected end-of-input', this.text, this.at);
    throw parserError(`Unexpected character ('${c}' (code ${c.charCodeAt(0)})): ${expected}`, this.text, this.at);
  }

  private value(): void {
    const c = this.text[this.at];
    if (c === '{') return this.object();
    if (c === '[') return this.array();
    if (c === '"') return this.string();
    const word = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)/.exec(this.text.slice(this.at, this.at + 64))?.[0];
    if (!word) this.unexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    this.at += word.length;
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
      this.value();
      this.space();
      if (this.take(']')) return;
      if (!this.take(',')) this.unexpected('was expecting comma to separate ARRAY entries');
      this.space();
    }
  }

  private string(): void {
    this.at++;
    for (;;) {
      const c = this.text[this.at];
      if (c === undefined) this.unexpected('');
      if (c === '"') break;
      if (c < ' ')
        throw parserError(
          `Illegal unquoted character ((CTRL-CHAR, code ${c.charCodeAt(0)})): has to be escaped using backslash to be included in string value`,
          this.text,
          this.at,
        );
      if (c === '\\') {
        const escape = /^\\(["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.text.slice(this.at, this.at + 6))?.[0];
        if (!escape) {
          this.at++;
          this.unexpected('unrecognized character escape');
        }
        this.at += escape.length;
      } else this.at++;
    }
    this.at++;
  }

  private take(c: string): boolean {
    if (this.text[this.at] !== c) return false;
    this.at++;
    return true;
  }
}
