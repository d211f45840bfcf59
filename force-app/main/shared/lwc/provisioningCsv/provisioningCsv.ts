/** What a cell may hold. */
type Value = string | number | boolean | null | undefined;

/** A page of an answer, and where the next begins; null at the end. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

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

/** Everything, page by page, because each page says where the next begins; so many pages at most. */
export async function everyPage<T>(ask: (after: string | null) => Promise<Page<T>>, most = Infinity): Promise<readonly T[]> {
  return from(null, most);

  async function from(after: string | null, left: number): Promise<readonly T[]> {
    const { rows, next } = await ask(after);
    return next !== null && left > 1 ? [...rows, ...(await from(next, left - 1))] : rows;
  }
}

/** Hands the browser a file. */
export function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
  link.download = name;
  link.click();
}
