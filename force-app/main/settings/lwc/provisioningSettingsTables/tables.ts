import { linesOf } from 'c/provisioningCsv';

type Table = Apex.EmployeeValueTable;
type Row = Apex.EmployeeValueTable_Row;

/** A table that says nothing yet. */
export function blankTable(): Table {
  return { name: null, rows: [], otherwise: null };
}

/** Rows as somebody types or pastes them: two cells a line, apart by comma, semicolon or tab. */
export function rowsOf(text: string): readonly Row[] {
  return linesOf(text).map(([given = '', ...becomes]) => ({ given: given.trim() || null, becomes: becomes.join(',').trim() || null }));
}

/** The rows as they are edited; a cell with a comma, a quote or a blank at its end is quoted. */
export function textOf(rows: readonly Row[]): string {
  return rows.map(({ given, becomes }) => `${quoted(given)},${quoted(becomes)}`).join('\n');
}

export function isSame(some: readonly Row[], others: readonly Row[]): boolean {
  return textOf(some) === textOf(others);
}

function quoted(cell: string | null): string {
  const text = cell ?? '';
  return /[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
