import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATA, updateAll } from './lifecycle-org';
import { projectOf, triggerFiles } from './project';
import { serve, type ServedOrg } from './served-org';
import { API, idle, processes, saveSettings, startRun } from './workforce';

/** An org that lets a user be linked to one employee only, as rules of its own or those of the HR product may. */
const ONE_LINK = `trigger CustomerLinksOnce on Employee2 (before update) {
  Set<Id> userIds = new Set<Id>();
  for (Employee2 employee : Trigger.new) {
    if (employee.UserId != null && Trigger.oldMap.get(employee.Id).UserId != employee.UserId) {
      userIds.add(employee.UserId);
    }
  }
  Set<Id> taken = new Set<Id>();
  for (Employee2 other : [SELECT UserId FROM Employee2 WHERE UserId IN :userIds AND Id NOT IN :Trigger.new]) {
    taken.add(other.UserId);
  }
  for (Employee2 employee : Trigger.new) {
    if (taken.contains(employee.UserId)) {
      employee.addError('The user is linked to another employee already.');
    }
  }
}`;

const folder = mkdtempSync(join(tmpdir(), 'take-over-refused-'));
const dana = (employeeNumber: string): object => ({
  employeeNumber,
  firstName: 'Dana',
  lastName: 'Convert',
  email: 'dana.convert@people.example',
  status: 'Active',
  statusStartDate: '2024-01-15',
});
let org: ServedOrg;

const load = (number: string) => org.call('admin', 'POST', `${API}/employees`, { employees: [dana(number)] });
const takeOver = (more: object) =>
  org.call<{ errorCode: string; message: string }[]>('admin', 'POST', `${API}/employees/E-900/take-over`, { from: 'C-500', ...more });

/** What a take-over writes. */
async function state(): Promise<unknown> {
  return [
    await org.query("SELECT EmployeeNumber, UserId, SystemModstamp FROM Employee2 WHERE EmployeeNumber IN ('C-500', 'E-900') ORDER BY Id"),
    await org.query('SELECT Id, EmployeeNumber, ProvisionedEmployee__c, SystemModstamp FROM User WHERE ProvisionedEmployee__c != null'),
    await org.query('SELECT Id FROM EmployeeSuccession__c'),
  ];
}

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db'), project: projectOf(join(folder, 'project'), { files: triggerFiles(ONE_LINK) }) });
  await saveSettings(org);
  await load('C-500');
  await startRun(org);
  await idle(org);
  await load('E-900');
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each([{}, { confirm: true }])(
  'R51: an org that refuses the second link changes nothing, and says what may be done instead: %j',
  async (more) => {
    const before = await state();
    const answer = await takeOver(more);
    expect(answer.status).toBe(409);
    expect(answer.body[0]).toMatchObject({ errorCode: 'NOT_POSSIBLE' });
    for (const said of ['C-500 Dana Convert', 'E-900', 'linked to another employee already', 'Renumber instead: delete E-900']) {
      expect(answer.body[0]!.message).toContain(said);
    }
    expect(await state()).toEqual(before);
  },
);

test('R51: what is offered instead works: the old record under the new number keeps its user', async () => {
  const rows = await org.query<{ Id: string; EmployeeNumber: string; UserId: string | null }>(
    "SELECT Id, EmployeeNumber, UserId FROM Employee2 WHERE EmployeeNumber IN ('C-500', 'E-900')",
  );
  const former = rows.find((row) => row.EmployeeNumber === 'C-500')!;
  const newcomer = rows.find((row) => row.EmployeeNumber === 'E-900')!;
  expect((await org.call('admin', 'DELETE', `${DATA}/sobjects/Employee2/${newcomer.Id}`)).status).toBe(204);
  await updateAll(org, [{ attributes: { type: 'Employee2' }, Id: former.Id, EmployeeNumber: 'E-900' }]);
  await startRun(org);
  await idle(org);
  expect((await processes(org))[0]).toMatchObject({ status: 'Finished', created: 0, failed: 0 });
  const [user, ...others] = await org.query<{ Id: string; ProvisionedEmployee__c: string }>(
    'SELECT Id, ProvisionedEmployee__c FROM User WHERE ProvisionedEmployee__c != null',
  );
  expect(others).toEqual([]);
  expect(user).toMatchObject({ Id: former.UserId, ProvisionedEmployee__c: `Employee2:${former.Id}` });
});
