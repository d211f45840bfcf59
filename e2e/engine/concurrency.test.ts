import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bulkInsert } from './bulk';
import { projectWithSeats } from './project';
import { seeded } from './seeded';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { accountsOf, API, apex, employeesOf, idle, insertAll, load, people, processes, resume, saveSettings, startRun, type Person, type ProcessJson } from './workforce'; // prettier-ignore

const WAITING = "SELECT COUNT(Id) n FROM Employee2 WHERE EmployeeStatus = 'Active' AND UserId = null";
/** Rows that the start and the pass lock. */
const LOCKS_BEFORE_THE_FIRST_CHUNK = 4;
const folder = mkdtempSync(join(tmpdir(), 'concurrency-'));
const template = join(folder, 'template.db');
let copies = 0;
let project: string;
let org: ServedOrg;
let everybody: Person[];

/** An org whose automatic provisioning is on: one run has finished with the settings (R2). */
beforeAll(async () => {
  project = projectWithSeats(join(folder, 'project'), 30_000);
  org = await serve({ db: template, project });
  everybody = people(30_000).filter((p) => p.email !== null);
  await load(org, hire(1));
  await saveSettings(org, { automaticProvisioning: true });
  await startRun(org);
  await idle(org);
  await org.stop();
});

beforeEach(async () => {
  org = await serve({ db: copyDatabase(template, join(folder, `${++copies}.db`)), project });
});

afterEach(() => org.stop());

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R4: two people start at the same moment: one runs, the other learns which', async () => {
  await load(org, hire(250));
  const answers = await Promise.all([startRun(org, 'admin'), startRun(org, 'operator'), startRun(org, 'integration')]);
  const accepted = answers.filter((a) => a.status === 202);
  const refused = answers.filter((a) => a.status === 409);
  expect([accepted.length, refused.length]).toEqual([1, 2]);
  for (const { body } of refused) {
    expect(body[0]).toEqual({
      errorCode: 'ALREADY_RUNNING',
      message: `User provisioning is running already: ${accepted[0]!.body.name}. Wait until it has finished, or cancel it.`,
      fields: [],
      processId: accepted[0]!.body.id,
    });
  }
  await idle(org);
  expect(await newProcesses()).toMatchObject([{ status: 'Finished', trigger: 'API', total: 250, created: 250 }]);
});

test('R4: the console and the API start at the same moment', async () => {
  await load(org, hire(250));
  const [api, console] = await Promise.all([
    startRun(org, 'operator'),
    apex<ProcessJson>(org, 'admin', 'ProvisioningController', 'startRun'),
  ]);
  expect([api.status, console.status].sort()).toEqual(api.status === 202 ? [202, 500] : [200, 409]);
  const [live] = await newProcesses();
  if (api.status === 202)
    expect(console.problem).toMatchObject({ processId: live!.id, message: expect.stringContaining(live!.name) as string });
  else expect(api.body[0]).toMatchObject({ errorCode: 'ALREADY_RUNNING', processId: live!.id });
  await idle(org);
  expect(await newProcesses()).toMatchObject([{ status: 'Finished', total: 250, created: 250 }]);
});

test('R4: selections wait for the live run and start in order', async () => {
  await saveSettings(org);
  await load(org, hire(240));
  const rows = await org.query<{ Id: string }>('SELECT Id FROM Employee2 WHERE UserId = null ORDER BY EmployeeNumber');
  const ids = rows.map((row) => row.Id);
  const answers = await Promise.all([
    startRun(org, 'admin', { mode: 'Live', employeeIds: ids.slice(0, 30) }),
    startRun(org, 'operator', { mode: 'Live', employeeIds: ids.slice(20, 50) }),
    startRun(org, 'integration', { mode: 'Live', employeeIds: ids.slice(40, 70) }),
  ]);
  expect(answers.map((a) => a.status)).toEqual([202, 202, 202]);
  await idle(org);
  const ended = (await newProcesses()).sort((a, b) => a.name.localeCompare(b.name));
  expect(ended.map((p) => p.status)).toEqual(['Finished', 'Finished', 'Finished']);
  expect(ended.map((p) => p.startTime)).toEqual(ended.map((p) => p.startTime).sort());
  expect(ended.reduce((sum, p) => sum + p.created, 0)).toBe(70);
  expect(await waiting()).toBe(170);
});

test('R4, R5: selections that waited for each other are no arrival: no automatic run follows them', async () => {
  const [failing] = people(6).slice(5);
  await load(org, [failing!]);
  await advance('61s');
  const ids = (await org.query<{ Id: string }>('SELECT Id FROM Employee2 WHERE UserId = null')).map((row) => row.Id);
  const select = () => startRun(org, 'admin', { mode: 'Live', employeeIds: ids });
  await Promise.all([select(), select()]);
  await idle(org);
  expect((await newProcesses()).map((p) => p.trigger)).toEqual(['API', 'API', 'Automatic']);
});

test('R5: a wake comes after one minute, not before', async () => {
  await load(org, hire(3));
  await advance('50s');
  expect([await newProcesses(), await waiting()]).toEqual([[], 3]);
  await advance('10s');
  expect(await newProcesses()).toMatchObject([{ status: 'Finished', trigger: 'Automatic', total: 3, created: 3 }]);
});

test('R4, R5: a person starts before the trigger does: the wake makes no second process', async () => {
  await load(org, hire(450));
  const started = await startRun(org);
  await advance('61s');
  expect(started.status).toBe(202);
  await idle(org);
  expect(await newProcesses()).toMatchObject([{ id: started.body.id, status: 'Finished', created: 450 }]);
});

test('R4, R5: the trigger starts before a person does: the person learns of the automatic run', async () => {
  await load(org, hire(450));
  await advance('57s');
  let live: ProcessJson[] = [];
  for (const end = performance.now() + 10_000; live.length === 0 && performance.now() < end;) live = await newProcesses();
  const refused = await startRun(org);
  expect([refused.status, refused.body[0]?.processId]).toEqual([409, live[0]!.id]);
  await idle(org);
  expect(await newProcesses()).toMatchObject([{ status: 'Finished', trigger: 'Automatic', total: 450, created: 450 }]);
});

test('R5, R18: who arrives before a person cancels gets a run at once; those for whom it was cancelled wait for a person', async () => {
  await saveSettings(org, { automaticProvisioning: true, maximumCreates: 10 });
  await startRun(org);
  await idle(org);
  await load(org, hire(450));
  await advance('1s');
  const { body: run } = await startRun(org);
  await runJobs();
  await load(org, hire(3));
  await advance('61s');
  expect(await newest()).toMatchObject({ id: run.id, status: 'Queued', guard: 'MAXIMUM_CREATES', created: 0 });

  expect((await org.call('operator', 'POST', `${API}/processes/${run.id}/cancel`)).status).toBe(202);
  await runJobs();

  expect(await newest()).toMatchObject({ trigger: 'Automatic', status: 'Finished', total: 3, created: 3 });
  expect(await waiting()).toBe(450);
  await advance('2h');
  await load(org, hire(1));
  await advance('61s');
  expect(await newest()).toMatchObject({ trigger: 'Automatic', status: 'Finished', total: 1, created: 1 });
  expect(await waiting()).toBe(450);

  const { body: again } = await startRun(org);
  await runJobs();
  await resume(org, again.id);
  await idle(org);
  expect([await newest(), await waiting()]).toMatchObject([{ id: again.id, status: 'Finished', created: 450 }, 0]);
});

test('R5: a bulk load of 10,000 employees makes one automatic run, and everybody is provisioned', async () => {
  const workforce = hire(10_000);
  expect(await bulkInsert(org, 'Account', await accountsOf(org, workforce))).toEqual({ processed: 10_000, failed: 0 });
  expect(await bulkInsert(org, 'Employee2', await employeesOf(org, workforce))).toEqual({ processed: 10_000, failed: 0 });
  await advance('61s');
  await idle(org);
  expect(await newProcesses()).toMatchObject([
    { status: 'Finished', trigger: 'Automatic', total: 10_000, processed: 10_000, created: 10_000 },
  ]);
  expect(await waiting()).toBe(0);
  const [users] = await org.query<{ n: number }>('SELECT COUNT(Id) n FROM User WHERE ProvisionedEmployee__c != null');
  expect(users!.n).toBe(10_001);
});

test('R5: a wake that comes in the last moment of a run is not lost', async () => {
  const random = seeded(20261122);
  let joined = 0;
  for (let round = 0; round < 30; round++) {
    await load(org, hire(250));
    const late = hire(2);
    await insertAll(org, await accountsOf(org, late));
    const arrivals = await employeesOf(org, late);
    await startRun(org);
    await pause(random() * 90);
    await insertAll(org, arrivals);
    await advance('61s');
    await advance('61s');
    await idle(org);
    expect([round, await waiting()]).toEqual([round, 0]);
    const run = (await processes(org)).find((p) => p.trigger === 'API');
    if (run!.total > 250) joined++;
  }
  expect(joined).toBeGreaterThan(0);
  expect((await processes(org)).every((p) => p.status === 'Finished' && p.failed === 0)).toBe(true);
});

test('R5, R10: locked rows lose neither the wake nor anybody, wherever the run meets them', async () => {
  for (let nth = 1; nth <= 32; nth++) {
    await load(org, hire(230));
    await org.call('admin', 'POST', '/__local/faults', { point: 'lock', nth, action: 'error' });
    await advance('61s');
    await org.call('admin', 'POST', '/__local/faults', { clear: true });
    for (const minutes of ['61s', '3m', '9m']) await advance(minutes);
    await idle(org);
    expect([nth, await waiting()]).toEqual([nth, 0]);
    expect([nth, (await processes(org)).find((p) => p.total > 0)]).toMatchObject([
      nth,
      { status: 'Finished', processed: 230, created: 230 },
    ]);
  }
});

test.each([
  ['Live', LOCKS_BEFORE_THE_FIRST_CHUNK],
  // one more row is locked on its way there
  ['DryRun', LOCKS_BEFORE_THE_FIRST_CHUNK + 1],
])('R6, R10, R21: a run (%s) that stood still until its cursor had expired goes on by query', async (mode, locks) => {
  await load(org, hire(450));
  await org.call('admin', 'POST', '/__local/faults', { point: 'lock', nth: locks + 1, action: 'error' });
  const { body: run } = await startRun(org, 'admin', { mode });
  await runJobs();
  expect(await newest()).toMatchObject({ id: run.id, status: 'Processing', processed: 0 });

  await advance('3d');
  await idle(org);

  expect((await processes(org)).find(({ id }) => id === run.id)).toMatchObject({ status: 'Finished', total: 450, created: 450 });
  const rows = await org.query(`SELECT Generation__c FROM ProvisioningProcess__c WHERE Id = '${run.id}'`);
  expect(rows).toMatchObject([{ Generation__c: 2 }]);
});

test('R6, R23: a run that was parked until its cursor had expired is continued with everybody who is left, each once', async () => {
  await load(org, hire(450));
  await saveSettings(org, { maximumCreates: 300 });
  const { body: run } = await startRun(org, 'admin', { mode: 'Live' });
  do await runJobs();
  while ((await newest()).processed === 0);
  await runJobs();
  expect(await newest()).toMatchObject({ id: run.id, guard: 'MAXIMUM_CREATES', created: 200 });

  await advance('3d');
  await resume(org, run.id);
  await idle(org);

  expect((await processes(org)).find(({ id }) => id === run.id)).toMatchObject({ status: 'Finished', total: 450, created: 450 });
  const [users] = await org.query<{ n: number }>(`SELECT COUNT(Id) n FROM User WHERE ProvisioningProcessId__c = '${run.id}'`);
  expect(users).toEqual(expect.objectContaining({ n: 450 }));
});

/** The next people, each hired once. */
function hire(count: number): Person[] {
  if (everybody.length < count) throw new Error('Nobody is left to hire');
  return everybody.splice(0, count);
}

async function advance(time: string): Promise<void> {
  expect((await org.call('admin', 'POST', '/__local/clock', { advance: time })).status).toBe(200);
}

async function runJobs(): Promise<void> {
  expect((await org.call('admin', 'POST', '/__local/jobs/run', {})).status).toBe(200);
}

async function newest(): Promise<ProcessJson> {
  return (await processes(org))[0]!;
}

/** All but the first run, which the template made. */
async function newProcesses(): Promise<ProcessJson[]> {
  return (await processes(org)).slice(0, -1);
}

async function waiting(): Promise<number> {
  return (await org.query<{ n: number }>(WAITING))[0]!.n;
}
