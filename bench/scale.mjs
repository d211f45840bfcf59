/**
 * Throughput as the population grows: the engine and the reference (bench/reference, planned and queued 10,000 people at a time, its clock
 * running only while its jobs run) on copies of one database per size. Run: node bench/scale.mjs [sizes=1000,10000,100000]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchProject, copyDatabase, serve } from './served-org.mjs';

const sizes = (process.argv[2] ?? '1000,10000,100000').split(',').map(Number);
const API = '/services/apexrest/provisioning/v1';
const COLLECTIONS = '/services/data/v67.0/composite/sobjects';
const folder = mkdtempSync(join(tmpdir(), 'bench-scale-'));
const project = benchProject({ licenses: { Salesforce: Math.max(...sizes) + 5000 } });
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function insertAll(org, records) {
  for (let from = 0; from < records.length; from += 200) {
    const rows = await org.call('POST', COLLECTIONS, { allOrNone: true, records: records.slice(from, from + 200) });
    const refused = rows.find((row) => !row.success);
    if (refused) throw new Error(JSON.stringify(refused));
  }
}

/** A database with so many eligible employees, everybody with a clean record of their own. */
async function prepare(size) {
  const db = join(folder, `template-${size}.db`);
  const org = await serve(project, db, ['--no-seed']);
  const [recordType] = await org.query("SELECT Id FROM RecordType WHERE SobjectType = 'Account' AND IsPersonType = true");
  const numbers = Array.from({ length: size }, (_, i) => `S${1_000_000 + i}`);
  await insertAll(
    org,
    numbers.map((number, i) => ({
      attributes: { type: 'Account' },
      RecordTypeId: recordType.Id,
      AccountNumber: number,
      FirstName: 'Scale',
      LastName: `Person ${i}`,
      PersonEmail: `person.${i}@north.example`,
    })),
  );
  const contacts = new Map();
  for (let last = '0'; ;) {
    const page = await org.query(
      `SELECT AccountNumber, PersonContactId FROM Account WHERE AccountNumber > '${last}' ORDER BY AccountNumber LIMIT 2000`,
    );
    for (const row of page) contacts.set(row.AccountNumber, row.PersonContactId);
    if (page.length < 2000) break;
    last = page.at(-1).AccountNumber;
  }
  await insertAll(
    org,
    numbers.map((number) => ({
      attributes: { type: 'Employee2' },
      ContactId: contacts.get(number),
      EmployeeNumber: number,
      EmployeeStatus: 'Active',
      StatusStartDate: '2026-01-05T08:00:00.000Z',
    })),
  );
  await org.call('PUT', `${API}/settings`, {
    profile: 'Standard User',
    emailEncoding: 'UTF-8',
    employeeStatus: 'Active',
    permissionSets: ['Bench_Provisioned'],
    usernameSuffix: 'northwind.example',
  });
  await org.stop();
  return db;
}

async function engine(db) {
  const org = await serve(project, db, ['--no-seed']);
  const started = performance.now();
  const { id } = await org.call('POST', `${API}/processes`, { mode: 'Live' });
  for (;;) {
    const run = await org.call('GET', `${API}/processes/${id}`);
    if (!['Queued', 'Initializing', 'Processing'].includes(run.status)) {
      const seconds = (performance.now() - started) / 1000;
      const [{ jobs }] = await org.query("SELECT COUNT(Id) jobs FROM AsyncApexJob WHERE JobType = 'Queueable'");
      await org.stop();
      if (run.status !== 'Finished' || run.failed > 0) throw new Error(JSON.stringify(run));
      return { seconds, people: run.created, jobs };
    }
    await pause(100);
  }
}

async function reference(db, size) {
  const org = await serve(project, db, ['--no-seed']);
  let seconds = 0;
  let people = 0;
  while (people < size) {
    const planned = await org.exec('ReferenceProvisioning.start();');
    if (!planned.success) throw new Error(planned.compileProblem ?? planned.exceptionMessage);
    const started = performance.now();
    while ((await org.query("SELECT Id FROM AsyncApexJob WHERE Status IN ('Queued', 'Preparing', 'Processing') LIMIT 1")).length > 0)
      await pause(100);
    seconds += (performance.now() - started) / 1000;
    const [{ n }] = await org.query('SELECT COUNT(Id) n FROM Employee2 WHERE UserId != null');
    if (n === people) throw new Error(`The reference stopped at ${n} of ${size}`);
    people = n;
  }
  await org.stop();
  return { seconds, people };
}

for (const size of sizes) {
  const template = await prepare(size);
  const run = await engine(copyDatabase(template, join(folder, `engine-${size}.db`)));
  const ref = await reference(copyDatabase(template, join(folder, `reference-${size}.db`)), size);
  const rates = [run.people / run.seconds, ref.people / ref.seconds];
  console.log(
    `${size} employees: engine ${run.seconds.toFixed(1)} s (${rates[0].toFixed(0)}/s), reference ${ref.seconds.toFixed(1)} s (${rates[1].toFixed(0)}/s), ` +
      `engine/reference ${(rates[0] / rates[1]).toFixed(2)}, ${((run.jobs * 1000) / size).toFixed(1)} asynchronous jobs per 1,000 employees`,
  );
}
rmSync(folder, { recursive: true, force: true });
rmSync(project, { recursive: true, force: true });
