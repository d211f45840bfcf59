/** What a cell may hold. */
type Value = string | number | boolean | null | undefined;

/** Rows as comma-separated values (RFC 4180) below the names of their columns. */
export function csvOf<K extends string>(columns: readonly K[], rows: readonly Readonly<Record<K, Value>>[]): string {
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

/** A spreadsheet takes what begins like a formula for one: an apostrophe keeps it a text. */
function cellOf(value: Value): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Hands the browser a file. */
export function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
  link.download = name;
  link.click();
}
