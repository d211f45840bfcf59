/**
 * Provisioning throughput for the sample workforce: the engine, the reference (queueables with precomputed values that do the same three
 * DML steps) and bare SQL of the same rows, alternated in one run on copies of one database. Run: node bench/throughput.mjs [rounds=5]
 * The reference's clock starts when its values are computed and its jobs are queued. Both are watched every 20 ms by a query. One more engine
 * run is polled every 50 ms to time ProvisioningProcessController.getProcess during a run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchProject, copyDatabase, median, percentile, serve } from './served-org.mjs';
import { replay, writtenRows } from './bare-sql.mjs';
import { API, ended, idle, pause, saveSettings } from './workforce.mjs';

const rounds = Number(process.argv[2] ?? 5);
const WATCH_MS = 20;
const folder = mkdtempSync(join(tmpdir(), 'bench-throughput-'));
const project = benchProject();
const template = join(folder, 'template.db');

const prepared = await serve(project, template);
await saveSettings(prepared);
await prepared.stop();

async function engine(db) {
  const org = await serve(project, db);
  const before = org.cpuSeconds();
  const started = performance.now();
  const { id } = await org.call('POST', `${API}/processes`, { mode: 'Live' });
  const { run, at } = await ended(org, id, WATCH_MS);
  const cpu = org.cpuSeconds() - before;
  await org.stop();
  return { seconds: (at - started) / 1000, cpu, people: run.created + run.linked };
}

async function reference(db) {
  const org = await serve(project, db);
  const result = await org.exec('ReferenceProvisioning.start();');
  if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage);
  const before = org.cpuSeconds();
  const started = performance.now();
  await idle(org, WATCH_MS);
  const seconds = (performance.now() - started) / 1000;
  const cpu = org.cpuSeconds() - before;
  const [{ n }] = await org.query('SELECT COUNT(Id) n FROM Employee2 WHERE UserId != null');
  await org.stop();
  return { seconds, cpu, people: n };
}

/** Milliseconds that each look of the console took while a run went on. */
async function consolePolls(db) {
  const org = await serve(project, db);
  const { id } = await org.call('POST', `${API}/processes`, { mode: 'Live' });
  const polls = [];
  for (let isOpen = true; isOpen;) {
    const sent = performance.now();
    const answer = await org.call('POST', '/aura/apex', {
      classname: 'ProvisioningProcessController',
      method: 'getProcess',
      params: { processId: id },
      cacheable: false,
    });
    polls.push(performance.now() - sent);
    isOpen = ['Queued', 'Initializing', 'Processing'].includes((answer.returnValue ?? answer).status);
    await pause(50);
  }
  await org.stop();
  return polls;
}

const figures = { engine: [], reference: [], sql: [] };
const processor = { engine: [], reference: [] };
for (let round = 0; round < rounds; round++) {
  const run = await engine(copyDatabase(template, join(folder, `engine-${round}.db`)));
  figures.engine.push(run.people / run.seconds);
  processor.engine.push(run.people / run.cpu);
  const ref = await reference(copyDatabase(template, join(folder, `reference-${round}.db`)));
  figures.reference.push(ref.people / ref.seconds);
  processor.reference.push(ref.people / ref.cpu);
  const rows = writtenRows(template, join(folder, `reference-${round}.db`));
  const seconds = replay(copyDatabase(template, join(folder, `sql-${round}.db`)), rows);
  figures.sql.push(ref.people / seconds);
  console.log(
    `round ${round + 1}: engine ${figures.engine[round].toFixed(0)}/s (${run.people} people, processor ${run.cpu.toFixed(2)} s), ` +
      `reference ${figures.reference[round].toFixed(0)}/s (${ref.people}, processor ${ref.cpu.toFixed(2)} s), SQL ${figures.sql[round].toFixed(0)}/s`,
  );
}
const polls = await consolePolls(copyDatabase(template, join(folder, 'polls.db')));
for (const [name, values] of Object.entries(figures)) console.log(`${name.padEnd(10)} median ${median(values).toFixed(0)} employees/s`);
console.log(
  `engine/reference ${(median(figures.engine) / median(figures.reference)).toFixed(2)} by the clock, ` +
    `${(median(processor.engine) / median(processor.reference)).toFixed(2)} by processor time   ` +
    `reference/SQL ${(median(figures.reference) / median(figures.sql)).toFixed(3)}`,
);
console.log(
  `console poll during a run: p50 ${percentile(polls, 50).toFixed(0)} ms, p95 ${percentile(polls, 95).toFixed(0)} ms, ${polls.length} polls`,
);
rmSync(folder, { recursive: true, force: true });
rmSync(project, { recursive: true, force: true });
