/**
 * Throughput of the data layer in a database file, a commit per 200 rows, no triggers. From packages/local-org/:
 * `npx rolldown -p node -f esm bench/data.ts -o node_modules/.cache/bench-data.mjs --external libsql && node node_modules/.cache/bench-data.mjs`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOrg, SYSTEM } from '../test/data/support';

const ROWS = 20_000;
const LOOKUPS = 20_000;
const directory = mkdtempSync(join(tmpdir(), 'local-org-bench-'));
const org = openOrg(undefined, {}, join(directory, 'bench.db'));

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function seconds(body: () => void): number {
  const start = process.hrtime.bigint();
  body();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const ids: string[] = [];
const inserts: number[] = [];
for (let round = 0; round < 5; round++) {
  let written = 0;
  const taken = seconds(() => {
    for (; written < ROWS / 5; written += 200) {
      const chunk = Array.from({ length: 200 }, (_, i) =>
        org.make('Person__c', {
          Name: `Person ${written + i}`,
          Email__c: `p${round}.${written + i}@example.com`,
          Code__c: `c${round}-${written + i}`,
        }),
      );
      org.tx(() => org.data.dml('insert', chunk, SYSTEM));
      for (const record of chunk) ids.push(record.id as string);
    }
  });
  inserts.push(written / taken);
}
const updates: number[] = [];
for (let round = 0; round < 5; round++) {
  const taken = seconds(() => {
    for (let at = 0; at < ROWS / 5; at += 200) {
      const chunk = ids.slice(at, at + 200).map((id) => org.make('Person__c', { Id: id, Name: `Renamed ${round}` }));
      org.tx(() => org.data.dml('update', chunk, SYSTEM));
    }
  });
  updates.push(ROWS / 5 / taken);
}
const byId: number[] = [];
for (let round = 0; round < 5; round++) {
  const taken = seconds(() => {
    for (let i = 0; i < LOOKUPS / 5; i++)
      org.query('SELECT Id, Name, Email__c FROM Person__c WHERE Id = :id', { id: ids[(i * 7) % ids.length] });
  });
  byId.push((taken / (LOOKUPS / 5)) * 1000);
}
const scan = seconds(() => void org.query('SELECT Id, Name, Email__c, Owner.Name FROM Person__c ORDER BY Name LIMIT 10000'));
console.log(
  JSON.stringify({
    insertRowsPerSecond: Math.round(median(inserts)),
    updateRowsPerSecond: Math.round(median(updates)),
    queryByIdMs: Number(median(byId).toFixed(4)),
    sorted10kRowsMs: Math.round(scan * 1000),
  }),
);
org.store.close();
rmSync(directory, { recursive: true, force: true });
