import { MAX_NUMBER_LENGTH, parseDecimal } from './decimals';
import { fail } from './fail';

/** Makes values out of parsed pieces; numbers are Integer, Long or Decimal as `JSON.deserializeUntyped` gives them. */
export interface JsonBuilder {
  object(entries: [string, unknown][]): unknown;
  array(items: unknown[]): unknown;
}

/** Plain JavaScript objects and arrays; numbers stay exact (number, bigint or Decimal). */
const plainBuilder: JsonBuilder = {
  object(entries) {
    const object = Object.create(null) as Record<string, unknown>;
    for (const [key, value] of entries) object[key] = value;
    return object;
  },
  array: (items) => items,
};

/**
 * Objects and arrays that may stand inside each other: what Jackson, the parser behind the platform's messages, allows
 * (StreamReadConstraints, DEFAULT_MAX_DEPTH). The platform's own number is not documented.
 */
export const MAX_JSON_DEPTH = 1000;

/**
 * Parses JSON text as the platform does: what follows the first value is ignored (aer's changelog). Errors are
 * System.JSONException with line and column.
 */
export function parseJson(text: string, builder: JsonBuilder = plainBuilder): unknown {
  const value = BY_THE_READER.test(text) ? undefined : parsedByEngine(text);
  if (value === undefined || isDeeper(value, MAX_JSON_DEPTH)) return new JsonReader(text, builder).read();
  return builder === plainBuilder ? value : builtOf(value, builder);
}

/**
 * What the engine's own parser, many times as fast, reads otherwise than the platform: numbers that a double may not hold or that keep their scale, and
 * keys whose order it changes or that mean something to it. It may be found within a text, too: then the slow reader reads what the fast one could have.
 */
const BY_THE_READER = /(?:^|[:,[\s])(?:-0|-?\d+[.eE]|-?\d{10})|"(?:\d+|__proto__)"\s*:|\\u/;

/** Undefined where it is no JSON, or more than one: the reader says where, or reads the first. */
function parsedByEngine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((one) => isDeeper(one, levels - 1));
  for (const key in value) if (isDeeper((value as Record<string, unknown>)[key], levels - 1)) return true;
  return false;
}

function builtOf(value: unknown, builder: JsonBuilder): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = builtOf(value[i], builder);
    return builder.array(value);
  }
  const entries = Object.entries(value);
  for (const entry of entries) entry[1] = builtOf(entry[1], builder);
  return builder.object(entries);
}

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const WORDS: ReadonlyMap<string, readonly [word: string, value: boolean | null]> = new Map([
  ['t', ['true', true]],
  ['f', ['false', false]],
  ['n', ['null', null]],
]);

/** What stands for itself in a string: no quote, no backslash, no control character. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
const QUOTE = 34;
const BACKSLASH = 92;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

class JsonReader {
  private at = 0;
  private depth = 0;
  private readonly text: string;
  private readonly builder: JsonBuilder;

  constructor(text: string, builder: JsonBuilder) {
    this.text = text;
    this.builder = builder;
  }

  read(): unknown {
    this.space();
    if (this.at >= this.text.length) fail('System.JSONException', 'No content to map to Object due to end of input');
    return this.value();
  }

  private space(): void {
    for (let code = this.text.charCodeAt(this.at); isSpace(code); code = this.text.charCodeAt(this.at)) this.at++;
  }

  private error(expected: string): never {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    const place = `[line:${line}, column:${this.at - before.lastIndexOf('\n')}]`;
    const c = this.text[this.at];
    if (c === undefined) return fail('System.JSONException', `Unexpected end-of-input: ${expected} at ${place}`);
    return fail('System.JSONException', `Unexpected character ('${c}' (code ${c.charCodeAt(0)})): ${expected} at ${place}`);
  }

  private value(): unknown {
    this.space();
    const c = this.text[this.at];
    if (c === '{' || c === '[') return this.nested(c);
    if (c === '"') return this.string();
    const [word = '', value] = WORDS.get(c ?? '') ?? [];
    if (word === '' || !this.text.startsWith(word, this.at)) return this.number();
    this.at += word.length;
    return value;
  }

  private nested(opening: '{' | '['): unknown {
    if (++this.depth > MAX_JSON_DEPTH) {
      fail('System.JSONException', `Document nesting depth (${this.depth}) exceeds the maximum allowed (${MAX_JSON_DEPTH})`);
    }
    const value = opening === '{' ? this.object() : this.array();
    this.depth--;
    return value;
  }

  private number(): unknown {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text);
    if (!found) return this.error("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    if (found[0].length > MAX_NUMBER_LENGTH) {
      fail('System.JSONException', `Number length (${found[0].length}) exceeds the maximum length (${MAX_NUMBER_LENGTH})`);
    }
    this.at = NUMBER.lastIndex;
    return jsonNumber(found[0]);
  }

  private string(): string {
    const start = this.at;
    const end = this.endOfString();
    if (end < 0) return this.error('was expecting closing quote for a string value');
    this.at = end + 1;
    const body = this.text.slice(start + 1, end);
    if (!body.includes('\\')) return body;
    try {
      return JSON.parse(`"${body}"`) as string;
    } catch {
      return this.error('Unrecognized character escape');
    }
  }

  /** Offset of the closing quote; -1 when there is none before the end or a raw control character, which JSON forbids. */
  private endOfString(): number {
    for (let at = this.at + 1; at < this.text.length; at += 2) {
      PLAIN.lastIndex = at;
      PLAIN.test(this.text);
      at = PLAIN.lastIndex;
      const code = this.text.charCodeAt(at);
      if (code !== BACKSLASH) return code === QUOTE ? at : -1;
    }
    return -1;
  }

  private object(): unknown {
    const entries: [string, unknown][] = [];
    this.at++;
    this.space();
    if (this.text[this.at] === '}') {
      this.at++;
      return this.builder.object(entries);
    }
    for (;;) {
      this.space();
      if (this.text[this.at] !== '"') this.error('was expecting double-quote to start field name');
      const key = this.string();
      this.space();
      if (this.text[this.at] !== ':') this.error('was expecting a colon to separate field name and value');
      this.at++;
      entries.push([key, this.value()]);
      this.space();
      const next = this.text[this.at];
      if (next !== ',' && next !== '}') this.error('was expecting comma to separate OBJECT entries');
      this.at++;
      if (next === '}') return this.builder.object(entries);
    }
  }

  private array(): unknown {
    const items: unknown[] = [];
    this.at++;
    this.space();
    if (this.text[this.at] === ']') {
      this.at++;
      return this.builder.array(items);
    }
    for (;;) {
      items.push(this.value());
      this.space();
      const next = this.text[this.at];
      if (next !== ',' && next !== ']') this.error('was expecting comma to separate ARRAY entries');
      this.at++;
      if (next === ']') return this.builder.array(items);
    }
  }
}

/** Integer where it fits, else Long, else Decimal; fractions and exponents are Decimals. */
function jsonNumber(text: string): unknown {
  if (/[.eE]/.test(text)) return parseDecimal(text);
  if (text.length < 10) return Number(text) + 0;
  const whole = BigInt(text);
  if (whole >= -2147483648n && whole <= 2147483647n) return Number(whole);
  return whole >= -(2n ** 63n) && whole < 2n ** 63n ? whole : parseDecimal(text);
}
