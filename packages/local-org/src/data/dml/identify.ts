import type { Field } from '../../schema/model';
import type { Statement, WorkRow } from './statement';

/** Gives new records their Id and auto numbers, at the last moment: rows that fail before draw none. */
export function identify(rows: readonly WorkRow[], statement: Statement): void {
  const { context, object } = statement;
  const autoNumbers = object.fields.filter((field) => field.autoNumber);
  for (const { record } of rows) {
    if (record.id === null) record.set('Id', context.nextId(object));
    for (const field of autoNumbers)
      record.values[field.slot] = formatAutoNumber(field, context.nextAutoNumber(object, field.name), context.clock.now());
  }
}

/** `PROC-{00000}` with 42 is `PROC-00042`; `{YYYY}`, `{YY}`, `{MM}`, `{DD}` are the date's. */
export function formatAutoNumber(field: Field, n: number, now: number): string {
  const date = new Date(now).toISOString();
  return (field.displayFormat ?? '{0}').replace(/\{([^}]*)\}/g, (_, pattern: string) => {
    if (/^0+$/.test(pattern)) return String(n).padStart(pattern.length, '0');
    if (pattern === 'YYYY') return date.slice(0, 4);
    if (pattern === 'YY') return date.slice(2, 4);
    if (pattern === 'MM') return date.slice(5, 7);
    if (pattern === 'DD') return date.slice(8, 10);
    return `{${pattern}}`;
  });
}
