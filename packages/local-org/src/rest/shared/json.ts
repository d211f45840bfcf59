import { clip } from '../../kernel/text';
import { restError, type RestError, type ValueError } from './errors';
import { failAt, faultOf, nestingFault } from './json-fault';

const decoder = new TextDecoder('utf-8', { fatal: true });

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/**
 * Parses a request body. Throws JSON_PARSER_ERROR with the platform's place notation, lines and columns from 1. Of a key that
 * stands twice the last counts, as for Jackson, whose messages the platform's are.
 */
export function parseJson(body: Uint8Array): Json {
  if (body.length === 0) {
    throw restError(400, 'JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
  }
  let text: string;
  try {
    text = decoder.decode(body);
  } catch {
    throw failAt('Invalid UTF-8 start byte', '', 0);
  }
  const tooDeep = nestingFault(text);
  if (tooDeep) throw tooDeep;
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw faultOf(text);
  }
}

/** Parses a body that has to be a JSON object. */
export function parseJsonObject(body: Uint8Array): JsonObject {
  const value = parseJson(body);
  if (!isObject(value)) throw failAt(`Cannot deserialize request body from ${kindOf(value)}`, '', 0);
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
  if (typeof value === 'string') return `VALUE_STRING value ${clip(value)}`;
  if (typeof value === 'number') return `VALUE_NUMBER_${Number.isInteger(value) ? 'INT' : 'FLOAT'} value ${value}`;
  return `VALUE_${value ? 'TRUE' : 'FALSE'} value ${value}`;
}

/** Adds to a value's fault where the value stands in the body: the first entry with its key and its value. */
export function withPlace(fault: ValueError, body: Uint8Array): RestError {
  const text = Buffer.from(body).toString('utf8');
  // Lists and objects are not written again to be compared: their first character has to do.
  const value = typeof fault.value === 'object' ? (Array.isArray(fault.value) ? '[' : '{') : JSON.stringify(fault.value);
  const keys = new RegExp(`"${fault.field}"\\s*:\\s*`, 'gi');
  for (let match = keys.exec(text); match; match = keys.exec(text)) {
    const at = match.index + match[0].length;
    if (text.startsWith(value, at)) return failAt(fault.message.replace(/^\w+: /, ''), text, at);
  }
  return fault;
}
