/**
 * Throughput as the population grows: the engine and the reference (bench/reference, planned and queued 10,000 people at a time, its clock
 * running only while its jobs run) on copies of one database per size, alternated.
 * Run: node bench/scale.mjs [sizes=1000,10000,100000] [rounds=3]. Prints every round, then medians. On a busy machine the processor seconds
 * (all threads of the org, start not included) say more than the clock.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchProject, copyDatabase, median, serve } from './served-org.mjs';
import { addEmployees, API, ended, idle, saveSettings } from './workforce.mjs';

const sizes = (process.argv[2] ?? '1000,10000,100000').split(',').map(Number);
const rounds = Number(process.argv[3] ?? 3);
const WATCH_MS = 100;
const folder = mkdtempSync(join(tmpdir(), 'bench-scale-'));
const project = benchProject({ licenses: { Salesforce: Math.max(...sizes) + 5000 } });

/** A database with so many eligible employees, everybody with a clean record of their own. */
async function prepare(size) {
  const db = join(folder, `template-${size}.db`);
  const org = await serve(project, db, ['--no-seed']);
  await addEmployees(org, 'S', size);
  await saveSettings(org);
  await org.stop();
  return db;
}

async function engine(db, size) {
  const org = await serve(project, db, ['--no-seed']);
  const before = org.cpuSeconds();
  const started = performance.now();
  const { id } = await org.call('POST', `${API}/processes`, { mode: 'Live' });
  const { run, at } = await ended(org, id, WATCH_MS);
  const seconds = (at - started) / 1000;
  const cpu = org.cpuSeconds() - before;
  const [{ jobs }] = await org.query("SELECT COUNT(Id) jobs FROM AsyncApexJob WHERE JobType = 'Queueable'");
  await org.stop();
  if (run.created !== size) throw new Error(JSON.stringify(run));
  return { seconds, cpu, jobs };
}

async function reference(db, size) {
  const org = await serve(project, db, ['--no-seed']);
  const total = { seconds: 0, cpu: 0 };
  for (let people = 0; people < size;) {
    const planned = await org.exec('ReferenceProvisioning.start();');
    if (!planned.success) throw new Error(planned.compileProblem ?? planned.exceptionMessage);
    const before = org.cpuSeconds();
    const started = performance.now();
    await idle(org, WATCH_MS);
    total.seconds += (performance.now() - started) / 1000;
    total.cpu += org.cpuSeconds() - before;
    const [{ n }] = await org.query('SELECT COUNT(Id) n FROM Employee2 WHERE UserId != null');
    if (n === people) throw new Error(`The reference stopped at ${n} of ${size}`);
    people = n;
  }
  await org.stop();
  return total;
}

const medianOf = (runs, key) => median(runs.map((run) => run[key]));
const summary = [];
for (const size of sizes) {
  const template = await prepare(size);
  const [runs, references] = [[], []];
  for (let round = 0; round < rounds; round++) {
    runs.push(await engine(copyDatabase(template, join(folder, 'engine.db')), size));
    references.push(await reference(copyDatabase(template, join(folder, 'reference.db')), size));
    const [run, ref] = [runs.at(-1), references.at(-1)];
    console.log(
      `${size} employees, round ${round + 1}: engine ${run.seconds.toFixed(2)} s (processor ${run.cpu.toFixed(2)} s), ` +
        `reference ${ref.seconds.toFixed(2)} s (processor ${ref.cpu.toFixed(2)} s)`,
    );
  }
  summary.push({
    employees: size,
    'engine/s': Math.round(size / medianOf(runs, 'seconds')),
    'reference/s': Math.round(size / medianOf(references, 'seconds')),
    'engine/reference': (medianOf(references, 'seconds') / medianOf(runs, 'seconds')).toFixed(2),
    'by processor time': (medianOf(references, 'cpu') / medianOf(runs, 'cpu')).toFixed(2),
    'engine, processor s per 1,000': ((medianOf(runs, 'cpu') * 1000) / size).toFixed(3),
    'jobs per 1,000': ((runs[0].jobs * 1000) / size).toFixed(1),
  });
  for (const suffix of ['', '-wal', '-shm']) rmSync(template + suffix, { force: true });
}
console.table(summary);
rmSync(folder, { recursive: true, force: true });
rmSync(project, { recursive: true, force: true });
