import type { ServedOrg } from './served-org';

const API = '/services/apexrest/provisioning/v1';
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
  const [recordType] = await org.query<{ Id: string }>("SELECT Id FROM RecordType WHERE SobjectType = 'Account' AND IsPersonType = true");
  const accounts = await insertAll(
    org,
    workforce.map((p) => ({
      attributes: { type: 'Account' },
      RecordTypeId: recordType!.Id,
      AccountNumber: p.number,
      FirstName: 'Test',
      LastName: p.lastName,
      PersonEmail: p.email,
    })),
  );
  const contacts = new Map<string, string>();
  for (const row of await org.query<{ Id: string; PersonContactId: string }>('SELECT Id, PersonContactId FROM Account')) {
    contacts.set(row.Id, row.PersonContactId);
  }
  await insertAll(
    org,
    workforce.map((p, i) => ({
      attributes: { type: 'Employee2' },
      ContactId: contacts.get(accounts[i]!),
      EmployeeNumber: p.number,
      EmployeeStatus: status,
      StatusStartDate: '2026-01-05T08:00:00.000Z',
    })),
  );
}

/** Users who are there before the run, one per number, found by employee number. */
export async function loadUsers(org: ServedOrg, numbers: readonly string[], profile = 'Standard User'): Promise<void> {
  const [{ Id: profileId } = { Id: '' }] = await org.query<{ Id: string }>(`SELECT Id FROM Profile WHERE Name = '${profile}'`);
  await insertAll(
    org,
    numbers.map((number) => ({
      attributes: { type: 'User' },
      Username: `before.${number.toLowerCase()}@north.example`,
      Email: `before.${number.toLowerCase()}@north.example`,
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

export async function saveSettings(org: ServedOrg, extra: object = {}): Promise<void> {
  const answer = await org.call('admin', 'PUT', `${API}/settings`, {
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
  readonly total: number;
  readonly processed: number;
  readonly created: number;
  readonly linked: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
}

export const startRun = (org: ServedOrg, alias = 'admin', body: object = { mode: 'Live' }) =>
  org.call<ProcessJson & { errorCode?: string; processId?: string }[]>(alias, 'POST', `${API}/processes`, body);

export async function processes(org: ServedOrg): Promise<ProcessJson[]> {
  return (await org.call<{ processes: ProcessJson[] }>('admin', 'GET', `${API}/processes`)).body.processes;
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
    processes: (await processes(org)).map(({ status, trigger, total, processed, created, linked, updated, skipped, failed }) => ({
      status, trigger, total, processed, created, linked, updated, skipped, failed,
    })),
  }; // prettier-ignore
}
