import type { TableRow } from 'c/provisioningRecordTable';
import { count } from 'c/provisioningTexts';
import { labels } from './labels';

/** What became of a row, or would. */
export interface Verdict {
  readonly outcome: string | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly employeeId: string | null;
  readonly errors: readonly { readonly code: string | null; readonly message: string | null; readonly field: string | null }[];
}
export interface VerdictRow {
  readonly line: number;
  readonly number: string;
  readonly name: string;
  readonly verdict: Verdict;
}
export type Outcome = 'Created' | 'Updated' | 'Unchanged' | 'Failed';
export type Counts = Readonly<Record<Outcome, number>>;

export const OUTCOMES = [
  { value: 'Created', label: labels.importCreated, series: 'created', tone: 'good', icon: 'utility:success' },
  { value: 'Updated', label: labels.importUpdated, series: 'updated', tone: 'info', icon: 'utility:edit' },
  { value: 'Unchanged', label: labels.importUnchanged, series: 'skipped', tone: 'neutral', icon: 'utility:dash' },
  { value: 'Failed', label: labels.importFailed, series: 'failed', tone: 'bad', icon: 'utility:ban' },
] as const;

/** Kinds of errors in words; a code of the platform that is not here stands for itself. */
const CAUSES: Readonly<Record<string, string | undefined>> = {
  INVALID_EMAIL_ADDRESS: labels.importWhyEmail,
  NUMBER_TWICE: labels.importWhyTwice,
  DUPLICATE_VALUE: labels.importWhyTwice,
  REQUIRED_FIELD_MISSING: labels.importWhyMissing,
  INVALID_FIELD_VALUE: labels.importWhyValue,
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: labels.importWhyValue,
  STRING_TOO_LONG: labels.importWhyLong,
  DIFFERENT_PERSON: labels.importWhyPerson,
  DUPLICATE_RULE: labels.importWhyDuplicate,
  CELLS_TOO_MANY: labels.importWhyCells,
};

export function countsOf(rows: readonly VerdictRow[]): Counts {
  const counts = { Created: 0, Updated: 0, Unchanged: 0, Failed: 0 };
  for (const { verdict } of rows) counts[verdict.outcome as Outcome]++;
  return counts;
}

export function fits({ number, name, verdict }: VerdictRow, segment: string, search: string): boolean {
  const wanted = search.toLowerCase();
  return (segment === 'All' || verdict.outcome === segment) && `${number} ${name}`.toLowerCase().includes(wanted);
}

export function tableRow({ line, number, name, verdict }: VerdictRow): TableRow {
  const outcome = OUTCOMES.find(({ value }) => value === verdict.outcome);
  return {
    id: String(line),
    label: number,
    cells: {
      row: { text: count(line) },
      number: { text: number, second: name },
      outcome: { text: outcome?.label ?? null, icon: outcome?.icon, tone: outcome?.tone },
      message: { text: messageOf(verdict) },
    },
  };
}

/** All that is wrong, in words. */
export function messageOf({ errors, message }: Verdict): string {
  return errors.length > 0 ? errors.map((error) => error.message ?? '').join(' ') : (message ?? '');
}

/** The kinds of errors, the most frequent first; a row with several counts for each. */
export function causesOf(rows: readonly VerdictRow[]): readonly { readonly label: string; readonly rows: string }[] {
  const byLabel = new Map<string, number>();
  for (const { verdict } of rows.filter((row) => row.verdict.outcome === 'Failed')) {
    for (const label of new Set(verdict.errors.map(({ code }) => CAUSES[code ?? ''] ?? code ?? ''))) {
      byLabel.set(label, (byLabel.get(label) ?? 0) + 1);
    }
  }
  return [...byLabel].sort(([, a], [, b]) => b - a).map(([label, many]) => ({ label, rows: count(many) }));
}
