import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { SeedError } from './seed-error';
import { callsOf, type OrgCalls, type Send } from './org-calls';
import type { SampleUser } from '../host/port';

/** Rows in one call of `composite/sobjects`: the platform's maximum. */
const BATCH = 200;

/** A column of a seed file: `Name`, or `ProfileId=Profile.Name:Id` for the id of the row whose key is in the file. */
interface Column {
  readonly field: string;
  readonly lookup: { readonly object: string; readonly key: string; readonly value: string } | null;
}

/**
 * Loads the sample files of local-org.json through the REST API, as an integration would: file by file, 200 rows a call. The
 * object is the file's name. Throws SeedError for the first row that the org refuses.
 */
export async function loadSeed(
  root: string,
  files: readonly string[],
  user: SampleUser,
  send: Send,
  step: (text: string) => void,
): Promise<void> {
  const api = await callsOf(send, user);
  for (const file of files) {
    const object = basename(file, '.csv');
    const [header = [], ...rows] = parse(readFileSync(join(root, file)), { bom: true }) as string[][];
    const columns = header.map((text) => columnOf(file, text));
    const lookups = await Promise.all(columns.map((column, at) => (column.lookup ? readLookup(api, column.lookup, rows, at) : null)));
    for (let from = 0; from < rows.length; from += BATCH) {
      step(`Loading sample data: ${object} ${Math.min(from + BATCH, rows.length)} of ${rows.length}`);
      const records = rows.slice(from, from + BATCH).map((row, at) => toRecord(object, columns, lookups, row, `${file}:${from + at + 2}`));
      const results = (await api.call('POST', 'composite/sobjects', { allOrNone: false, records })) as SaveResult[];
      results.forEach((result, at) => {
        if (!result.success)
          throw new SeedError(
            `${file}:${from + at + 2}: ${result.errors.map((error) => `${error.statusCode}: ${error.message}`).join('; ')}`,
          );
      });
    }
  }
}

interface SaveResult {
  readonly success: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string }[];
}

function columnOf(file: string, text: string): Column {
  const [field = '', rest] = text.split('=');
  if (rest === undefined) return { field, lookup: null };
  const match = /^(\w+)\.(\w+):(\w+)$/.exec(rest);
  if (!match) throw new SeedError(`${file}:1: column "${text}" is not Field or Field=Object.Key:Value`);
  const [, object = '', key = '', value = ''] = match;
  return { field, lookup: { object, key, value } };
}

function toRecord(
  object: string,
  columns: readonly Column[],
  lookups: readonly (ReadonlyMap<string, unknown> | null)[],
  row: readonly string[],
  place: string,
): Record<string, unknown> {
  const record: Record<string, unknown> = { attributes: { type: object } };
  columns.forEach(({ field, lookup }, at) => {
    const text = row[at] ?? '';
    if (text === '') return;
    if (!lookup) {
      record[field] = text;
      return;
    }
    const found = lookups[at]?.get(text.toLowerCase());
    if (found === undefined) throw new SeedError(`${place}: there is no ${lookup.object} with ${lookup.key} "${text}"`);
    record[field] = found;
  });
  return record;
}

async function readLookup(
  api: OrgCalls,
  lookup: { readonly object: string; readonly key: string; readonly value: string },
  rows: readonly (readonly string[])[],
  at: number,
): Promise<ReadonlyMap<string, unknown>> {
  const keys = [...new Set(rows.map((row) => row[at] ?? ''))].filter((key) => key !== '');
  const found = new Map<string, unknown>();
  for (let from = 0; from < keys.length; from += BATCH) {
    const list = keys.slice(from, from + BATCH).map((key) => `'${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`);
    const soql = `SELECT ${[...new Set([lookup.key, lookup.value])].join(', ')} FROM ${lookup.object} WHERE ${lookup.key} IN (${list.join(',')})`;
    for (const record of await api.query(soql)) found.set(String(record[lookup.key]).toLowerCase(), record[lookup.value]);
  }
  return found;
}
