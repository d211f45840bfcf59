import { neutral, plain } from 'c/provisioningCsv';
import { format } from 'c/provisioningTexts';
import { encodingOf, isWorkbook, textOf, type Encoding } from './encoding';
import { labels } from './labels';

export type { Encoding } from './encoding';

/** The part of Papa Parse that is used here; it comes as a static resource. */
export interface CsvParser {
  parse(
    text: string,
    options: {
      readonly delimiter?: string;
      readonly delimitersToGuess?: readonly string[];
      readonly preview?: number;
      readonly skipEmptyLines?: 'greedy';
    },
  ): {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly { readonly type: string; readonly row?: number }[];
    readonly meta: { readonly delimiter: string };
  };
  unparse(rows: readonly (readonly string[])[], options: { readonly delimiter: string; readonly newline: string }): string;
}

/** A row below the names of the columns. */
export interface FileRow {
  /** As a spreadsheet counts: the names of the columns are row 1. */
  readonly line: number;
  /** Fewer than there are columns where the row ends early. */
  readonly cells: readonly string[];
}
export interface ImportFile {
  readonly name: string;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly rows: readonly FileRow[];
}
/** A row that is not imported, and all that is wrong with it. */
export interface LeftOut {
  readonly row: FileRow;
  readonly reasons: readonly string[];
}

export const MOST_ROWS = 10_000;
const DELIMITERS = [',', ';', '\t', '|'];
const PREVIEW = 10;
/** Columns that a file of left-out rows has besides its own; a file that comes back with them is known by them, and they are not read. */
const ROW_COLUMN = 'Import row';
const REASON_COLUMN = 'Import error';

/** Reads a file of employees; the error says what is wrong with the file as a whole. `encoding`: null to recognise it. */
export function readFile(name: string, bytes: Uint8Array, encoding: Encoding | null, parser: CsvParser): ImportFile {
  if (isWorkbook(bytes)) throw new Error(labels.importErrorWorkbook);
  const used = encoding ?? encodingOf(bytes);
  const text = textOf(bytes, used);
  const delimiter = delimiterOf(text, parser);
  const { data, errors } = parser.parse(text, { delimiter });
  const open = errors.find(({ type }) => type === 'Quotes');
  if (open) throw new Error(format(labels.importErrorQuotes, (open.row ?? 0) + 1));
  const lines = data.map((cells, at) => ({ line: at + 1, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...rows] = lines;
  if (!head) throw new Error(labels.importErrorEmpty);
  if (rows.length === 0) throw new Error(labels.importErrorNoRows);
  if (rows.length > MOST_ROWS) throw new Error(format(labels.importErrorTooMany, rows.length, MOST_ROWS));
  return { name, encoding: used, delimiter, ...withoutReasons(head.cells, rows) };
}

/** The rows as a file that can be corrected and imported again: with the columns and the delimiter that they came with, and why they were left out. */
export function leftOutFile(file: ImportFile, leftOut: readonly LeftOut[], parser: CsvParser): string {
  const rows = leftOut.map(({ row, reasons }) => {
    const cells = file.columns.map((_, at) => neutral(row.cells[at] ?? ''));
    // cells that no column has a name for are told by the reason, and stay where they are
    return [...cells, String(row.line), neutral(reasons.join(' ')), ...row.cells.slice(file.columns.length).map(neutral)];
  });
  const head = [...file.columns.map(neutral), ROW_COLUMN, REASON_COLUMN];
  // with a mark, so that a spreadsheet reads it as UTF-8
  return `\ufeff${parser.unparse([head, ...rows], { delimiter: file.delimiter, newline: '\r\n' })}\r\n`;
}

/** What tells that a file was here before: a digest of its bytes and of how it is read, which says nothing about the people in it. */
export async function digestOf(bytes: Uint8Array, mapping: string): Promise<string> {
  const read = new TextEncoder().encode(mapping);
  const all = new Uint8Array(bytes.length + read.length);
  all.set(bytes);
  all.set(read, bytes.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** By the first rows that hold something: an empty line, as at the end of most files, tells nothing. */
function delimiterOf(text: string, parser: CsvParser): string {
  return parser.parse(text, { delimitersToGuess: DELIMITERS, skipEmptyLines: 'greedy', preview: PREVIEW }).meta.delimiter;
}

/** A file of left-out rows is as it was before we wrote it: without our columns, and its formulas undone. */
function withoutReasons(head: readonly string[], rows: readonly FileRow[]): Pick<ImportFile, 'columns' | 'rows'> {
  const names = head.map((name) => name.trim());
  const ours = [names.indexOf(ROW_COLUMN), names.indexOf(REASON_COLUMN)];
  if (ours.includes(-1)) return { columns: named(names), rows };
  const own = (cells: readonly string[]) => cells.filter((_, at) => !ours.includes(at)).map(plain);
  return { columns: named(own(names)), rows: rows.map(({ line, cells }) => ({ line, cells: own(cells) })) };
}

/** Every column has a name of its own, since a mapping knows columns by their names. */
function named(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((written, at) => {
    const name = written || format(labels.importColumnUnnamed, String(at + 1));
    let free = name;
    for (let time = 2; taken.has(free); time++) free = `${name} (${time})`;
    taken.add(free);
    return free;
  });
}
