import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, serve, type ServedOrg } from './served-org';
import { apex, idle, insertAll, load, loadUsers, people, saveSettings } from './workforce';

/** What the controllers answered when it was recorded; the fixtures of component tests are made of it. RECORD_PAYLOADS=1 records it anew. */
const RECORDING = join(root, 'jest/payloads.json');
const PAGE = { outcome: null, cause: null, after: null, pageSize: 50 };
const IMPORTED = ['employeeNumber', 'firstName', 'lastName', 'email', 'status', 'statusStartDate'];
const NEW = { lastName: 'Lovelace', firstName: 'Ada', email: 'ada@people.example', status: 'Active', statusStartDate: '2026-01-31' };
/** A row for each outcome: new, new without an address, as it was, changed, and with several things wrong. */
const ROWS = [
  { ...NEW, employeeNumber: 'N1' },
  { ...NEW, employeeNumber: 'N2', email: '' },
  { employeeNumber: 'W10001' },
  { employeeNumber: 'W10002', firstName: 'Other' },
  { ...NEW, employeeNumber: 'N3', email: 'ada@', status: 'on leave' },
];

const folder = mkdtempSync(join(tmpdir(), 'payloads-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  const workforce = people(40);
  await load(org, workforce);
  await loadUsers(org, workforce.slice(10, 13).map((person) => person.number)); // prettier-ignore
  await loadUsers(org, [workforce[20]!.number], 'System Administrator');
});
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask<T>(controller: string, method: string, params: object = {}): Promise<T> {
  const answer = await apex<T>(org, 'admin', controller, method, params);
  if (answer.status !== 200) throw new Error(`${controller}.${method}: ${answer.body.message}`);
  return answer.returnValue;
}

/** A few of many: what a fixture needs. */
const few = <T>(rows: readonly T[], count = 3): readonly T[] => rows.slice(0, count);

interface Named {
  readonly id: string;
}
interface Input {
  readonly choices: readonly object[];
}
interface Item {
  readonly employeeId: string;
  readonly cause: string | null;
}

interface Page {
  readonly causes: readonly object[];
  readonly events: readonly object[];
}

interface View {
  readonly options?: object | null;
  readonly settings: Settings | null;
  readonly blank: Settings | null;
}
interface Settings {
  readonly matchingRules: readonly object[];
}
/** A view of settings with a few of the matching rules, so that a new one, which comes last, changes no fixture. */
function sparing(view: View): View {
  const cut = (settings: Settings | null) => settings && { ...settings, matchingRules: few(settings.matchingRules) };
  return { ...view, settings: cut(view.settings), blank: cut(view.blank), options: null };
}

/** A user who bears the name of somebody who has none. */
async function namesake(served: ServedOrg): Promise<object> {
  const [{ Id: ProfileId } = { Id: '' }] = await served.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  return {
    attributes: { type: 'User' },
    Username: 'namesake@north.example',
    Email: 'namesake@north.example',
    FirstName: 'Test',
    LastName: 'Worker 5',
    Alias: 'namesake',
    CommunityNickname: 'namesake',
    ProfileId,
    TimeZoneSidKey: 'Europe/Berlin',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}

async function everyPayload(): Promise<Record<string, unknown>> {
  const neverSaved = await ask<View>('EmployeeUserSettingsController', 'getSettings');
  await saveSettings(org);
  await saveSettings(org, { usernameSuffix: 'north.example' });
  const settings = await ask<View>('EmployeeUserSettingsController', 'getSettings');
  const history = await ask<Named[]>('EmployeeUserSettingsController', 'getHistory');
  const payloads: Record<string, unknown> = {
    neverSaved: sparing(neverSaved),
    settings: sparing(settings),
    history,
    inputs: (await ask<{ inputs: Input[] }>('EmployeeUserSettingsController', 'getOptions', { sourceName: null })).inputs.map((input) => ({
      ...input,
      choices: few(input.choices),
    })),
    findings: await ask('EmployeeUserSettingsController', 'validateSettings', {
      settings: { ...settings.settings, profileId: null, profileName: null },
    }),
    effects: await ask('EmployeeUserSettingsController', 'previewChanges', {
      settings: { ...settings.settings, usernameSuffix: 'other.example', timeZone: 'Europe/Berlin' },
    }),
    userPreview: await ask('EmployeeUserSettingsController', 'previewUser', { settings: settings.settings, employeeId: null }),
    runPreview: await ask('ProvisioningController', 'getRunPreview'),
    nobodyLooked: await ask('ProvisioningController', 'getForecast'),
  };
  await ask('PreflightController', 'startCheck');
  await idle(org);
  const dry = await ask<Named>('ProvisioningController', 'startDryRun');
  await idle(org);
  payloads.preflight = await ask('PreflightController', 'getPreflight');
  payloads.forecast = await ask('ProvisioningController', 'getForecast');
  payloads.dryItems = few(
    (await ask<{ items: Item[] }>('ProvisioningProcessController', 'getItems', { processId: dry.id, ...PAGE, outcome: 'Created' })).items,
  );
  payloads.started = await ask<Named>('ProvisioningController', 'startRun');
  const { id: processId } = payloads.started as Named;
  await idle(org);
  const { causes, events, ...process } = await ask<Page>('ProvisioningProcessController', 'getProcess', { processId });
  payloads.process = { ...process, causes: [], events: [] };
  payloads.causes = causes;
  payloads.processEvents = events;
  const { items } = await ask<{ items: Item[] }>('ProvisioningProcessController', 'getItems', { processId, ...PAGE });
  payloads.items = items.filter((item, index) => items.findIndex((other) => other.cause === item.cause) === index);
  const privileged = items.find((item) => item.cause === 'PRIVILEGED_MATCH')!;
  const diagnosis = await ask<{ matches: object[] }>('EmployeeDiagnosisController', 'explain', { employeeId: privileged.employeeId });
  const waiting = { view: 'Waiting', filter: { outcome: 'Failed' }, pageSize: 3, after: null };
  payloads.employees = await ask('EmployeeListController', 'getEmployees', waiting);
  const fields = await ask<{ name: string }[]>('EmployeeImportController', 'getFields');
  payloads.importFields = fields.filter(({ name }) => IMPORTED.includes(name));
  payloads.hireForm = await ask('EmployeeImportController', 'getForm');
  payloads.importResults = await ask('EmployeeImportController', 'importRows', {
    rows: JSON.stringify(ROWS),
    mapping: null,
    isDryRun: true,
  });
  await insertAll(org, [await namesake(org)]);
  payloads.links = await ask('EmployeeLinkController', 'getLinks', { state: 'Open', isExact: null, search: '', pageSize: 3, after: null });
  payloads.diagnosis = { ...diagnosis, matches: few(diagnosis.matches, 4) };
  return payloads;
}

test('component tests are fed with what the controllers of the console answer', async () => {
  const payloads = await everyPayload();
  if (process.env.RECORD_PAYLOADS) writeFileSync(RECORDING, `${JSON.stringify(payloads, null, 2)}\n`);
  expect(masked(payloads)).toEqual(masked(JSON.parse(readFileSync(RECORDING, 'utf8'))));
});

/** Ids and times are others in every org. */
function masked(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replace(/\b\w{3}0{8}\w{7}\b/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d{4})/g, 'TIME')
    .replace(/\d+\/\d+\/\d{4}, \d+:\d\d [AP]M/g, 'TIME');
  return JSON.parse(text);
}
