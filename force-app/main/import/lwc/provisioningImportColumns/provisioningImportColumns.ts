import type { ImportFile } from 'c/provisioningImportFile';
import { FORMS, formOf } from './dates';
import { targetByContent, targetByName } from './names';

export { FORMS } from './dates';
export { FULL_NAME } from './names';

type Field = Apex.EmployeeImportFieldView;

/** How an import reads a file, as the API takes it. */
export interface Mapping {
  readonly columns: Readonly<Record<string, string | readonly string[] | null>>;
  readonly dates: string | Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly emptyCells: 'Keep' | 'Empty';
}
/** A value that is none of the field's, and what it means; empty until somebody says. */
export interface Meaning {
  readonly value: string;
  readonly means: string;
}
export interface ColumnPlan {
  readonly name: string;
  readonly samples: readonly string[];
  /** A field, several as `lastName,firstName`, or empty for a column that is not imported. */
  readonly target: string;
  readonly found: 'last' | 'name' | 'content' | 'chosen' | 'none';
  /** Null where the field is no date; empty where it is not known how the dates are written. */
  readonly form: string | null;
  readonly meanings: readonly Meaning[];
}
export interface Plan {
  readonly columns: readonly ColumnPlan[];
  readonly emptyCells: 'Keep' | 'Empty';
}
/** Why a file cannot be imported so yet. */
export interface Obstacle {
  readonly kind: 'number' | 'twice' | 'form';
  readonly target: string;
  readonly columns: readonly string[];
}

const NUMBER = 'employeeNumber';
const SAMPLES = 3;
/** More values than these are no words of a status any more. */
const MOST_MEANINGS = 30;

/** Where each column goes: as in the last import, by its name, by what it holds; a field gets one column. */
export function suggested(file: ImportFile, fields: readonly Field[], last: Mapping): Plan {
  const taken = new Set<string>();
  const columns = file.columns.map((name): ColumnPlan => {
    const values = valuesOf(file, name);
    const samples = values.slice(0, SAMPLES);
    const [target, found] = place(name, samples);
    const column: ColumnPlan = { name, samples, target: '', found, form: null, meanings: [] };
    if (!target) return column;
    if (target.split(',').some((one) => taken.has(one))) return { ...column, found: 'none' };
    target.split(',').forEach((one) => taken.add(one));
    return withTarget(column, target, file, fields, last);
  });
  return { columns, emptyCells: last.emptyCells };

  function place(name: string, samples: readonly string[]): readonly [string, ColumnPlan['found']] {
    const before = targetOf(last.columns[name] ?? null);
    // a field that another source had is none here
    if (name in last.columns && isKnown(before)) return [before, 'last'];
    const byName = targetByName(name, samples, fields);
    if (byName) return [byName, 'name'];
    const byContent = targetByContent(samples);
    return byContent ? [byContent, 'content'] : ['', 'none'];
  }
  function isKnown(target: string): boolean {
    return target.split(',').every((one) => one === '' || fields.some(({ name }) => name === one));
  }
}

/** The column going elsewhere: with the form of its dates and the values that need a meaning there. */
export function withTarget(column: ColumnPlan, target: string, file: ImportFile, fields: readonly Field[], last: Mapping): ColumnPlan {
  const field = fields.find(({ name }) => name === target);
  const values = field ? valuesOf(file, column.name) : [];
  const isDate = field?.type === 'date' || field?.type === 'datetime';
  return {
    ...column,
    target,
    form: isDate ? formOf(values) || lastForm(last, column.name, target) : null,
    meanings: field ? meaningsOf(values, field, last.values[target] ?? last.values[column.name] ?? {}) : [],
  };
}

/** What the server reads rows by, and remembers: that a column is not imported, too. */
export function mappingOf({ columns, emptyCells }: Plan): Mapping {
  const used = columns.filter(({ target }) => target !== '');
  const targets = columns.map(({ name, target }) => [name, target.includes(',') ? target.split(',') : target || null] as const);
  const dates = used.flatMap(({ target, form }) => (form && form !== 'ISO' ? [[target, form] as const] : []));
  const values = used.flatMap(({ target, meanings }) => {
    const known = meanings.filter(({ means }) => means !== '').map(({ value, means }) => [value, means] as const);
    return known.length > 0 ? [[target, Object.fromEntries(known)] as const] : [];
  });
  return {
    columns: Object.fromEntries(targets),
    dates: dates.length > 0 ? Object.fromEntries(dates) : 'ISO',
    values: Object.fromEntries(values),
    emptyCells,
  };
}

export function obstaclesOf({ columns }: Plan): readonly Obstacle[] {
  const byTarget = new Map<string, string[]>();
  for (const { name, target } of columns) {
    for (const one of target ? target.split(',') : []) byTarget.set(one, [...(byTarget.get(one) ?? []), name]);
  }
  const twice = [...byTarget].filter(([, names]) => names.length > 1);
  const open = columns.filter(({ form }) => form === '');
  return [
    ...(byTarget.has(NUMBER) ? [] : [{ kind: 'number' as const, target: NUMBER, columns: [] }]),
    ...twice.map(([target, names]) => ({ kind: 'twice' as const, target, columns: names })),
    ...open.map(({ name, target }) => ({ kind: 'form' as const, target, columns: [name] })),
  ];
}

/** The values of a column, each once, without blanks. */
function valuesOf(file: ImportFile, name: string): readonly string[] {
  const at = file.columns.indexOf(name);
  return [...new Set(file.rows.map(({ cells }) => (cells[at] ?? '').trim()))].filter((value) => value !== '');
}

function meaningsOf(values: readonly string[], { choices }: Field, last: Readonly<Record<string, string>>): readonly Meaning[] {
  if (!choices?.length) return [];
  const known = new Set(choices.map((choice) => choice.toLowerCase()));
  const meant = new Map(Object.entries(last).map(([value, means]) => [value.toLowerCase(), means]));
  const foreign = new Map(values.filter((value) => !known.has(value.toLowerCase())).map((value) => [value.toLowerCase(), value]));
  return [...foreign].slice(0, MOST_MEANINGS).map(([key, value]) => ({ value, means: meant.get(key) ?? '' }));
}

/** The form of the last import, for dates that leave it open; ISO dates never do. */
function lastForm({ dates }: Mapping, column: string, target: string): string {
  const form = typeof dates === 'string' ? dates : (dates[target] ?? dates[column] ?? '');
  return FORMS.find((one) => one !== 'ISO' && one.toLowerCase() === form.toLowerCase()) ?? '';
}

function targetOf(target: string | readonly string[] | null): string {
  return typeof target === 'string' ? target : (target ?? []).join(',');
}
