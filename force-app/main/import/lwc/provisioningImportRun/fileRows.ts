import type { ColumnPlan, Plan } from 'c/provisioningImportColumns';
import type { ImportFile } from 'c/provisioningImportFile';
import type { Verdict, VerdictRow } from 'c/provisioningImportVerdicts';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import type { Parcel } from './sending';

/** Rows of a call, at most. */
const A_CALL = 200;
const NUMBER = 'employeeNumber';
const STATUS = 'status';
const NAMES = ['firstName', 'lastName'];

/** Who the rows are about, for people to recognise them. */
export function peopleOf(file: ImportFile, plan: Plan): readonly { readonly number: string; readonly name: string }[] {
  const number = placeOf(plan, NUMBER);
  const names = NAMES.map((name) => placeOf(plan, name));
  return file.rows.map(({ cells }) => {
    const parts = [...new Set(names)].map((at) => (cells[at] ?? '').trim()).filter((part) => part !== '');
    return { number: (cells[number] ?? '').trim(), name: parts.join(' ') };
  });
}

/** What is wrong with rows in the light of the whole file: it is not sent. A number's first row counts. */
export function failedBefore(file: ImportFile, plan: Plan): readonly (Verdict | undefined)[] {
  const lines = new Map<string, number>();
  return peopleOf(file, plan).map(({ number }, at) => {
    const { line = 0, cells = [] } = file.rows[at] ?? {};
    const extra = cells.slice(file.columns.length).some((cell) => cell.trim() !== '');
    if (extra) return failed('CELLS_TOO_MANY', format(labels.importCellsTooMany, cells.length, file.columns.length), null);
    const key = visible(number).toLowerCase();
    const first = lines.get(key);
    if (key === '') return undefined;
    if (first !== undefined) return failed('NUMBER_TWICE', format(labels.importNumberTwice, first), NUMBER);
    lines.set(key, line);
    return undefined;
  });
}

/**
 * The rows at these places, in calls. Cells of columns that are not imported stay here; what a row does not have is not sent. Those in `same` say that
 * their number is the same person's, because somebody decided so.
 */
export function parcelsOf(file: ImportFile, plan: Plan, indexes: readonly number[], same: ReadonlySet<number>): readonly Parcel[] {
  const used = plan.columns.map((column, at) => ({ column, at })).filter(({ column }) => column.target !== '');
  const rowAt = (index: number) => {
    const cells = file.rows[index]?.cells ?? [];
    const row = Object.fromEntries(used.filter(({ at }) => at < cells.length).map(({ column, at }) => [column.name, cells[at] ?? '']));
    return same.has(index) ? { ...row, samePerson: true } : row;
  };
  return Array.from({ length: Math.ceil(indexes.length / A_CALL) }, (_, call) => {
    const these = indexes.slice(call * A_CALL, (call + 1) * A_CALL);
    return { indexes: these, rows: these.map(rowAt) };
  });
}

/** Who would be new and could get a user, counted by the status of the source, as JSON. */
export function newPeopleOf(file: ImportFile, plan: Plan, verdicts: readonly (Verdict | undefined)[]): string {
  const at = placeOf(plan, STATUS);
  const means = new Map((plan.columns[at]?.meanings ?? []).map((meaning) => [meaning.value.toLowerCase(), meaning.means]));
  const people: Record<string, number> = {};
  verdicts.forEach((verdict, index) => {
    const cell = (file.rows[index]?.cells[at] ?? '').trim();
    const status = means.get(cell.toLowerCase()) || cell;
    if (verdict?.outcome === 'Created' && verdict.code !== 'NO_ADDRESS' && status !== '') people[status] = (people[status] ?? 0) + 1;
  });
  return JSON.stringify(people);
}

/** With each row that has one its verdict. */
export function verdictRowsOf(file: ImportFile, plan: Plan, verdicts: readonly (Verdict | undefined)[]): readonly VerdictRow[] {
  const people = peopleOf(file, plan);
  return file.rows.flatMap(({ line }, at) => {
    const verdict = verdicts[at];
    return verdict ? [{ line, number: people[at]?.number ?? '', name: people[at]?.name ?? '', verdict }] : [];
  });
}

/** What an import brings with it, in words, as far as a check can say. */
export function followsOf(
  file: ImportFile,
  plan: Plan,
  verdicts: readonly (Verdict | undefined)[],
  before: number,
  seats: readonly string[],
) {
  const cells = emptyCellsOf(file, plan);
  const noAddress = verdicts.filter((verdict) => verdict?.code === 'NO_ADDRESS').length;
  const line = file.rows[before - 1]?.line ?? null;
  const empties = plan.emptyCells === 'Empty';
  return [
    { key: 'before', icon: 'utility:info', text: line === null ? '' : format(labels.importFollowsBefore, line) },
    {
      key: 'empty',
      icon: empties ? 'utility:warning' : 'utility:info',
      text: cells === 0 ? '' : format(empties ? labels.importFollowsEmpties : labels.importFollowsEmpty, cells),
    },
    { key: 'address', icon: 'utility:warning', text: noAddress === 0 ? '' : format(labels.importFollowsNoAddress, noAddress) },
    ...seats.map((text) => ({ key: text, icon: 'utility:warning', text })),
    { key: 'users', icon: 'utility:info', text: labels.importFollowsUsers },
  ].filter(({ text }) => text !== '');
}

/** Cells without a value in columns that are imported. */
function emptyCellsOf(file: ImportFile, { columns }: Plan): number {
  const used = columns.flatMap(({ target }, at) => (target === '' ? [] : [at]));
  return file.rows.reduce((sum, { cells }) => sum + used.filter((at) => at < cells.length && (cells[at] ?? '').trim() === '').length, 0);
}

function placeOf({ columns }: Plan, target: string): number {
  return columns.findIndex((column: ColumnPlan) => column.target.split(',').includes(target));
}

/** As the server compares numbers: characters that nobody sees do not make another one. */
const visible = (text: string): string => text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');

function failed(code: string, message: string, field: string | null): Verdict {
  return { outcome: 'Failed', code, message, employeeId: null, errors: [{ code, message, field }] };
}
