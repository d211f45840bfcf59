import type { ServedOrg } from './served-org';
import { API, insertAll, loadUsers, saveSettings } from './workforce';

/** Workers of whom each is led by one of ten leads; the leads come last, in another chunk, and are led by one. */
const WORKERS = 230;
const LEADS = 10;
const number = (letter: string, i: number): string => `${letter}${String(i).padStart(3, '0')}`;
const leadOf = (i: number): string => number('M', 1 + (i % LEADS));

/** The department stands for the number of the manager. */
const person = (employeeNumber: string, department: string | null): object => ({
  employeeNumber,
  firstName: 'Mona',
  lastName: `Managed ${employeeNumber}`,
  email: `${employeeNumber}@managed.example`,
  status: 'Active',
  statusStartDate: '2026-01-05',
  department,
});
const workers = Array.from({ length: WORKERS }, (_, i) => ({ employeeNumber: number('A', i), manager: leadOf(i) }));
const leads = Array.from({ length: LEADS }, (_, i) => ({
  employeeNumber: number('M', 1 + i),
  manager: i === LEADS - 1 ? null : number('M', LEADS),
}));
/** Three who lead each other, one who leads himself, one below them, and one with a number that nobody has. */
const odd = [
  { employeeNumber: 'X001', manager: 'X002' },
  { employeeNumber: 'X002', manager: 'X003' },
  { employeeNumber: 'X003', manager: 'X001' },
  { employeeNumber: 'X004', manager: 'nobody' },
  { employeeNumber: 'X005', manager: 'X001' },
];
const everybody = [...workers, ...odd, ...leads];

/** Who has a user and a role before the run, where asked for. */
const linked = ['A000', 'A100', 'M003'];

export const MANAGED = {
  linked,
  people: everybody.length,
  said: ['X001 MANAGER_CYCLE', 'X002 MANAGER_CYCLE', 'X003 MANAGER_CYCLE', 'X004 MANAGER_UNKNOWN'],
  /** Number of the manager's employee, by number. */
  managers: Object.fromEntries(
    [...workers, ...leads, odd[4]!].flatMap(({ employeeNumber, manager }) => (manager === null ? [] : [[employeeNumber, manager]])),
  ),
};

/** `settings` besides; with roles of linked users there are some. */
export async function hierarchy(
  org: ServedOrg,
  settings: { readonly roleOfLinkedUsers?: boolean; readonly managerOfLinkedUsers?: boolean; readonly updateOnChange?: boolean } = {},
): Promise<void> {
  const [, serviceId] = await insertAll(org, [
    { attributes: { type: 'UserRole' }, Name: 'Sales people', DeveloperName: 'Sales_People' },
    { attributes: { type: 'UserRole' }, Name: 'Service people', DeveloperName: 'Service_People' },
  ]);
  if (settings.roleOfLinkedUsers) {
    await loadUsers(org, linked);
    for (const { Id } of await org.query<{ Id: string }>(`SELECT Id FROM User WHERE EmployeeNumber IN ('${linked.join("','")}')`)) {
      const answer = await org.call('admin', 'PATCH', `/services/data/v62.0/sobjects/User/${Id}`, { UserRoleId: serviceId });
      if (answer.status !== 204) throw new Error(JSON.stringify(answer.body));
    }
  }
  await saveSettings(org, {
    role: 'sales_people',
    updateOnChange: true,
    ...settings,
    fieldMappings: [{ userField: 'ManagerId', paths: ['Contact.Department'], steps: [{ do: 'managerByNumber' }] }],
  });
  const employees = everybody.map(({ employeeNumber, manager }) => person(employeeNumber, manager));
  for (let at = 0; at < employees.length; at += 200) {
    const answer = await org.call<{ outcome: string }[]>('admin', 'POST', `${API}/employees`, { employees: employees.slice(at, at + 200) });
    const refused = answer.status === 200 ? answer.body.find(({ outcome }) => outcome !== 'Created') : answer.body;
    if (refused) throw new Error(JSON.stringify(refused));
  }
}

/** Number of the manager's user by number of the user, of those who have one. */
export async function managersOf(org: ServedOrg): Promise<Record<string, string>> {
  const users = await org.query<{ EmployeeNumber: string; Manager: { EmployeeNumber: string } }>(
    'SELECT EmployeeNumber, Manager.EmployeeNumber FROM User WHERE ProvisionedEmployee__c != null AND ManagerId != null',
  );
  return Object.fromEntries(users.map((user) => [user.EmployeeNumber, user.Manager.EmployeeNumber]));
}

/** How many users that were made have which role. */
export async function rolesOf(org: ServedOrg): Promise<readonly { role: string | null; n: number }[]> {
  const users = await org.query<{ UserRole: { Name: string } | null }>(
    'SELECT UserRole.Name FROM User WHERE ProvisionedEmployee__c != null ORDER BY UserRole.Name',
  );
  const counts = new Map<string | null, number>();
  for (const { UserRole } of users) counts.set(UserRole?.Name ?? null, (counts.get(UserRole?.Name ?? null) ?? 0) + 1);
  return [...counts].map(([role, n]) => ({ role, n }));
}

/** The role before, by number, of those who were linked. */
export async function rolesBefore(org: ServedOrg): Promise<readonly (readonly [string, string | undefined])[]> {
  const roles = new Map((await org.query<{ Id: string; Name: string }>('SELECT Id, Name FROM UserRole')).map(({ Id, Name }) => [Id, Name]));
  const items = await org.query<{ EmployeeNumber__c: string; ValuesBefore__c: string | null }>(
    "SELECT EmployeeNumber__c, ValuesBefore__c FROM ProvisioningProcessItem__c WHERE Outcome__c = 'Linked' ORDER BY EmployeeNumber__c",
  );
  return items.map(({ EmployeeNumber__c: employeeNumber, ValuesBefore__c: before }) => [
    employeeNumber,
    roles.get((JSON.parse(before ?? '{}') as { UserRoleId?: string }).UserRoleId ?? ''),
  ]);
}
