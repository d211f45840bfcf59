/** What a cell may hold. */
type Value = string | number | boolean | null | undefined;

/** Rows as comma-separated values (RFC 4180) below the names of their columns. */
export function csvOf<K extends string>(columns: readonly K[], rows: readonly Readonly<Record<K, Value>>[]): string {
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

/** A spreadsheet takes what begins like a formula for one: an apostrophe keeps it a text. One that is there already gets another, so that `plain` knows. */
export function neutral(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text that `neutral` kept from being a formula. */
export function plain(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

function cellOf(value: Value): string {
  const safe = neutral(String(value ?? ''));
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Hands the browser a file. */
export function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
  link.download = name;
  link.click();
}

/** The cells of comma-, semicolon- or tab-separated text, line by line; cells may be quoted (RFC 4180), and empty lines are none. */
export function linesOf(text: string): readonly (readonly string[])[] {
  const cell = /(?:"((?:[^"]|"")*)"|([^,;\t\r\n]*))([,;\t]|\r?\n|\r|$)/y;
  const lines: string[][] = [];
  let line: string[] = [];
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    // a quote amid a cell that began with one: the rest of the text is its cell
    if (!found) return [...lines, [...line, text.slice(line.length)]];
    const [, quoted, bare = '', end = ''] = found;
    line.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (!/[,;\t]/.test(end)) {
      if (line.some((one) => one.trim() !== '')) lines.push(line);
      line = [];
    }
  }
  return line.length > 0 ? [...lines, line] : lines;
}
