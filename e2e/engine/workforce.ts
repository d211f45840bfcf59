import { ledger } from './ledger';
import type { ServedOrg } from './served-org';

/** Base path of the product's own API. */
export const API = '/services/apexrest/provisioning/v1';
const COLLECTIONS = '/services/data/v67.0/composite/sobjects';

export interface Person {
  readonly number: string;
  readonly lastName: string;
  readonly email: string | null;
}

/** People of every kind the engine tells apart: clean, without e-mail, with a colliding mailbox, with users already. */
export function people(count: number): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    number: `W${String(10_000 + i)}`,
    lastName: `Worker ${i}`,
    email: i % 23 === 5 ? null : `${i % 31 === 7 ? `twin${Math.floor(i / 31)}` : `worker${i}`}@north${i % 2}.example`,
  }));
}

/** Loads the people as Person Account, then Employee2, in the given status, 200 a call. */
export async function load(org: ServedOrg, workforce: readonly Person[], status = 'Active'): Promise<void> {
  await insertAll(org, await accountsOf(org, workforce));
  await insertAll(org, await employeesOf(org, workforce, status));
}

/** Their Person Accounts, not inserted. */
export async function accountsOf(org: ServedOrg, workforce: readonly Person[]): Promise<object[]> {
  const [recordType] = await org.query<{ Id: string }>("SELECT Id FROM RecordType WHERE SobjectType = 'Account' AND IsPersonType = true");
  return workforce.map((p) => ({
    attributes: { type: 'Account' },
    RecordTypeId: recordType!.Id,
    AccountNumber: p.number,
    FirstName: 'Test',
    LastName: p.lastName,
    PersonEmail: p.email,
  }));
}

/** Their employees, not inserted; the accounts are there. */
export async function employeesOf(org: ServedOrg, workforce: readonly Person[], status = 'Active'): Promise<object[]> {
  const contacts = new Map<string, string>();
  const soql = 'SELECT AccountNumber, PersonContactId FROM Account WHERE AccountNumber != null';
  for (const row of await org.query<{ AccountNumber: string; PersonContactId: string }>(soql)) {
    contacts.set(row.AccountNumber, row.PersonContactId);
  }
  return workforce.map((p) => ({
    attributes: { type: 'Employee2' },
    ContactId: contacts.get(p.number),
    EmployeeNumber: p.number,
    EmployeeStatus: status,
    StatusStartDate: '2026-01-05T08:00:00.000Z',
  }));
}

const formerAddress = (number: string): string => `before.${number.toLowerCase()}@north.example`;

/** Users who are there before the run, one per number, found by employee number. */
export async function loadUsers(
  org: ServedOrg,
  numbers: readonly string[],
  profile = 'Standard User',
  addressOf = formerAddress,
): Promise<void> {
  const [{ Id: profileId } = { Id: '' }] = await org.query<{ Id: string }>(`SELECT Id FROM Profile WHERE Name = '${profile}'`);
  await insertAll(
    org,
    numbers.map((number) => ({
      attributes: { type: 'User' },
      Username: `before.${number.toLowerCase()}@north.example`,
      Email: addressOf(number),
      LastName: `Before ${number}`,
      Alias: number.slice(-5),
      CommunityNickname: `before${number}`,
      EmployeeNumber: number,
      ProfileId: profileId,
      TimeZoneSidKey: 'Europe/Berlin',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    })),
  );
}

/** Ids in order; throws with the first refusal. */
export async function insertAll(org: ServedOrg, records: readonly object[]): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < records.length; from += 200) {
    const answer = await org.call<{ id: string; success: boolean }[]>('admin', 'POST', COLLECTIONS, {
      allOrNone: true,
      records: records.slice(from, from + 200),
    });
    const refused = answer.status === 200 ? answer.body.find((row) => !row.success) : answer.body;
    if (refused) throw new Error(JSON.stringify(refused));
    ids.push(...answer.body.map((row) => row.id));
  }
  return ids;
}

export async function saveSettings(org: ServedOrg, extra: object = {}, alias = 'admin'): Promise<void> {
  const answer = await org.call(alias, 'PUT', `${API}/settings`, {
    profile: 'Standard User',
    emailEncoding: 'UTF-8',
    employeeStatus: 'Active',
    permissionSets: ['Provisioning_Employee_Data'],
    usernameSuffix: 'northwind.example',
    ...extra,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

export interface ProcessJson {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly trigger: string;
  readonly scope: string;
  readonly total: number;
  readonly processed: number;
  readonly created: number;
  readonly linked: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
  readonly startTime: string | null;
}

/** Starts a run; what is left out of the body is a live run over everybody. */
export const startRun = (org: ServedOrg, alias = 'admin', body: object = {}) =>
  org.call<ProcessJson & { errorCode?: string; processId?: string }[]>(alias, 'POST', `${API}/processes`, { mode: 'Live', ...body });

export async function processes(org: ServedOrg): Promise<ProcessJson[]> {
  return (await org.call<{ processes: ProcessJson[] }>('admin', 'GET', `${API}/processes`)).body.processes;
}

export interface ApexAnswer<T> {
  /** As a component reads it: 500 for what the method threw. */
  readonly status: number;
  readonly returnValue: T;
  /** What the console's controllers throw, read from the message. */
  readonly problem: { message: string; findings: object[]; processId: string | null } | null;
  /** Body of an answer that is no success. */
  readonly body: { message: string };
}

/** Calls a controller of the console as a component does. */
export async function apex<T>(
  org: ServedOrg,
  alias: string,
  classname: string,
  method: string,
  params: object = {},
): Promise<ApexAnswer<T>> {
  type Body = { state?: string; returnValue: T; message: string };
  const { status: answered, body } = await org.call<Body>(alias, 'POST', '/aura/apex', { classname, method, params });
  const status = body.state === 'ERROR' ? 500 : answered;
  const problem = status !== 200 && body.message.startsWith('{') ? (JSON.parse(body.message) as ApexAnswer<T>['problem']) : null;
  return { status, returnValue: body.returnValue, problem, body };
}

/** True while the engine has not ended the process. */
export const isOpen = ({ status }: ProcessJson): boolean => ['Queued', 'Initializing', 'Processing'].includes(status);

export const resume = (org: ServedOrg, id: string) => org.call('admin', 'POST', `${API}/processes/${id}/resume`, {});

/** Works the queue off until no process is open. */
export async function idle(org: ServedOrg): Promise<void> {
  do await org.call('admin', 'POST', '/__local/jobs/run', {});
  while ((await processes(org)).some(isOpen));
}

/** What a run left behind, without ids and times: two runs over the same people are equal when these are. */
export async function outcome(org: ServedOrg): Promise<object> {
  const employees = await org.query<{ EmployeeNumber: string; User: { Username: string; EmployeeNumber: string | null } | null }>(
    'SELECT EmployeeNumber, User.Username, User.EmployeeNumber FROM Employee2 ORDER BY EmployeeNumber',
  );
  const items = await org.query<Record<string, unknown>>(
    'SELECT EmployeeNumber__c, Outcome__c, Cause__c, Process__r.Name FROM ProvisioningProcessItem__c ORDER BY EmployeeNumber__c, Outcome__c',
  );
  const keys = await org.query<{ ProvisionedEmployee__c: string }>(
    'SELECT ProvisionedEmployee__c FROM User WHERE ProvisionedEmployee__c != null ORDER BY ProvisionedEmployee__c',
  );
  const [assignments] = await org.query<{ n: number }>(
    "SELECT COUNT(Id) n FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Provisioning_Employee_Data'",
  );
  return {
    people: employees.map((e) => [e.EmployeeNumber, e.User?.Username ?? null]),
    items: items.map((i) => [i.EmployeeNumber__c, i.Outcome__c, i.Cause__c]),
    users: keys.length,
    assignments: assignments!.n,
    granted: await ledger(org),
    processes: (await processes(org)).map(({ status, trigger, total, processed, created, linked, updated, skipped, failed }) => ({
      status, trigger, total, processed, created, linked, updated, skipped, failed,
    })),
  }; // prettier-ignore
}
