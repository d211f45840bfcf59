import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { advance, newProcesses, prepareAutomatic, waiting, type AutomaticOrg } from './automatic-org';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { API, apex, idle, load, people, processes, resume, saveSettings, startRun, type ProcessJson } from './workforce';

/** Rows that the start and the pass lock. */
const LOCKS_BEFORE_THE_FIRST_CHUNK = 4;
const folder = mkdtempSync(join(tmpdir(), 'concurrency-'));
let copies = 0;
let automatic: AutomaticOrg;
let org: ServedOrg;

beforeAll(async () => {
  automatic = await prepareAutomatic(folder);
});

beforeEach(async () => {
  const { template, project } = automatic;
  org = await serve({ db: copyDatabase(template, join(folder, `${++copies}.db`)), project });
});

afterEach(() => org.stop());

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R4: two people start at the same moment: one runs, the other learns which', async () => {
  await load(org, automatic.hire(250));
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
  expect(await newProcesses(org)).toMatchObject([{ status: 'Finished', trigger: 'API', total: 250, created: 250 }]);
});

test('R4: the console and the API start at the same moment', async () => {
  await load(org, automatic.hire(250));
  const [api, console] = await Promise.all([
    startRun(org, 'operator'),
    apex<ProcessJson>(org, 'admin', 'ProvisioningController', 'startRun'),
  ]);
  expect([api.status, console.status].sort()).toEqual(api.status === 202 ? [202, 500] : [200, 409]);
  const [live] = await newProcesses(org);
  if (api.status === 202)
    expect(console.problem).toMatchObject({ processId: live!.id, message: expect.stringContaining(live!.name) as string });
  else expect(api.body[0]).toMatchObject({ errorCode: 'ALREADY_RUNNING', processId: live!.id });
  await idle(org);
  expect(await newProcesses(org)).toMatchObject([{ status: 'Finished', total: 250, created: 250 }]);
});

test('R4: selections wait for the live run and start in order', async () => {
  await saveSettings(org);
  await load(org, automatic.hire(240));
  const rows = await org.query<{ Id: string }>('SELECT Id FROM Employee2 WHERE UserId = null ORDER BY EmployeeNumber');
  const ids = rows.map((row) => row.Id);
  const answers = await Promise.all([
    startRun(org, 'admin', { mode: 'Live', employeeIds: ids.slice(0, 30) }),
    startRun(org, 'operator', { mode: 'Live', employeeIds: ids.slice(20, 50) }),
    startRun(org, 'integration', { mode: 'Live', employeeIds: ids.slice(40, 70) }),
  ]);
  expect(answers.map((a) => a.status)).toEqual([202, 202, 202]);
  await idle(org);
  const ended = (await newProcesses(org)).sort((a, b) => a.name.localeCompare(b.name));
  expect(ended.map((p) => p.status)).toEqual(['Finished', 'Finished', 'Finished']);
  expect(ended.map((p) => p.startTime)).toEqual(ended.map((p) => p.startTime).sort());
  expect(ended.reduce((sum, p) => sum + p.created, 0)).toBe(70);
  expect(await waiting(org)).toBe(170);
});

test('R4, R5: selections that waited for each other are no arrival: no automatic run follows them', async () => {
  const [failing] = people(6).slice(5);
  await load(org, [failing!]);
  await advance(org, '61s');
  const ids = (await org.query<{ Id: string }>('SELECT Id FROM Employee2 WHERE UserId = null')).map((row) => row.Id);
  const select = () => startRun(org, 'admin', { mode: 'Live', employeeIds: ids });
  await Promise.all([select(), select()]);
  await idle(org);
  expect((await newProcesses(org)).map((p) => p.trigger)).toEqual(['API', 'API', 'Automatic']);
});

test('R5: a wake comes after one minute, not before', async () => {
  await load(org, automatic.hire(3));
  await advance(org, '50s');
  expect([await newProcesses(org), await waiting(org)]).toEqual([[], 3]);
  await advance(org, '10s');
  expect(await newProcesses(org)).toMatchObject([{ status: 'Finished', trigger: 'Automatic', total: 3, created: 3 }]);
});

test('R4, R5: a person starts before the trigger does: the wake makes no second process', async () => {
  await load(org, automatic.hire(450));
  const started = await startRun(org);
  await advance(org, '61s');
  expect(started.status).toBe(202);
  await idle(org);
  expect(await newProcesses(org)).toMatchObject([{ id: started.body.id, status: 'Finished', created: 450 }]);
});

test('R4, R5: the trigger starts before a person does: the person learns of the automatic run', async () => {
  await load(org, automatic.hire(450));
  await advance(org, '57s');
  let live: ProcessJson[] = [];
  for (const end = performance.now() + 10_000; live.length === 0 && performance.now() < end;) live = await newProcesses(org);
  const refused = await startRun(org);
  expect([refused.status, refused.body[0]?.processId]).toEqual([409, live[0]!.id]);
  await idle(org);
  expect(await newProcesses(org)).toMatchObject([{ status: 'Finished', trigger: 'Automatic', total: 450, created: 450 }]);
});

test('R5, R18: who arrives before a person cancels gets a run at once; those for whom it was cancelled wait for a person', async () => {
  await saveSettings(org, { automaticProvisioning: true, maximumCreates: 10 });
  await startRun(org);
  await idle(org);
  await load(org, automatic.hire(450));
  await advance(org, '1s');
  const { body: run } = await startRun(org);
  await runJobs();
  await load(org, automatic.hire(3));
  await advance(org, '61s');
  expect(await newest()).toMatchObject({ id: run.id, status: 'Queued', guard: 'MAXIMUM_CREATES', created: 0 });

  expect((await org.call('operator', 'POST', `${API}/processes/${run.id}/cancel`)).status).toBe(202);
  await runJobs();

  expect(await newest()).toMatchObject({ trigger: 'Automatic', status: 'Finished', total: 3, created: 3 });
  expect(await waiting(org)).toBe(450);
  await advance(org, '2h');
  await load(org, automatic.hire(1));
  await advance(org, '61s');
  expect(await newest()).toMatchObject({ trigger: 'Automatic', status: 'Finished', total: 1, created: 1 });
  expect(await waiting(org)).toBe(450);

  const { body: again } = await startRun(org);
  await runJobs();
  await resume(org, again.id);
  await idle(org);
  expect([await newest(), await waiting(org)]).toMatchObject([{ id: again.id, status: 'Finished', created: 450 }, 0]);
});

test.each([
  ['Live', LOCKS_BEFORE_THE_FIRST_CHUNK],
  // one more row is locked on its way there
  ['DryRun', LOCKS_BEFORE_THE_FIRST_CHUNK + 1],
])('R6, R10, R21: a run (%s) that stood still until its cursor had expired goes on by query', async (mode, locks) => {
  await load(org, automatic.hire(450));
  await org.call('admin', 'POST', '/__local/faults', { point: 'lock', nth: locks + 1, action: 'error' });
  const { body: run } = await startRun(org, 'admin', { mode });
  await runJobs();
  expect(await newest()).toMatchObject({ id: run.id, status: 'Processing', processed: 0 });

  await advance(org, '3d');
  await idle(org);

  expect((await processes(org)).find(({ id }) => id === run.id)).toMatchObject({ status: 'Finished', total: 450, created: 450 });
  const rows = await org.query(`SELECT Generation__c FROM ProvisioningProcess__c WHERE Id = '${run.id}'`);
  expect(rows).toMatchObject([{ Generation__c: 2 }]);
});

test('R6, R23: a run that was parked until its cursor had expired is continued with everybody who is left, each once', async () => {
  await load(org, automatic.hire(450));
  await saveSettings(org, { maximumCreates: 300 });
  const { body: run } = await startRun(org, 'admin', { mode: 'Live' });
  do await runJobs();
  while ((await newest()).processed === 0);
  await runJobs();
  expect(await newest()).toMatchObject({ id: run.id, guard: 'MAXIMUM_CREATES', created: 200 });

  await advance(org, '3d');
  await resume(org, run.id);
  await idle(org);

  expect((await processes(org)).find(({ id }) => id === run.id)).toMatchObject({ status: 'Finished', total: 450, created: 450 });
  const [users] = await org.query<{ n: number }>(`SELECT COUNT(Id) n FROM User WHERE ProvisioningProcessId__c = '${run.id}'`);
  expect(users).toEqual(expect.objectContaining({ n: 450 }));
});

async function runJobs(): Promise<void> {
  expect((await org.call('admin', 'POST', '/__local/jobs/run', {})).status).toBe(200);
}

async function newest(): Promise<ProcessJson> {
  return (await processes(org))[0]!;
}
