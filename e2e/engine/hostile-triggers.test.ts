import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { deadly, DEADLY, workers } from './poison';
import { classFiles, projectOf, triggerFiles } from './project';
import { serve, type ServedOrg } from './served-org';
import { accountsOf, employeesOf, insertAll, load, saveSettings, startRun, type ProcessJson } from './workforce';

/** One chunk and a bit, so that a second chunk shows that the run goes on. */
const PEOPLE = 230;
const API = '/services/apexrest/provisioning/v1';
const folder = mkdtempSync(join(tmpdir(), 'hostile-triggers-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R9: triggers that throw for one person each, before the save and after it, fail those alone', async () => {
  const org = await orgWith('throws', throwing('before', 'Worker 57'), undefined, triggerFiles(throwing('after', 'Worker 101')));
  const { dry, live } = await runDryAndLive(org);
  expect(live).toMatchObject({ status: 'Finished', created: PEOPLE - 2, failed: 2 });
  expect(dry).toMatchObject({ status: 'Finished', created: PEOPLE - 2, failed: 2 });
  const failed = await org.query<{ EmployeeNumber__c: string; Cause__c: string; Message__c: string }>(
    `SELECT EmployeeNumber__c, Cause__c, Message__c FROM ProvisioningProcessItem__c WHERE Process__c = '${live.id}' ORDER BY EmployeeNumber__c`,
  );
  expect(failed.map((item) => [item.EmployeeNumber__c, item.Cause__c])).toEqual([
    ['W10057', 'AUTOMATION'],
    ['W10101', 'AUTOMATION'],
  ]);
  expect(failed[0]!.Message__c).toContain('Not in our org before the save');
  expect(failed[1]!.Message__c).toContain('Not in our org after the save');
  await everybodyElseIsComplete(org, 2);
  await org.stop();
});

test('R9: neighbours who each kill the transaction fail alone, and nobody waits for the watchdog', async () => {
  const org = await orgWith('deadly', DEADLY);
  const live = await run(org, 'Live');
  expect(live).toMatchObject({ status: 'Finished', total: PEOPLE, processed: PEOPLE, failed: deadly.length });
  const failed = await org.query<{ EmployeeNumber__c: string; Cause__c: string; Process__r: { Generation__c: number } }>(
    `SELECT EmployeeNumber__c, Cause__c, Process__r.Generation__c FROM ProvisioningProcessItem__c WHERE Process__c = '${live.id}' ORDER BY EmployeeNumber__c`,
  );
  expect(failed.map((item) => [item.EmployeeNumber__c, item.Cause__c, item.Process__r.Generation__c])).toEqual(
    deadly.map((i) => [`W${10_000 + i}`, 'POISON', 1]),
  );
  await everybodyElseIsComplete(org, deadly.length);
  await org.stop();
});

test('R7: a trigger that inserts a GroupMember disturbs nobody', async () => {
  const org = await orgWith(
    'group-member',
    `trigger CustomerGroups on User (after insert) {
      List<Group> groups = [SELECT Id FROM Group WHERE DeveloperName = 'New_People' LIMIT 1];
      List<GroupMember> members = new List<GroupMember>();
      for (User user : Trigger.new) {
        for (Group target : groups) {
          members.add(new GroupMember(GroupId = target.Id, UserOrGroupId = user.Id));
        }
      }
      insert members;
    }`,
    async (served) => {
      const made = await served.call<{ success: boolean }>('admin', 'POST', '/services/data/v67.0/sobjects/Group', {
        Name: 'New People',
        DeveloperName: 'New_People',
        Type: 'Regular',
      });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
    },
  );
  const { dry, live } = await runDryAndLive(org);
  expect(live).toMatchObject({ status: 'Finished', created: PEOPLE, failed: 0 });
  expect(dry).toMatchObject({ status: 'Finished', created: PEOPLE, failed: 0 });
  const [members] = await org.query<{ n: number }>('SELECT COUNT(Id) n FROM GroupMember');
  expect(members!.n).toBe(PEOPLE);
  await everybodyElseIsComplete(org, 0);
  await org.stop();
});

test('R7: a trigger that inserts an Account moves the assignments to a transaction of their own', async () => {
  const org = await orgWith(
    'account',
    `trigger CustomerAccounts on User (after insert) {
      List<Account> accounts = new List<Account>();
      for (User user : Trigger.new) {
        accounts.add(new Account(Name = 'Desk of ' + user.LastName));
      }
      insert accounts;
    }`,
  );
  const { dry, live } = await runDryAndLive(org);
  expect(live).toMatchObject({ status: 'Finished', created: PEOPLE, failed: 0 });
  expect(dry).toMatchObject({ status: 'Finished', created: PEOPLE, failed: 0 });
  const [desks] = await org.query<{ n: number }>("SELECT COUNT(Id) n FROM Account WHERE Name LIKE 'Desk of %'");
  expect(desks!.n).toBe(PEOPLE);
  await everybodyElseIsComplete(org, 0);
  await org.stop();
});

test('R7, R21: triggers that each enqueue a job leave everybody whole, in a dry run and live', async () => {
  const org = await orgWith('enqueue', enqueuing('User', 'insert', 1), undefined, {
    ...classFiles(CUSTOMER_JOB),
    ...triggerFiles(enqueuing('Employee2', 'update', 1)),
  });
  const { dry, live } = await runDryAndLive(org);
  expect(live).toMatchObject({ status: 'Finished', created: PEOPLE, failed: 0 });
  expect(dry).toMatchObject({ status: 'Finished', created: PEOPLE, failed: 0 });
  await everybodyElseIsComplete(org, 0);
  await org.stop();
});

test('R9: a trigger that enqueues more than the platform allows fails its person with the limit', async () => {
  const org = await orgWith(
    'enqueue-too-much',
    enqueuing('User', 'insert', 2),
    undefined,
    classFiles(CUSTOMER_JOB),
    workers(PEOPLE).slice(0, 6),
  );
  const live = await run(org, 'Live');
  expect(live).toMatchObject({ status: 'Finished', total: 6, failed: 6 });
  const items = await org.query<{ Cause__c: string; Message__c: string }>('SELECT Cause__c, Message__c FROM ProvisioningProcessItem__c');
  for (const item of items) {
    expect(item.Cause__c).toBe('POISON');
    expect(item.Message__c).toContain('Too many queueable jobs added to the queue: 2');
  }
  await org.stop();
});

test('R2, R5: a load of which a trigger refuses a row wakes the engine for the others', async () => {
  const org = await orgWith(
    'partly',
    `trigger CustomerRefuses on Employee2 (after insert) {
      for (Employee2 employee : Trigger.new) {
        if (employee.EmployeeNumber == 'W10001') {
          employee.addError('Not in our org');
        }
      }
    }`,
    undefined,
    undefined,
    [],
  );
  await saveSettings(org, { automaticProvisioning: true });
  const both = workers(PEOPLE).slice(0, 2);
  await insertAll(org, await accountsOf(org, both));
  const loaded = await org.call<{ success: boolean }[]>('integration', 'POST', '/services/data/v67.0/composite/sobjects', {
    allOrNone: false,
    records: await employeesOf(org, both),
  });
  expect(loaded.body.map(({ success }) => success)).toEqual([true, false]);
  expect(await org.query("SELECT Id FROM AsyncApexJob WHERE ApexClass.Name = 'ProvisioningWakeJob'")).toHaveLength(1);
  await org.stop();
});

test('R21: events that a trigger publishes come from the live run alone', async () => {
  const org = await orgWith(
    'event',
    `trigger CustomerEvents on User (after insert) {
      List<Arrival__e> events = new List<Arrival__e>();
      for (User user : Trigger.new) {
        events.add(new Arrival__e());
      }
      EventBus.publish(events);
    }`,
    undefined,
    {
      'objects/Arrival__e/Arrival__e.object-meta.xml': EVENT,
      ...triggerFiles(`trigger ArrivalBook on Arrival__e (after insert) {
        List<Account> accounts = new List<Account>();
        for (Arrival__e arrival : Trigger.new) {
          accounts.add(new Account(Name = 'Arrival'));
        }
        insert as system accounts;
      }`),
    },
  );
  const { dry, live } = await runDryAndLive(org);
  expect(live).toMatchObject({ status: 'Finished', created: PEOPLE, failed: 0 });
  expect(dry).toMatchObject({ status: 'Finished', created: PEOPLE, failed: 0 });
  await expect.poll(() => arrivals(org), { timeout: 30_000 }).toBe(PEOPLE);
  await everybodyElseIsComplete(org, 0);
  await org.stop();
});

async function arrivals(org: ServedOrg): Promise<number> {
  const [found] = await org.query<{ n: number }>("SELECT COUNT(Id) n FROM Account WHERE Name = 'Arrival'");
  return found!.n;
}

/** A dry run leaves nothing behind; the live run after it is what the customer's trigger sees. */
async function runDryAndLive(org: ServedOrg): Promise<{ dry: ProcessJson; live: ProcessJson }> {
  const dry = await run(org, 'DryRun');
  const [made] = await org.query<{ n: number }>('SELECT COUNT(Id) n FROM User WHERE ProvisionedEmployee__c != null');
  expect(made!.n).toBe(0);
  return { dry, live: await run(org, 'Live') };
}

async function run(org: ServedOrg, mode: string): Promise<ProcessJson> {
  const started = await startRun(org, 'admin', { mode });
  expect(started.status).toBe(202);
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const { body: process } = await org.call<ProcessJson>('admin', 'GET', `${API}/processes/${started.body.id}`);
    if (!['Queued', 'Initializing', 'Processing'].includes(process.status)) return process;
    await pause(20);
  }
}

/** Everybody has a user with the permission set, except `failed`. */
async function everybodyElseIsComplete(org: ServedOrg, failed: number): Promise<void> {
  const [linked] = await org.query<{ n: number }>('SELECT COUNT(Id) n FROM Employee2 WHERE UserId != null');
  expect(linked!.n).toBe(PEOPLE - failed);
  const [assigned] = await org.query<{ n: number }>(
    "SELECT COUNT(Id) n FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Provisioning_Employee_Data' AND Assignee.ProvisionedEmployee__c != null",
  );
  expect(assigned!.n).toBe(PEOPLE - failed);
}

/** The product with one trigger of the customer, and people who wait. `prepare` has the org; `files` are more of the customer's. */
async function orgWith(
  name: string,
  trigger: string,
  prepare?: (org: ServedOrg) => Promise<void>,
  files: Readonly<Record<string, string>> = {},
  people = workers(PEOPLE),
): Promise<ServedOrg> {
  const project = projectOf(join(folder, name), { files: { ...triggerFiles(trigger), ...files } });
  const org = await serve({ db: join(folder, `${name}.db`), project });
  await prepare?.(org);
  await load(org, people);
  await saveSettings(org);
  return org;
}

/** A trigger that throws when it meets the person of that last name. */
function throwing(time: string, lastName: string): string {
  return `trigger CustomerRule${time} on User (${time} insert) {
    for (User user : Trigger.new) {
      if (user.LastName == '${lastName}') {
        throw new IllegalArgumentException('Not in our org ${time} the save');
      }
    }
  }`;
}

/** A trigger that enqueues `jobs` jobs whenever rows are saved. */
function enqueuing(object: string, operation: string, jobs: number): string {
  return `trigger Enqueue${object} on ${object} (after ${operation}) {
    for (Integer i = 0; i < ${jobs}; i++) {
      System.enqueueJob(new CustomerJob());
    }
  }`;
}

const CUSTOMER_JOB = `public class CustomerJob implements Queueable {
  public void execute(QueueableContext context) {
  }
}`;

const EVENT = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <deploymentStatus>Deployed</deploymentStatus>
    <eventType>HighVolume</eventType>
    <label>Arrival</label>
    <pluralLabel>Arrivals</pluralLabel>
    <publishBehavior>PublishAfterCommit</publishBehavior>
</CustomObject>
`;
