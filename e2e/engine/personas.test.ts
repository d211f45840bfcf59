import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type ServedOrg } from './served-org';
import { API, apex, idle, load, loadUsers, people, processes, saveSettings, startRun } from './workforce';

const PERSONAS = ['admin', 'operator', 'auditor', 'integration'] as const;
type Persona = (typeof PERSONAS)[number];
/** Custom permission, by its label, and the personas that have it. */
const PERMISSIONS: Readonly<Record<string, readonly Persona[]>> = {
  'View Provisioning': PERSONAS,
  'Run Provisioning': ['admin', 'operator', 'integration'],
  'Manage Provisioning Settings': ['admin'],
  'Import Employees': ['admin', 'integration'],
};
/** Whom the permission sets give the console's controllers: an integration has the API alone. */
const IN_THE_CONSOLE: readonly Persona[] = ['admin', 'operator', 'auditor'];
const SETTINGS = { profile: 'Standard User', emailEncoding: 'UTF-8', employeeStatus: 'Active', usernameSuffix: 'northwind.example' };
const OBJECTS = '/services/data/v67.0/sobjects';

const folder = mkdtempSync(join(tmpdir(), 'personas-'));
let org: ServedOrg;
/** Rows that the first run made, and the latest process, which still has people to try again; `{name}` in a path stands for the id. */
const ids = { settings: '', process: '', latest: '', item: '', user: '', employee: '' };

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  const workforce = people(30);
  await load(org, workforce);
  await loadUsers(org, [workforce[3]!.number]);
  await saveSettings(org);
  await startRun(org);
  await idle(org);
  const first = async (soql: string): Promise<string> => (await org.query<{ Id: string }>(soql))[0]!.Id;
  ids.settings = await first('SELECT Id FROM EmployeeUserSettings__c');
  ids.process = await first('SELECT Id FROM ProvisioningProcess__c');
  ids.item = await first("SELECT Id FROM ProvisioningProcessItem__c WHERE Outcome__c = 'Failed'");
  ids.employee = await first('SELECT Id FROM Employee2 WHERE UserId != null');
  ids.user = await first('SELECT Id FROM User WHERE ProvisionedEmployee__c != null');
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface ApiCall {
  readonly needs: string;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  /** Status for who may; a permitted call may still be impossible now (409). */
  readonly status: number;
}

const API_CALLS: readonly ApiCall[] = [
  { needs: 'View Provisioning', method: 'GET', path: '/settings', status: 200 },
  { needs: 'View Provisioning', method: 'GET', path: '/employees?view=All', status: 200 },
  { needs: 'View Provisioning', method: 'GET', path: '/processes', status: 200 },
  { needs: 'View Provisioning', method: 'GET', path: '/processes/{process}', status: 200 },
  { needs: 'View Provisioning', method: 'GET', path: '/processes/{process}/items', status: 200 },
  { needs: 'View Provisioning', method: 'GET', path: '/check', status: 200 },
  { needs: 'View Provisioning', method: 'GET', path: '/links', status: 200 },
  { needs: 'Manage Provisioning Settings', method: 'POST', path: '/links', body: { decision: 'Never', ids: ['garbage'] }, status: 200 },
  {
    needs: 'Manage Provisioning Settings',
    method: 'POST',
    path: '/links',
    body: { decision: 'Link', all: 'Exact', mode: 'DryRun' },
    status: 202,
  },
  { needs: 'View Provisioning', method: 'GET', path: '/check/people?code=CREATED', status: 200 },
  { needs: 'Run Provisioning', method: 'POST', path: '/check', status: 202 },
  { needs: 'Manage Provisioning Settings', method: 'PUT', path: '/settings', body: SETTINGS, status: 200 },
  { needs: 'Manage Provisioning Settings', method: 'POST', path: '/settings/preview', body: { settings: SETTINGS }, status: 200 },
  { needs: 'Run Provisioning', method: 'POST', path: '/processes', body: { mode: 'Live' }, status: 202 },
  { needs: 'Run Provisioning', method: 'POST', path: '/processes/{latest}/retry', body: {}, status: 202 },
  { needs: 'Run Provisioning', method: 'POST', path: '/processes/{process}/cancel', body: {}, status: 409 },
  { needs: 'Run Provisioning', method: 'POST', path: '/processes/{process}/resume', body: {}, status: 409 },
  { needs: 'Run Provisioning', method: 'POST', path: '/processes/{process}/bring-back', body: {}, status: 409 },
  { needs: 'Run Provisioning', method: 'POST', path: '/employees/{employee}/keep-locked-out', body: {}, status: 400 },
  { needs: 'Run Provisioning', method: 'DELETE', path: '/employees/{employee}/keep-locked-out', status: 200 },
  { needs: 'Import Employees', method: 'POST', path: '/employees', body: { employees: [] }, status: 200 },
];

interface ConsoleCall {
  readonly needs: string;
  readonly method: string;
  readonly params?: () => object;
  /** What somebody who may is told when it cannot be done now. */
  readonly problem?: string;
}

const NOT_RUNNING = 'PP-000001 is not running, so it cannot be cancelled.';
const NO_CHANGES = 'Changes are not carried over: switch on updating on change in the settings first.';
const NO_PAIR = 'There is no such pair any more. Load the list again.';
const NO_LEAVERS = 'There are no leavers: choose leaver statuses and what happens to leavers in the settings first.';
const NOBODY = 'Select at least one employee.';
const settingsData = { profileName: 'Standard User', emailEncoding: 'UTF-8', employeeStatus: 'Active', sourceName: 'Employee2' };
const CONSOLE_CALLS: readonly ConsoleCall[] = [
  { needs: 'View Provisioning', method: 'EmployeeUserSettingsController.getSettings' },
  { needs: 'View Provisioning', method: 'EmployeeUserSettingsController.getHistory' },
  { needs: 'View Provisioning', method: 'EmployeeUserSettingsController.compareVersions', params: () => ({ firstId: ids.settings, secondId: ids.settings }) },
  { needs: 'View Provisioning', method: 'ProvisioningController.getRunPreview' },
  { needs: 'View Provisioning', method: 'ProvisioningProcessController.getProcesses' },
  { needs: 'View Provisioning', method: 'ProvisioningProcessController.getProcess', params: () => ({ processId: ids.process }) },
  { needs: 'View Provisioning', method: 'ProvisioningProcessController.getItems', params: () => ({ processId: ids.process }) },
  { needs: 'View Provisioning', method: 'EmployeeListController.getEmployees' },
  { needs: 'View Provisioning', method: 'EmployeeLinkController.getLinks' },
  { needs: 'View Provisioning', method: 'EmployeeLinkController.lookOn', params: () => ({ after: ids.employee }) },
  { needs: 'View Provisioning', method: 'EmployeeLinkController.compare', params: () => ({ id: ids.employee }), problem: NO_PAIR },
  { needs: 'Manage Provisioning Settings', method: 'EmployeeLinkController.decide', params: () => ({ decision: 'Never', ids: ['garbage'] }) },
  { needs: 'Manage Provisioning Settings', method: 'EmployeeLinkController.linkExact', params: () => ({ isDryRun: true }) },
  { needs: 'View Provisioning', method: 'EmployeeLifecycleController.getOverview' },
  { needs: 'View Provisioning', method: 'EmployeeLifecycleController.getGuardFigures' },
  { needs: 'View Provisioning', method: 'EmployeeLifecycleController.getLeavers', problem: NO_LEAVERS },
  { needs: 'View Provisioning', method: 'ProvisioningOverviewController.getOverview' },
  { needs: 'View Provisioning', method: 'ProvisioningOverviewController.getOpenRuns' },
  { needs: 'View Provisioning', method: 'EmployeeLifecycleController.getReturns' },
  { needs: 'View Provisioning', method: 'EmployeeLifecycleController.getChanges', problem: NO_CHANGES },
  { needs: 'View Provisioning', method: 'PreflightController.getPeople', params: () => ({ code: 'PRIVILEGED_GRANT' }) },
  { needs: 'Manage Provisioning Settings', method: 'EmployeeUserSettingsController.validateSettings', params: () => ({ settings: settingsData }) },
  { needs: 'Manage Provisioning Settings', method: 'EmployeeUserSettingsController.previewChanges', params: () => ({ settings: settingsData }) },
  { needs: 'Manage Provisioning Settings', method: 'EmployeeUserSettingsController.previewSettings', params: () => ({ settings: settingsData }) },
  { needs: 'Manage Provisioning Settings', method: 'EmployeeUserSettingsController.suggestMappings', params: () => ({ settings: settingsData }) },
  { needs: 'Manage Provisioning Settings', method: 'EmployeeUserSettingsController.saveSettings', params: () => ({ settings: settingsData }) },
  { needs: 'Manage Provisioning Settings', method: 'EmployeeUserSettingsController.restoreVersion', params: () => ({ versionId: ids.settings }) },
  { needs: 'Run Provisioning', method: 'EmployeeLifecycleController.bringBack', params: () => ({ processId: ids.process, isDryRun: false }), problem: 'Only an ended live run over leavers can be undone; PP-000001 is none.' },
  { needs: 'Run Provisioning', method: 'EmployeeLifecycleController.foreseeBringBack', params: () => ({ processId: ids.process }), problem: 'Only an ended live run over leavers can be undone; PP-000001 is none.' },
  { needs: 'Run Provisioning', method: 'EmployeeLifecycleController.getBringBackPeople', params: () => ({ processId: ids.process }), problem: 'Only an ended live run over leavers can be undone; PP-000001 is none.' },
  { needs: 'Run Provisioning', method: 'EmployeeLifecycleController.foreseeUndo', params: () => ({ processId: ids.process }) },
  { needs: 'Run Provisioning', method: 'EmployeeLifecycleController.letRunsDecide', params: () => ({ employeeId: ids.employee }) },
  { needs: 'Run Provisioning', method: 'EmployeeLifecycleController.confirmMovers', params: () => ({ employeeIds: [] }), problem: NOBODY },
  { needs: 'Run Provisioning', method: 'ProvisioningController.startRun' },
  { needs: 'Run Provisioning', method: 'EmployeeListController.provision', params: () => ({ employeeIds: [], dryRun: true }), problem: NOBODY },
  { needs: 'Run Provisioning', method: 'ProvisioningController.cancelRun', params: () => ({ processId: ids.process }), problem: NOT_RUNNING },
]; // prettier-ignore

describe.each(PERSONAS)('R11, R32: %s', (persona) => {
  const may = (permission: string): boolean => PERMISSIONS[permission]!.includes(persona);
  const denial = (permission: string): string => `You do not have the permission "${permission}". Ask your administrator for it.`;

  test.each(API_CALLS)('$method $path', async ({ needs, method, path, body, status }) => {
    const before = await rows();
    ids.latest = (await processes(org))[0]!.id;
    const answer = await org.call(persona, method, API + filled(path), body);
    if (may(needs)) {
      expect(answer.status, JSON.stringify(answer.body)).toBe(status);
      await idle(org);
    } else {
      expect(answer).toEqual({ status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: denial(needs), fields: [] }] });
      expect(await rows()).toEqual(before);
    }
  });

  test.each(CONSOLE_CALLS)('$method', async ({ needs, method, params, problem }) => {
    const before = await rows();
    const [classname = '', name = ''] = method.split('.');
    const answer = await apex(org, persona, classname, name, params?.());
    if (!IN_THE_CONSOLE.includes(persona)) {
      expect([answer.status, answer.body.message]).toEqual([400, `You do not have access to the Apex class named '${classname}'.`]);
      expect(await rows()).toEqual(before);
    } else if (may(needs)) {
      expect([answer.status, answer.problem?.message ?? null]).toEqual(problem === undefined ? [200, null] : [500, problem]);
      await idle(org);
    } else {
      expect([answer.status, answer.problem]).toEqual([500, { message: denial(needs), findings: [], processId: null }]);
      expect(await rows()).toEqual(before);
    }
  });
});

interface Write {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

describe.each([...PERSONAS, 'nobody'])('R16, R32: %s writes nothing past the services', (alias) => {
  const READ_ONLY =
    /^(INVALID_FIELD_FOR_INSERT_UPDATE|FIELD_CUSTOM_VALIDATION_EXCEPTION|INSUFFICIENT_ACCESS_OR_READONLY|INVALID_FIELD|NOT_FOUND)$/;
  const writes: readonly Write[] = [
    { method: 'PATCH', path: 'EmployeeUserSettings__c/{settings}', body: { UsernameSuffix__c: 'elsewhere.example' } },
    { method: 'PATCH', path: 'EmployeeUserSettings__c/{settings}', body: { Name: 'Version 99' } },
    { method: 'PATCH', path: 'ProvisioningProcess__c/{process}', body: { Status__c: 'Failed' } },
    { method: 'PATCH', path: 'ProvisioningProcess__c/{process}', body: { LiveKey__c: 'Employee2' } },
    { method: 'PATCH', path: 'ProvisioningProcessItem__c/{item}', body: { Outcome__c: 'Linked' } },
    { method: 'PATCH', path: 'User/{user}', body: { ProvisionedEmployee__c: 'Employee2:000000000000000AAA' } },
    { method: 'PATCH', path: 'User/{user}', body: { ProvisioningProcessId__c: null } },
    { method: 'DELETE', path: 'EmployeeUserSettings__c/{settings}' },
    { method: 'DELETE', path: 'ProvisioningProcess__c/{process}' },
    { method: 'DELETE', path: 'ProvisioningProcessItem__c/{item}' },
    { method: 'POST', path: 'EmployeeUserSettings__c', body: { UsernameSuffix__c: 'elsewhere.example' } },
    { method: 'POST', path: 'EmployeeUserSettings__c', body: { Name: 'Version 99' } },
    { method: 'POST', path: 'ProvisioningProcess__c', body: { Status__c: 'Queued' } },
    { method: 'POST', path: 'ProvisioningProcess__c', body: {} },
    { method: 'POST', path: 'ProvisioningProcessItem__c', body: { Process__c: null } },
    { method: 'POST', path: 'ProvisioningSignal__c', body: { SourceName__c: 'Employee2' } },
  ];

  test.each(writes)('$method $path $body', async ({ method, path, body }) => {
    const before = await rows();
    const record = body && 'Process__c' in body ? { Process__c: ids.process } : body;
    const answer = await org.call<{ errorCode: string; message: string }[]>(alias, method, `${OBJECTS}/${filled(path)}`, record);
    expect([400, 403, 404], JSON.stringify(answer)).toContain(answer.status);
    expect(answer.body[0]!.errorCode).toMatch(READ_ONLY);
    expect(await rows()).toEqual(before);
  });
});

describe('R32: somebody without any of the permissions', () => {
  test.each(API_CALLS)('$method $path', async ({ method, path, body }) => {
    const before = await rows();
    const { status, body: errors } = await org.call<{ errorCode: string; message: string }[]>('nobody', method, API + filled(path), body);
    expect([status, errors[0]!.errorCode]).toEqual([403, 'FORBIDDEN']);
    expect(errors[0]!.message).toMatch(/^You do not have access to the Apex class named: Provisioning\w+Rest$/);
    expect(await rows()).toEqual(before);
  });

  test.each(CONSOLE_CALLS)('$method', async ({ method, params }) => {
    const before = await rows();
    const [classname = '', name = ''] = method.split('.');
    const { status, body } = await apex(org, 'nobody', classname, name, params?.());
    expect([status, body.message]).toEqual([400, `You do not have access to the Apex class named '${classname}'.`]);
    expect(await rows()).toEqual(before);
  });

  test.each(['EmployeeUserSettings__c', 'ProvisioningProcess__c', 'ProvisioningProcessItem__c', 'ProvisioningSignal__c'])(
    'does not even learn that %s exists',
    async (object) => {
      const query = await org.call<{ errorCode: string }[]>('nobody', 'GET', `/services/data/v67.0/query?q=SELECT+Id+FROM+${object}`);
      expect([query.status, query.body[0]!.errorCode]).toEqual([400, 'INVALID_TYPE']);
      expect((await org.call('nobody', 'GET', `${OBJECTS}/${object}/describe`)).status).toBe(404);
    },
  );
});

test('R11: the engine sees everybody, whoever started it', async () => {
  const late = people(36).slice(30);
  await load(org, late);
  const started = await startRun(org, 'operator');
  await idle(org);
  const run = (await processes(org)).find((p) => p.id === started.body.id);
  // two people without an e-mail address fail in every run
  expect(run).toMatchObject({ status: 'Finished', total: 8, created: 6, failed: 2 });
});

const filled = (path: string): string => path.replace(/\{(\w+)\}/, (_, name: keyof typeof ids) => ids[name]);

/** Everything that a refused call must leave as it is. */
async function rows(): Promise<object> {
  return {
    settings: await org.query('SELECT Id, Name, UsernameSuffix__c, Active__c, LastModifiedDate FROM EmployeeUserSettings__c ORDER BY Id'),
    processes: await org.query('SELECT Id, Status__c, Processed__c, LastModifiedDate FROM ProvisioningProcess__c ORDER BY Id'),
    items: await org.query('SELECT Id, Outcome__c, LastModifiedDate FROM ProvisioningProcessItem__c ORDER BY Id'),
    users: await org.query('SELECT Id, ProvisionedEmployee__c, ProvisioningProcessId__c FROM User ORDER BY Id'),
    employees: await org.query('SELECT COUNT(Id) n FROM Employee2'),
  };
}
