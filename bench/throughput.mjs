/**
 * Provisioning throughput for the sample workforce: the engine, the reference (queueables with precomputed values that do the same three
 * DML steps) and bare SQL of the same rows, alternated in one run on copies of one database. Run: node bench/throughput.mjs [rounds=5]
 * The reference's clock starts when its values are computed and its jobs are queued. Both are watched every 20 ms. One more engine run
 * is polled every 50 ms to time ProcessController.getProcess during a run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchProject, copyDatabase, median, percentile, serve } from './served-org.mjs';
import { replay, writtenRows } from './bare-sql.mjs';

const rounds = Number(process.argv[2] ?? 5);
const API = '/services/apexrest/provisioning/v1';
const SETTINGS = {
  profile: 'Standard User',
  emailEncoding: 'UTF-8',
  employeeStatus: 'Active',
  permissionSets: [],
  usernameSuffix: 'northwind.example',
};
const folder = mkdtempSync(join(tmpdir(), 'bench-throughput-'));
const project = benchProject();
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const template = join(folder, 'template.db');

const prepared = await serve(project, template);
const permissionSets = await prepared.query("SELECT Name FROM PermissionSet WHERE Name = 'Bench_Provisioned'");
await prepared.call('PUT', `${API}/settings`, { ...SETTINGS, permissionSets: permissionSets.map((p) => p.Name) });
await prepared.stop();

/** One engine run on a database; `interval` is the pause between polls in milliseconds, each of which is timed. */
async function engine(db, interval) {
  const org = await serve(project, db);
  const polls = [];
  const started = performance.now();
  const { id } = await org.call('POST', `${API}/processes`, { mode: 'Live' });
  for (;;) {
    const sent = performance.now();
    const answer = await org.call('POST', '/aura/apex', {
      classname: 'ProcessController',
      method: 'getProcess',
      params: { processId: id },
      cacheable: false,
    });
    polls.push(performance.now() - sent);
    const process = answer.returnValue ?? answer;
    if (!['Queued', 'Initializing', 'Processing'].includes(process.status)) {
      const seconds = (performance.now() - started) / 1000;
      await org.stop();
      if (process.status !== 'Finished') throw new Error(`The run ended as ${process.status}: ${process.statusMessage}`);
      return { seconds, polls, people: process.created + process.linked };
    }
    await pause(interval);
  }
}

async function reference(db) {
  const org = await serve(project, db);
  const result = await org.exec('ReferenceProvisioning.start();');
  if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage);
  const started = performance.now();
  for (;;) {
    const open = await org.query("SELECT Id FROM AsyncApexJob WHERE Status IN ('Queued', 'Preparing', 'Processing')");
    if (open.length === 0) break;
    await pause(20);
  }
  const seconds = (performance.now() - started) / 1000;
  const [{ n }] = await org.query('SELECT COUNT(Id) n FROM Employee2 WHERE UserId != null');
  await org.stop();
  return { seconds, people: n };
}

const figures = { engine: [], reference: [], sql: [] };
for (let round = 0; round < rounds; round++) {
  const engineDb = copyDatabase(template, join(folder, `engine-${round}.db`));
  const run = await engine(engineDb, 20);
  figures.engine.push(run.people / run.seconds);
  const ref = await reference(copyDatabase(template, join(folder, `reference-${round}.db`)));
  figures.reference.push(ref.people / ref.seconds);
  const rows = writtenRows(template, join(folder, `reference-${round}.db`));
  const seconds = replay(copyDatabase(template, join(folder, `sql-${round}.db`)), rows);
  figures.sql.push(ref.people / seconds);
  console.log(
    `round ${round + 1}: engine ${figures.engine[round].toFixed(0)}/s (${run.people} people), reference ${figures.reference[round].toFixed(0)}/s (${ref.people}), SQL ${figures.sql[round].toFixed(0)}/s`,
  );
}
const { polls } = await engine(copyDatabase(template, join(folder, 'polls.db')), 50);
for (const [name, values] of Object.entries(figures)) console.log(`${name.padEnd(10)} median ${median(values).toFixed(0)} employees/s`);
console.log(
  `engine/reference ${(median(figures.engine) / median(figures.reference)).toFixed(2)}   reference/SQL ${(median(figures.reference) / median(figures.sql)).toFixed(3)}`,
);
console.log(
  `console poll during a run: p50 ${percentile(polls, 50).toFixed(0)} ms, p95 ${percentile(polls, 95).toFixed(0)} ms, ${polls.length} polls`,
);
rmSync(folder, { recursive: true, force: true });
rmSync(project, { recursive: true, force: true });
