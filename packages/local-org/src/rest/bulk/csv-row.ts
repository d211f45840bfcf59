import { InvalidBatch } from './errors';

/** Bulk API 2.0 Developer Guide, "Limits for Ingest Jobs": characters of a field and of a record, fields of a record. */
const LIMITS = { cell: 32_000, row: 400_000, cells: 5_000 } as const;

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

export interface Row {
  /** Offset of the row after this one. */
  readonly next: number;
  /** Nothing between two line ends: no row at all. */
  readonly blank: boolean;
}

/**
 * Reads the row that begins at `at` and puts its cells into `cells`; with null it only checks them and copies nothing.
 * Both line ends are taken. The rules of quotes, the texts of faults and what counts against the limits are those of
 * the platform's own reader (`com.sforce.async.CSVReader` of forcedotcom/wsc). Throws InvalidBatch.
 */
export function readRow(text: string, at: number, delimiter: string, cells: string[] | null): Row {
  const separator = delimiter.charCodeAt(0);
  let from = at;
  let length = 0;
  for (let count = 1; ; count++) {
    const cell = text.charCodeAt(from) === QUOTE ? quotedCell(text, from) : plainCell(text, from, separator);
    length += cell.length;
    checkLimits(text, from, cell.length, length, count);
    cells?.push(cell.escaped > 0 ? text.slice(cell.from, cell.to).replaceAll('""', '"') : text.slice(cell.from, cell.to));
    if (text.charCodeAt(cell.end) !== separator) return { next: afterLineEnd(text, cell.end), blank: cell.end === at };
    from = cell.end + 1;
  }
}

interface Cell {
  /** Offsets of the value, without its quotes. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
  /** Doubled quotes in it. */
  readonly escaped: number;
  /** Offset of the delimiter or line end behind it. */
  readonly end: number;
}

function plainCell(text: string, from: number, separator: number): Cell {
  let to = from;
  for (; to < text.length; to++) {
    const c = text.charCodeAt(to);
    if (c === separator || c === LF || c === CR) break;
    if (c === QUOTE) throw fault(text, to, 'Found unescaped quote. A value with quote should be within a quote');
  }
  return { from, to, length: to - from, escaped: 0, end: to };
}

function quotedCell(text: string, open: number): Cell {
  const from = open + 1;
  let escaped = 0;
  for (let to = text.indexOf('"', from); ; to = text.indexOf('"', to + 2)) {
    if (to < 0) throw fault(text, text.length, 'EOF reached before closing an opened quote');
    if (text.charCodeAt(to + 1) === QUOTE) escaped++;
    else return { from, to, length: to - from - escaped, escaped, end: to + 1 };
  }
}

function checkLimits(text: string, at: number, cell: number, row: number, count: number): void {
  if (cell > LIMITS.cell) throw fault(text, at, `Exceeded max field size: ${cell}`);
  if (count > LIMITS.cells) throw fault(text, at, `Exceeded max number of columns per record : ${LIMITS.cells}`);
  if (row <= LIMITS.row) return;
  const allowed = `Max length for one record should be less than or equal to ${LIMITS.row}`;
  throw fault(text, at, `Exceeded max length for one record: ${row}. ${allowed}`);
}

/** A carriage return ends a row only with the line feed behind it: alone it would make one row of several, or lose a character. */
function afterLineEnd(text: string, at: number): number {
  if (at >= text.length) return at;
  if (text.charCodeAt(at) === LF) return at + 1;
  if (text.charCodeAt(at) !== CR) throw fault(text, at, 'Not expecting more text after end quote');
  if (text.charCodeAt(at + 1) === LF) return at + 2;
  throw new InvalidBatch(`LineEnding is invalid on user data. Line number ${lineOf(text, at)}`, 'ClientInputError');
}

function fault(text: string, at: number, message: string): InvalidBatch {
  return new InvalidBatch(`Failed to parse CSV. ${message} - Line number ${lineOf(text, at)}`);
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++;
  return line;
}
