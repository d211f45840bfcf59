import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import type { Values } from './fields';
import type { Target } from './target';
import { DATA } from './world';

/** A value that was stored without complaint and came back as another. */
export interface WrongValue {
  readonly object: string;
  readonly id: string;
  readonly field: string;
  readonly sent: unknown;
  readonly found: unknown;
}

export interface Trip {
  readonly wrong: readonly WrongValue[];
  /** How many were compared. */
  readonly values: number;
}

const REFUSED: Trip = { wrong: [], values: 0 };

/** Writes a record by REST and reads it again. A refusal is no wrong value. */
export async function tripByRest(target: Target, object: string, values: Values): Promise<Trip> {
  if (Object.keys(values).length === 0) return REFUSED;
  const { status, body } = await target.send('POST', `${DATA}/sobjects/${object}`, values);
  if (status !== 201) return REFUSED;
  const wrong = await differences(target, object, (JSON.parse(body) as { id: string }).id, values);
  return { wrong, values: Object.keys(values).length };
}

/** Inserts records by one Bulk API 2.0 job and reads them again. All have the fields of the first. */
export async function tripByBulk(target: Target, object: string, rows: readonly Values[]): Promise<Trip> {
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return REFUSED;
  const lines = rows.map((row) => names.map((name) => cell(row[name])).join(','));
  const job = JSON.parse((await target.send('POST', `${DATA}/jobs/ingest`, { object, operation: 'insert' })).body) as { id?: string };
  if (job.id === undefined) return REFUSED;
  const address = `${DATA}/jobs/ingest/${job.id}`;
  await target.send('PUT', `${address}/batches`, `${names.join(',')}\n${lines.join('\n')}\n`, 'text/csv');
  await target.send('PATCH', address, { state: 'UploadComplete' });
  if (!(await isOver(target, address))) {
    return { wrong: [{ object, id: job.id, field: 'state', sent: 'UploadComplete', found: 'no end' }], values: 0 };
  }
  const results = parse((await target.send('GET', `${address}/successfulResults`)).body, { columns: true }) as Record<string, string>[];
  const wrong: WrongValue[] = [];
  for (const result of results) {
    const id = result['sf__Id'] ?? '';
    const sent = rows.find((row) => names.every((name) => String(row[name]) === result[name]));
    if (sent) wrong.push(...(await differences(target, object, id, sent)));
    else wrong.push({ object, id, field: 'successfulResults', sent: rows, found: result });
  }
  return { wrong, values: results.length * names.length };
}

const cell = (value: unknown): string => `"${String(value).replaceAll('"', '""')}"`;

async function isOver(target: Target, address: string): Promise<boolean> {
  for (let i = 0; i < 600; i++) {
    const { state } = JSON.parse((await target.send('GET', address)).body) as { state: string };
    if (state !== 'UploadComplete' && state !== 'InProgress') return true;
    await pause(20);
  }
  return false;
}

async function differences(target: Target, object: string, id: string, values: Values): Promise<readonly WrongValue[]> {
  const answer = await target.send('GET', `${DATA}/sobjects/${object}/${id}?fields=${Object.keys(values).join(',')}`);
  if (answer.status !== 200) return [{ object, id, field: 'Id', sent: id, found: `${answer.status} ${answer.body}` }];
  const found = JSON.parse(answer.body) as Record<string, unknown>;
  return Object.entries(values).flatMap(([field, sent]) =>
    found[field] === sent ? [] : [{ object, id, field, sent, found: found[field] }],
  );
}
