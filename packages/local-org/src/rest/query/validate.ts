import type { Call } from '../shared/call';
import { noQuery, tooLong } from './errors';

const DEFAULT_BATCH = 2000;
const MAX_LENGTH = 100_000;
const SMALLEST_BATCH = 200;

/** SOQL of `?q=`. */
export function soqlOf(call: Call): string {
  const text = call.query.get('q');
  if (text === null || text.trim() === '') throw noQuery();
  return refuseLong(text);
}

/** `?columns=true` */
export const wantsColumns = (call: Call): boolean => call.query.get('columns')?.toLowerCase() === 'true';

/** SOQL statements of the API have at most 100,000 characters (Salesforce Help, "Maximum length for SOQL statements"). */
export function refuseLong(soql: string): string {
  if (soql.length > MAX_LENGTH) throw tooLong(MAX_LENGTH);
  return soql;
}

/** Rows of one answer: `Sforce-Query-Options: batchSize=n`, 200 to 2,000 (REST API guide, Query Options Header). */
export function batchSizeOf(call: Call): number {
  const asked = Number(/batchSize\s*=\s*(\d+)/i.exec(call.headers['sforce-query-options'] ?? '')?.[1] ?? DEFAULT_BATCH);
  return Math.min(DEFAULT_BATCH, Math.max(SMALLEST_BATCH, asked));
}
