import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amount, armKill, passages, unlessKilled, type Strike } from './kills';
import { decide, employee, links, loadEmployees, usersBefore } from './links-org';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { strayKeys } from './stray-keys';
import { idle, processes, resume, saveSettings, type ProcessJson } from './workforce';

/** Two chunks of at most 200. */
const PEOPLE = 203;
/** Of the commits, every so many-th is struck. */
const APART = amount({ test: 1, kills: 4, long: 1 });

const folder = mkdtempSync(join(tmpdir(), 'links-kills-'));
const template = join(folder, 'template.db');
const numbers = Array.from({ length: PEOPLE }, (_, i) => `L${1000 + i}`);

beforeAll(async () => {
  const org = await serve({ db: template });
  await saveSettings(org);
  const named = numbers.map((number, i) => ({ FirstName: 'Pair', LastName: `Exact ${i}`, Email: `exact${i}@corp.example`, number }));
  await usersBefore(
    org,
    named.map(({ FirstName, LastName, Email }) => ({ FirstName, LastName, Email })),
  );
  for (let from = 0; from < PEOPLE; from += 200) {
    const part = named.slice(from, from + 200);
    await loadEmployees(
      org,
      part.map(({ number, FirstName, LastName, Email }) => employee(number, FirstName, LastName, Email)),
    );
  }
  await org.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Who has which user, how often, with which sets and by whose key. */
async function state(org: ServedOrg): Promise<object> {
  const employees = await org.query<{ Id: string; EmployeeNumber: string; User: { Email: string } | null }>(
    'SELECT Id, EmployeeNumber, User.Email FROM Employee2 ORDER BY EmployeeNumber',
  );
  const keyed = await org.query<{ Email: string }>('SELECT Email FROM User WHERE ProvisionedEmployee__c != null ORDER BY Email');
  const sets = await org.query<{ Assignee: { Email: string } }>(
    "SELECT Assignee.Email FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Provisioning_Employee_Data' ORDER BY Assignee.Email",
  );
  const pairs = await org.query<{ State__c: string; n: number }>(
    'SELECT State__c, COUNT(Id) n FROM EmployeeLink__c GROUP BY State__c ORDER BY State__c',
  );
  return {
    linked: employees.map(({ EmployeeNumber, User }) => `${EmployeeNumber} ${User?.Email ?? ''}`),
    keyed: keyed.map(({ Email }) => Email),
    sets: sets.map(({ Assignee }) => Assignee.Email).filter((email) => email.startsWith('exact')),
    pairs: pairs.map(({ State__c, n }) => `${State__c} ${n}`),
  };
}

const addresses = numbers.map((_, i) => `exact${i}@corp.example`).sort();
const AFTER = {
  linked: numbers.map((number, i) => `${number} exact${i}@corp.example`),
  keyed: addresses,
  sets: addresses,
  pairs: [`Linked ${PEOPLE}`],
};

/** Starts the process where there is none, and works the queue off; the process. */
async function toTheEnd(org: ServedOrg): Promise<ProcessJson> {
  const ours = async () => (await processes(org)).find(({ scope }) => scope === 'Links');
  if (!(await ours())) expect((await decide(org, { decision: 'Link', all: 'Exact', mode: 'Live' })).status).toBe(202);
  for (;;) {
    await idle(org);
    const process = (await ours())!;
    if (process.status !== 'Aborted') return process;
    expect((await resume(org, process.id)).status).toBe(202);
  }
}

async function survives(org: ServedOrg, strike?: Strike): Promise<boolean> {
  const process = await unlessKilled(org, async () => {
    if (strike) await armKill(org, strike);
    return toTheEnd(org);
  });
  if (process === null) return false;
  expect(process).toMatchObject({ status: 'Finished', linked: PEOPLE, processed: PEOPLE, failed: 0, skipped: 0 });
  expect(await state(org)).toEqual(AFTER);
  expect(await strayKeys(org)).toEqual([]);
  await org.stop();
  return true;
}

test.each(['commit.before', 'commit.after'])('R57: all exact ones, killed at %s: exactly one user each', async (point) => {
  let kills = 0;
  for (const nth of passages(point === 'commit.before' ? [4] : [3], APART)) {
    const db = copyDatabase(template, join(folder, `${point}-${nth}.db`));
    if (await survives(await serve({ db }), { point, nth })) break;
    kills++;
    expect(await survives(await serve({ db }))).toBe(true);
  }
  expect(kills).toBeGreaterThan(0);
});

test('R57: 200 linked by hand and killed anywhere: all of them or none, and their sets follow', async () => {
  const ends = new Set<number>();
  for (const [point, sample] of Object.entries({ statement: [2], 'commit.before': [1], 'commit.after': [1] })) {
    for (const nth of passages(sample)) {
      const db = copyDatabase(template, join(folder, `by-hand-${point}-${nth}.db`));
      const org = await serve({ db });
      const ids = (await links(org, '?limit=200')).map(({ id }) => id);
      const answer = await unlessKilled(org, async () => {
        await armKill(org, { point, nth });
        return decide(org, { decision: 'Link', ids });
      });
      if (answer !== null) await org.stop();
      const again = await serve({ db });
      await idle(again);
      const left = await again.query<{ Id: string }>('SELECT Id FROM Employee2 WHERE UserId != null');
      expect([0, 200]).toContain(left.length);
      expect(await strayKeys(again)).toEqual([]);
      expect((await state(again)) as { sets: string[] }).toMatchObject({ sets: { length: left.length } });
      ends.add(left.length);
      await again.stop();
      if (answer !== null) break;
    }
  }
  expect([...ends].sort()).toEqual([0, 200]);
});
