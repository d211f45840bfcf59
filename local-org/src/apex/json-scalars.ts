import { ApexList, ApexMap } from '../kernel/collections';
import { parseDecimal, strip, toDecimal, wholePart } from '../kernel/decimals';
import { decimalFromDouble } from '../kernel/equality';
import { fail } from '../kernel/fail';
import { RuntimeType } from '../kernel/types';
import { ApexDate, ApexDatetime, ApexTime, Decimal } from '../kernel/values';

export const bad = (message: string): never => fail('System.JSONException', message);

/** Numbers of JSON.parse, the exact ones of kernel/json-parse, and text that is a number. */
export function decimalOf(json: unknown): Decimal | null {
  if (typeof json === 'number') return decimalFromDouble(json);
  if (typeof json === 'bigint' || json instanceof Decimal) return toDecimal(json);
  return typeof json === 'string' ? parseDecimal(json.trim()) : null;
}

export function wholeOf(json: unknown): bigint | null {
  if (typeof json === 'number') return Number.isInteger(json) ? BigInt(json) : null;
  const exact = decimalOf(json);
  return exact === null || strip(exact).scale > 0 ? null : wholePart(exact);
}

/** Numbers become Integer, Long or Decimal as they fit. */
export function untyped(json: unknown): unknown {
  if (json === null || json === undefined) return null;
  if (typeof json === 'number') {
    if (!Number.isInteger(json)) return decimalFromDouble(json);
    return (json | 0) === json ? json : BigInt(json);
  }
  if (Array.isArray(json)) return ApexList.ofType('Object', json.map(untyped));
  if (typeof json !== 'object' || json instanceof Decimal) return json;
  const map = new ApexMap(RuntimeType.parse('Map<String,Object>'));
  for (const [key, value] of Object.entries(json)) map.entries.set(key, [key, untyped(value)]);
  return map;
}

export function readDate(json: unknown, at: string): ApexDate {
  const match = typeof json === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(json) : null;
  const ms = match ? Date.parse(`${match[1]}T00:00:00Z`) : NaN;
  return Number.isNaN(ms) ? bad(`Invalid date${at ? ` (${at})` : ''}: ${String(json)}`) : new ApexDate(ms / 86_400_000);
}

export function readDatetime(json: unknown, at: string): ApexDatetime {
  const text = typeof json === 'string' ? json.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : '';
  const ms = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`) : NaN;
  return Number.isNaN(ms) ? bad(`Invalid date/time${at ? ` (${at})` : ''}: ${String(json)}`) : new ApexDatetime(ms);
}

export function readTime(json: unknown, at: string): ApexTime {
  const match = typeof json === 'string' ? /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?$/.exec(json) : null;
  if (!match) return bad(`Invalid time${at ? ` (${at})` : ''}: ${String(json)}`);
  const [, h, m, s, ms = '0'] = match;
  return new ApexTime(Number(h) * 3_600_000 + Number(m) * 60_000 + Number(s) * 1000 + Number(ms.padEnd(3, '0')));
}
