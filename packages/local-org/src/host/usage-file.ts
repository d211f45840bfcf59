import { appendFileSync, writeFileSync } from 'node:fs';
import type { UsageLog } from '../engine';

/** Empties the file, then appends one line of JSON for each transaction. Throws when the file cannot be written. */
export function usageFile(file: string): UsageLog {
  writeFileSync(file, '');
  return (usage) => appendFileSync(file, `${JSON.stringify(usage)}\n`);
}
