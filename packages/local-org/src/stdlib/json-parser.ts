import { enumConstant } from '../kernel/enums';
import { isNumber } from '../kernel/equality';
import { fail, need } from '../kernel/fail';
import { parseJson } from '../kernel/json-parse';
import { NativeObject } from '../kernel/natives';
import { toText } from '../kernel/text';
import type { RuntimeType } from '../kernel/types';
import type { ApexEnumValue } from '../kernel/values';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

interface Token {
  readonly kind: string;
  /** Field name, scalar value, or null for brackets. */
  readonly value: unknown;
  /** Name of the field that the token belongs to. */
  readonly name: string | null;
  /** The whole value that starts here. */
  readonly tree: unknown;
  /** Index of the matching end for a start token. */
  end: number;
}

/** Tokens of a parsed value, in reading order. */
function tokensOf(value: unknown, name: string | null, out: Token[]): Token[] {
  if (Array.isArray(value)) {
    const start = push(out, 'START_ARRAY', null, name, value);
    for (const item of value) tokensOf(item, null, out);
    start.end = out.length;
    push(out, 'END_ARRAY', null, name, null);
  } else if (typeof value === 'object' && value !== null && !isNumber(value)) {
    const start = push(out, 'START_OBJECT', null, name, value);
    for (const [key, member] of Object.entries(value)) {
      push(out, 'FIELD_NAME', key, key, null);
      tokensOf(member, key, out);
    }
    start.end = out.length;
    push(out, 'END_OBJECT', null, name, null);
  } else push(out, scalarKind(value), value, name, value);
  return out;
}

function push(out: Token[], kind: string, value: unknown, name: string | null, tree: unknown): Token {
  const token: Token = { kind, value, name, tree, end: out.length };
  out.push(token);
  return token;
}

function scalarKind(value: unknown): string {
  if (value === null) return 'VALUE_NULL';
  if (typeof value === 'string') return 'VALUE_STRING';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  return typeof value === 'object' ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT';
}

class JsonParser extends NativeObject {
  override readonly apexType = 'System.JSONParser';
  readonly tokens: readonly Token[];
  at = -1;
  cleared: Token | null = null;
  isCleared = false;

  constructor(text: string) {
    super();
    this.tokens = tokensOf(parseJson(text), null, []);
  }
  get current(): Token | null {
    return this.isCleared ? null : (this.tokens[this.at] ?? null);
  }
  next(): ApexEnumValue | null {
    this.isCleared = false;
    if (this.at < this.tokens.length) this.at++;
    return kindOf(this.current);
  }
}

const kindOf = (token: Token | null): ApexEnumValue | null => (token ? enumConstant('System.JSONToken', token.kind) : null);

const TYPES: Readonly<Record<string, string>> = {
  Blob: 'Blob', Boolean: 'Boolean', DateTime: 'Datetime', Date: 'Date', Decimal: 'Decimal', Double: 'Double', Id: 'Id', Integer: 'Integer', Long: 'Long', Time: 'Time',
}; // prettier-ignore

/** `JSON.createParser` and what it gives. The text is parsed at once, so errors come before the first token. */
export function parserMembers(ports: StdlibPorts): Theme {
  const readAs = (parser: JsonParser, type: RuntimeType, strict: boolean): unknown => {
    if (parser.current?.kind === 'FIELD_NAME') parser.next();
    const token = parser.current ?? fail('System.JSONException', 'No content to map to Object due to end of input');
    parser.at = token.end;
    return ports.program().fromJson(token.tree, need(type).text, strict);
  };
  const typed = Object.entries(TYPES).map(([name, type]) =>
    members('System.JSONParser', {
      [`get${name}Value/0`]: (parser: JsonParser) => ports.program().fromJson(parser.current?.value ?? null, type),
    }),
  );
  return merge(
    members('System.JSON', { 'createParser/1': (text: string) => new JsonParser(need(text)) }),
    ...typed,
    members('System.JSONParser', {
      'nextToken/0': (parser: JsonParser) => parser.next(),
      'nextValue/0': (parser: JsonParser) => {
        const token = parser.next();
        return token?.name === 'FIELD_NAME' ? parser.next() : token;
      },
      'getCurrentToken/0': (parser: JsonParser) => kindOf(parser.current),
      'hasCurrentToken/0': (parser: JsonParser) => parser.current !== null,
      'getCurrentName/0': (parser: JsonParser) => parser.current?.name ?? null,
      'getText/0': (parser: JsonParser) => {
        const token = parser.current;
        if (!token) return null;
        const brackets: Readonly<Record<string, string>> = { START_OBJECT: '{', END_OBJECT: '}', START_ARRAY: '[', END_ARRAY: ']' };
        return brackets[token.kind] ?? toText(token.value);
      },
      'skipChildren/0': (parser: JsonParser) => {
        if (parser.current) parser.at = parser.current.end;
      },
      'clearCurrentToken/0': (parser: JsonParser) => {
        parser.cleared = parser.current;
        parser.isCleared = true;
      },
      'getLastClearedToken/0': (parser: JsonParser) => kindOf(parser.cleared),
      'readValueAs/1': (parser: JsonParser, type: RuntimeType) => readAs(parser, type, false),
      'readValueAsStrict/1': (parser: JsonParser, type: RuntimeType) => readAs(parser, type, true),
    }),
  );
}
