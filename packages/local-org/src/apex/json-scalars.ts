import { ApexList, ApexMap } from '../kernel/collections';
import { parseDecimal, strip, toDecimal, wholeDigits, wholePart } from '../kernel/decimals';
import { decimalFromDouble } from '../kernel/equality';
import { fail } from '../kernel/fail';
import { parseClock, parseDay, parseInstant } from '../kernel/iso';
import { clip } from '../kernel/text';
import { RuntimeType } from '../kernel/types';
import { ApexDate, ApexDatetime, ApexTime, Decimal } from '../kernel/values';

export const bad = (message: string): never => fail('System.JSONException', message);

/** Numbers of JSON.parse, the exact ones of kernel/json-parse, and text that is a number. */
export function decimalOf(json: unknown): Decimal | null {
  if (typeof json === 'number') return Number.isFinite(json) ? decimalFromDouble(json) : null;
  if (typeof json === 'bigint' || json instanceof Decimal) return toDecimal(json);
  return typeof json === 'string' ? parseDecimal(json.trim()) : null;
}

export function wholeOf(json: unknown): bigint | null {
  if (typeof json === 'number') return Number.isInteger(json) ? BigInt(json) : null;
  const exact = decimalOf(json);
  // Longer than a Long: not written out, whatever the exponent is.
  if (exact === null || wholeDigits(exact) > 19 || strip(exact).scale > 0) return null;
  return wholePart(exact);
}

/** Numbers become Integer, Long or Decimal as they fit. */
export function untyped(json: unknown): unknown {
  if (json === null || json === undefined) return null;
  if (typeof json === 'number') {
    if (!Number.isFinite(json)) return bad('Illegal value for primitive');
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
  const match = typeof json === 'string' ? /^(.{10})(?:T.*)?$/.exec(json) : null;
  const days = match ? parseDay(match[1] ?? '') : null;
  return days === null ? bad(`Invalid date${placed(at)}: ${clip(String(json))}`) : new ApexDate(days);
}

export function readDatetime(json: unknown, at: string): ApexDatetime {
  const ms = typeof json === 'string' ? parseInstant(json) : null;
  return ms === null ? bad(`Invalid date/time${placed(at)}: ${clip(String(json))}`) : new ApexDatetime(ms);
}

export function readTime(json: unknown, at: string): ApexTime {
  const match = typeof json === 'string' ? /^(\d{2}:\d{2}:.*?)Z?$/.exec(json) : null;
  const ms = match ? parseClock(match[1] ?? '') : null;
  return ms === null ? bad(`Invalid time${placed(at)}: ${clip(String(json))}`) : new ApexTime(ms);
}

const placed = (at: string): string => (at ? ` (${at})` : '');
