import { afterAll, beforeAll, expect, test } from 'vitest';
import { amount } from './kills';
import { seeded } from './seeded';
import { TargetOrg } from './target-org';

const SEEDS = amount({ kills: [1, 2, 3, 4, 5], long: Array.from({ length: 20 }, (_, n) => n + 11) });
const KNOWN = 12;
const STRANGERS = 6;
const CHANGES = 30;
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

type Account = Record<string, unknown>;
interface Person {
  readonly id: string;
  isEntitled: boolean;
  isActive: boolean;
}

let crane: TargetOrg;
beforeAll(async () => {
  crane = await TargetOrg.fresh({ settings: { minimumCollected: 0 } });
});
afterAll(() => crane?.close());

test.each(SEEDS)('R41, R42: after changes at both ends the target is the mapping of the entitled; seed %i', async (seed) => {
  const random = seeded(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const people = (await crane.hire(KNOWN)).map((id) => ({ id, isEntitled: true, isActive: true }));
  await crane.run(
    'Create',
    people.map(({ id }) => id),
  );
  const strangers = Array.from({ length: STRANGERS }, (_, n) => strange(`stranger${seed}x${n}`));
  await reconcile();
  const [linked, ignored] = strangers as [string, string];
  const owner = await crane.hireOne();
  await crane.decideOnAccounts('Link', [linked], owner);
  await crane.decideOnAccounts('Ignore', [ignored]);
  people.push({ id: owner, isEntitled: true, isActive: true });

  for (let n = 0; n < CHANGES; n++) await happens(below, people);
  const untouched = new Map(strangers.slice(1).map((id) => [id, JSON.stringify(crane.target.store.get(id))]));
  await reconcile();
  await crane.processAll();
  await crane.waitOut();

  expect(await crane.linkOf(linked)).toEqual({ LinkState__c: 'linked', UserId__c: owner });
  expect(await crane.linkOf(ignored)).toMatchObject({ LinkState__c: 'ignored' });
  for (const [id, before] of untouched) expect(JSON.stringify(crane.target.store.get(id))).toBe(before);
  for (const person of people) await expectMapped(person);
});

/** An account that is nobody's; its id. */
const strange = (userName: string): string => crane.target.store.add({ userName, active: true }).id as string;

async function reconcile(): Promise<void> {
  for (const kind of ['Collect', 'Analyze', 'Commit'])
    expect(await crane.process(kind)).toMatchObject({ status: 'Finished', incomplete: false });
}

async function happens(below: (most: number) => number, people: Person[]): Promise<void> {
  const person = people[below(people.length)]!;
  const [account] = crane.there(person.id);
  switch (below(9)) {
    case 0:
      if (!person.isActive) break;
      await (person.isEntitled ? crane.takeEntitlement(person.id) : crane.entitle([person.id]));
      person.isEntitled = !person.isEntitled;
      break;
    case 1:
      person.isActive = !person.isActive;
      await crane.change(person.id, { IsActive: person.isActive });
      break;
    case 2:
      await crane.change(person.id, { Title: below(3) === 0 ? null : `T${below(9)}`, FirstName: `F${below(9)}` });
      break;
    case 3:
      people.push({ id: await crane.hireOne(), isEntitled: true, isActive: true });
      break;
    case 4: {
      // hired here, and made there by somebody meanwhile
      const id = await crane.hireOne();
      crane.target.store.add({ userName: (await crane.usernameOf(id)).toUpperCase(), active: below(2) === 0 });
      people.push({ id, isEntitled: true, isActive: true });
      break;
    }
    case 5:
      if (account) crane.target.store.remove(account['id']);
      break;
    case 6:
      if (account) replace(account, { active: account['active'] !== true });
      break;
    case 7:
      if (account) replace(account, { title: `There ${below(9)}`, nickName: `N${below(9)}` });
      break;
    default:
      if (account) replace(account, { name: { givenName: 'There', familyName: 'There' }, userName: `moved${below(100_000)}` });
  }
}

const replace = (account: Account, changes: object): void => void crane.target.store.replace(account['id'], { ...account, ...changes });

/** Whoever is wanted is there once, as the mapping says; whoever is not is not active there. */
async function expectMapped({ id, isActive, isEntitled }: Person): Promise<void> {
  const linked = (await crane.accounts(id)).filter((row) => row.LinkState__c === 'linked' && row.Status__c !== 'Deleted');
  const there = linked.map((row) => crane.target.store.get(row.ExternalUserId__c) as Account);
  for (const one of crane.there(id)) expect(there).toContain(one);
  if (!isActive || !isEntitled) {
    expect(there.filter((account) => account['active'] === true)).toEqual([]);
    return;
  }
  const [user] = await crane.org.query<Record<string, string | null>>(
    `SELECT Username, FirstName, LastName, Email, Title, Department, EmployeeNumber FROM User WHERE Id = '${id}'`,
  );
  expect(there.map(mapped)).toEqual([
    {
      active: true,
      userName: user!['Username']?.toLowerCase(),
      givenName: user!['FirstName'],
      familyName: user!['LastName'],
      email: user!['Email'],
      title: user!['Title'],
      department: user!['Department'],
      employeeNumber: user!['EmployeeNumber'],
    },
  ]);
}

function mapped(account: Account): object {
  const name = account['name'] as Account;
  const emails = account['emails'] as { type: string; value: string }[];
  const enterprise = (account[ENTERPRISE] ?? {}) as Account;
  return {
    active: account['active'],
    userName: String(account['userName']).toLowerCase(),
    givenName: name['givenName'],
    familyName: name['familyName'],
    email: emails.find(({ type }) => type === 'work')?.value,
    title: account['title'] ?? null,
    department: enterprise['department'] ?? null,
    employeeNumber: enterprise['employeeNumber'] ?? null,
  };
}
