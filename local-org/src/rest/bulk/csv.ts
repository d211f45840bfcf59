import { parse } from 'csv-parse/sync';
import { InvalidBatch } from './errors';

/** Rows of one commit. */
export const PART_ROWS = 200;

export interface Upload {
  readonly header: readonly string[];
  /** Raw lines of up to 200 rows each. */
  readonly parts: readonly string[];
}

/** Cuts an upload into parts at row ends outside quotes. Throws InvalidBatch for a header that cannot be read or an open quote. */
export function cut(text: string, delimiter: string, lineEnding: string): Upload {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const ends = rowEnds(body);
  const first = ends[0];
  if (first === undefined) throw new InvalidBatch('The upload has no header row');
  const header = parseHeader(body.slice(0, first), delimiter, lineEnding);
  const parts: string[] = [];
  for (let from = 0; from + 1 < ends.length; from += PART_ROWS) {
    const part = body.slice(ends[from], ends[Math.min(from + PART_ROWS, ends.length - 1)]);
    if (part.trim() !== '') parts.push(part);
  }
  return { header, parts };
}

/** Offsets after each row, the header's first. */
function rowEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let quoted = false;
  const mark = /["\n]/g;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    if (match[0] === '"') quoted = !quoted;
    else if (!quoted) ends.push(match.index + 1);
  }
  if (quoted) throw new InvalidBatch('Failed to parse CSV. A quoted value is not closed');
  if (ends.at(-1) !== text.length && text.length > 0) ends.push(text.length);
  return ends;
}

function parseHeader(line: string, delimiter: string, lineEnding: string): readonly string[] {
  let names: readonly string[];
  try {
    names = (parse(line, { delimiter, record_delimiter: [lineEnding, '\n'] }) as string[][])[0] ?? [];
  } catch (error) {
    throw new InvalidBatch(`Failed to parse CSV header. ${error instanceof Error ? error.message : String(error)}`);
  }
  if (names.length === 0 || names.some((name) => name.trim() === '')) {
    throw new InvalidBatch('Failed to parse CSV header. Header columns cannot be empty');
  }
  return names.map((name) => name.trim());
}

/** Cells of a part's rows; `before` rows came ahead of it, for messages. Throws InvalidBatch. */
export function parsePart(part: string, header: readonly string[], delimiter: string, before: number): readonly (readonly string[])[] {
  let rows: string[][];
  try {
    rows = parse(part, { delimiter, relax_column_count: true, skip_empty_lines: true }) as string[][];
  } catch (error) {
    throw new InvalidBatch(`Failed to parse CSV. ${error instanceof Error ? error.message : String(error)}`);
  }
  rows.forEach((row, i) => {
    if (row.length !== header.length) {
      throw new InvalidBatch(`Failed to parse CSV. Row ${before + i + 1} has ${row.length} columns, the header has ${header.length}`);
    }
  });
  return rows;
}

/** One line of CSV, every cell quoted as in the platform's result files. */
export function csvLine(cells: readonly string[], delimiter: string, lineEnding: string): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + lineEnding;
}
