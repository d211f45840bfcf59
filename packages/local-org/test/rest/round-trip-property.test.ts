import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isStorable } from '../../src/kernel/text';
import { everyTypeProject, INTEGER, KINDS, type Kind } from './every-type';
import { serveLibrary, type Answer, type Client, type Served } from './served-org';

/**
 * What is written by any door reads back as it was, and what the platform refuses leaves nothing. More of it, and other values:
 * `ROUND_TRIPS=200 SEED=7 npx vitest run --root packages/local-org test/rest/round-trip-property.test.ts`.
 */
const RUNS = Number(process.env['ROUND_TRIPS'] ?? 3);
const SEED = Number(process.env['SEED'] ?? 20261129);
const ROWS = 6;
vi.setConfig({ testTimeout: 60_000 + RUNS * 10_000 });

let served: Served;
let admin: Client;
let parent: string;
beforeAll(async () => {
  served = await serveLibrary({ root: everyTypeProject() });
  admin = await served.signIn('admin');
  parent = (await admin.call('POST', 'sobjects/Account', { Name: 'Parent' })).body.id as string;
}, 60_000);
afterAll(() => served.close());

type Values = Readonly<Record<string, unknown>>;
const FIELDS = KINDS.map((kind) => kind.field);
const sample = fc
  .record(
    Object.fromEntries(KINDS.map((kind) => [kind.field, kind.field === 'Check__c' ? kind.valid : fc.option(kind.valid, { freq: 5 })])),
  )
  .map((values): Values => ({ ...values, Parent__c: values['Parent__c'] === null ? null : parent }));

let batch = 0;
/** Rows with names that tell them apart. */
const named = (rows: readonly Values[]): Values[] => {
  batch++;
  return rows.map((row, i) => ({ Name: `${batch}-${i}`, ...row }));
};

async function query(soql: string): Promise<Values[]> {
  const answer = await admin.call('GET', `query?q=${encodeURIComponent(soql)}`);
  expect(answer.status).toBe(200);
  return answer.body.records as Values[];
}

async function readBack(rows: readonly Values[]): Promise<void> {
  const prefix = String(rows[0]?.['Name']).replace(/\d+$/, '');
  const found = await query(`SELECT Name, ${FIELDS.join(', ')} FROM Sample__c WHERE Name LIKE '${prefix}%'`);
  const byName = new Map(found.map((row) => [row['Name'], row]));
  for (const row of rows) {
    const { attributes: _attributes, ...values } = byName.get(row['Name']) ?? {};
    expect(values).toEqual(row);
  }
  await comparedByApex(rows);
}

/** Runs Apex that is too long for an address. */
async function exec(source: string): Promise<void> {
  const url = `/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`;
  const answer = await admin.call('POST', 'composite', { compositeRequest: [{ method: 'GET', referenceId: 'a', url }] });
  expect(answer.body.compositeResponse[0].body).toMatchObject({ compiled: true, success: true, exceptionMessage: null });
}

const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const given = (rows: readonly Values[]): string =>
  `List<Sample__c> given = (List<Sample__c>) JSON.deserialize(${literal(JSON.stringify(rows))}, List<Sample__c>.class);`;

/** Apex sees the stored values as it sees those that it reads from JSON. */
async function comparedByApex(rows: readonly Values[]): Promise<void> {
  await exec(`${given(rows)}
    Map<String, Sample__c> stored = new Map<String, Sample__c>();
    for (Sample__c row : [SELECT Name, ${FIELDS.join(', ')} FROM Sample__c]) stored.put(row.Name, row);
    for (Sample__c row : given) {
      for (String field : new List<String>{ ${FIELDS.map((field) => `'${field}'`).join(', ')} }) {
        Assert.areEqual(row.get(field), stored.get(row.Name).get(field), row.Name + ' ' + field);
      }
    }`);
}

const cell = (value: unknown): string => (value === null ? '#N/A' : `"${String(value).replaceAll('"', '""')}"`);

/** Loads rows in bulk and returns the failed lines. */
async function bulk(object: string, columns: readonly string[], rows: readonly Values[]): Promise<string> {
  const job = await admin.call('POST', 'jobs/ingest', { object, operation: 'insert' });
  const csv = [columns.join(','), ...rows.map((row) => columns.map((name) => cell(row[name])).join(','))].join('\n');
  expect((await admin.call('PUT', `jobs/ingest/${job.body.id}/batches`, `${csv}\n`, { 'content-type': 'text/csv' })).status).toBe(201);
  await admin.call('PATCH', `jobs/ingest/${job.body.id}`, { state: 'UploadComplete' });
  served.drain();
  expect((await admin.call('GET', `jobs/ingest/${job.body.id}`)).body.state).toBe('JobComplete');
  return String((await admin.call('GET', `jobs/ingest/${job.body.id}/failedResults`)).body)
    .trim()
    .split('\n')
    .slice(1)
    .join('\n');
}

const inCollection = (object: string, rows: readonly Values[]): Promise<Answer> =>
  admin.call('POST', 'composite/sobjects', { records: rows.map((row) => ({ attributes: { type: object }, ...row })) });

describe('a value of every type', () => {
  const doors: Readonly<Record<string, (rows: readonly Values[]) => Promise<void>>> = {
    'one by one': async (rows) => {
      for (const row of rows) expect((await admin.call('POST', 'sobjects/Sample__c', row)).status).toBe(201);
    },
    'in a collection': async (rows) => {
      const answer = await inCollection('Sample__c', rows);
      expect((answer.body as { errors: unknown[] }[]).flatMap((result) => result.errors)).toEqual([]);
    },
    'in bulk': async (rows) => expect(await bulk('Sample__c', ['Name', ...FIELDS], rows)).toBe(''),
    'by Apex': (rows) => exec(`${given(rows)} insert given;`),
  };
  it.each(Object.keys(doors))('written %s reads back as it was', async (door) => {
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { minLength: 1, maxLength: ROWS }), async (values) => {
        const rows = named(values);
        await doors[door]?.(rows);
        await readBack(rows);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('reads back from a standard Integer field', async () => {
    await fc.assert(
      fc.asyncProperty(INTEGER.valid, async (value) => {
        const { id } = (await admin.call('POST', 'sobjects/Account', { Name: 'Whole', NumberOfEmployees: value })).body as { id: string };
        expect((await query(`SELECT NumberOfEmployees FROM Account WHERE Id = '${id}'`))[0]?.['NumberOfEmployees']).toBe(value);
      }),
      { numRuns: 5 * RUNS, seed: SEED },
    );
  });
});

describe('a value that the platform refuses', () => {
  const cases: readonly (readonly [string, Kind])[] = [...KINDS.map((kind) => ['Sample__c', kind] as const), ['Account', INTEGER]];
  it.each(cases.map(([object, kind]) => [object, kind.field, kind] as const))(
    'in %s.%s is refused with its code and leaves nothing',
    async (object, field, kind) => {
      await fc.assert(
        fc.asyncProperty(kind.invalid, async ([value, code]) => {
          const row = { Name: 'Refused', [field]: value };
          const single = await admin.call('POST', `sobjects/${object}`, row);
          expect([value, single.status, single.body[0].errorCode]).toEqual([value, 400, code]);
          // A value that cannot be read refuses the whole collection, one that does not fit its own row.
          const several = await inCollection(object, [row]);
          expect(several.status === 200 ? several.body[0].errors[0].statusCode : several.body[0].errorCode).toBe(code);
          if (typeof value !== 'object' && isStorable(String(value))) {
            expect(await bulk(object, ['Name', field], [row])).not.toBe('');
          }
          expect(await query(`SELECT Id FROM ${object} WHERE Name = 'Refused'`)).toEqual([]);
        }),
        { numRuns: 2 * RUNS, seed: SEED },
      );
    },
  );
});
