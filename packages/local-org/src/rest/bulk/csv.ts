import { InvalidBatch } from './errors';
import { readRow } from './csv-row';

/** Rows of one commit. */
export const PART_ROWS = 200;
/** Bulk API 2.0 Developer Guide, "Prepare CSV Files": characters of the header row. */
const HEADER_LENGTH = 32_000;

export interface Upload {
  readonly header: readonly string[];
  /** Raw lines of up to 200 rows each. */
  readonly parts: readonly string[];
}

/**
 * Checks an upload from end to end and cuts it into parts at its row ends, in one pass and without a copy of its cells.
 * Throws InvalidBatch for what is not CSV, and for rows and cells beyond the limits.
 */
export function cut(text: string, delimiter: string, lineEnding: string): Upload {
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new InvalidBatch(`Failed to parse CSV. Illegal character NUL at offset ${nul}`);
  const { header, next } = readHeader(text, delimiter, lineEnding);
  const parts: string[] = [];
  let from = next;
  let rows = 0;
  for (let at = next; at < text.length;) {
    const row = readRow(text, at, delimiter, null);
    at = row.next;
    if (!row.blank) rows++;
    if (rows < PART_ROWS && at < text.length) continue;
    if (rows > 0) parts.push(text.slice(from, at));
    from = at;
    rows = 0;
  }
  return { header, parts };
}

function readHeader(text: string, delimiter: string, lineEnding: string): { header: readonly string[]; next: number } {
  if (text === '') throw new InvalidBatch('The upload has no header row');
  const cells: string[] = [];
  const { next } = readRow(text, 0, delimiter, cells);
  if (next > HEADER_LENGTH) throw new InvalidBatch(`Failed to parse CSV header. It is longer than ${HEADER_LENGTH} characters`);
  if (text[next - 1] === '\n' && (text[next - 2] === '\r') !== (lineEnding === '\r\n')) throw lineEndingFault(lineEnding);
  const header = cells.map((name) => name.trim());
  if (header.includes('')) throw new InvalidBatch('Failed to parse CSV header. Header columns cannot be empty');
  return { header, next };
}

function lineEndingFault(lineEnding: string): InvalidBatch {
  const name = lineEnding === '\n' ? 'LF' : 'CRLF';
  return new InvalidBatch(`LineEnding is invalid on user data. Current LineEnding setting is ${name}`, 'ClientInputError');
}

/** Cells of a part's rows; `before` rows came ahead of it, for messages. Throws InvalidBatch. */
export function parsePart(part: string, header: readonly string[], delimiter: string, before: number): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (let at = 0; at < part.length;) {
    const cells: string[] = [];
    const row = readRow(part, at, delimiter, cells);
    at = row.next;
    if (row.blank) continue;
    rows.push(cells);
    if (cells.length !== header.length) {
      const message = `Row ${before + rows.length} has ${cells.length} columns, the header has ${header.length}`;
      throw new InvalidBatch(`Failed to parse CSV. ${message}`);
    }
  }
  return rows;
}

/** One line of CSV, every cell quoted as in the platform's result files. */
export function csvLine(cells: readonly string[], delimiter: string, lineEnding: string): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + lineEnding;
}
