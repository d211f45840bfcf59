import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { TargetOrg } from './target-org';

/** Calls of one transaction. */
const MOST_CALLS = 90;

let crane: TargetOrg;

beforeAll(async () => {
  crane = await TargetOrg.fresh();
});
afterEach(() => crane.target.switches.set([]));
afterAll(() => crane?.close());

/** So many times people were taken in hand. */
const chunks = async (): Promise<number> =>
  (await crane.org.query("SELECT Id FROM AsyncApexJob WHERE ApexClass.Name = 'AppCallJob'")).length;

describe('one person at a real SCIM target (R37, R38)', () => {
  test('is made after one look by both keys, changed, locked out and let in again by one call each', async () => {
    const person = await crane.hireOne({ Title: 'Fitter' });
    expect(await crane.run('Create', [person])).toEqual(['GET /Users?filter', 'POST /Users']);
    expect(crane.there(person)).toMatchObject([{ active: true, title: 'Fitter', userName: await crane.usernameOf(person) }]);
    await crane.change(person, { Title: null, FirstName: 'Other' });
    expect(await crane.run('Update', [person])).toEqual(['PATCH /Users/{id}']);
    expect(crane.there(person)).toMatchObject([{ name: { givenName: 'Other' } }]);
    expect(crane.there(person)[0]).not.toHaveProperty('title');
    await crane.takeEntitlement(person);
    expect(await crane.run('Deactivate', [person])).toEqual(['PATCH /Users/{id}']);
    expect(crane.there(person)).toMatchObject([{ active: false }]);
    await crane.entitle([person]);
    expect(await crane.run('Activate', [person])).toEqual(['PATCH /Users/{id}']);
    expect(crane.there(person)).toMatchObject([{ active: true }]);
    expect(await crane.states(person)).toEqual(Array(4).fill('Completed'));
    await crane.expectAgreement();
  });

  test('is inactive there while frozen here', async () => {
    const person = await crane.whoSignedIn('operator');
    await crane.entitle([person]);
    await crane.run('Create', [person]);
    await crane.freeze(person, true);
    expect(await crane.run('Freeze', [person])).toEqual(['PATCH /Users/{id}']);
    expect(crane.there(person)).toMatchObject([{ active: false }]);
    await crane.freeze(person, false);
    expect(await crane.run('Unfreeze', [person])).toEqual(['PATCH /Users/{id}']);
    expect(crane.there(person)).toMatchObject([{ active: true }]);
    expect(await crane.states(person)).toEqual(['Completed', 'Completed', 'Completed']);
  });

  test('is looked up twice where the target has no or', async () => {
    crane.target.switches.set([{ name: 'noOr' }]);
    const [first, second] = (await crane.hire(2)) as [string, string];
    const look = 'GET /Users?filter';
    expect(await crane.run('Create', [first, second])).toEqual([look, look, look, 'POST /Users', look, look, 'POST /Users']);
    await crane.test();
    const third = await crane.hireOne();
    expect(await crane.run('Create', [third])).toEqual([look, look, 'POST /Users']);
    for (const person of [first, second, third]) expect(await crane.states(person)).toEqual(['Completed']);
    crane.target.switches.set([]);
    await crane.test();
    await crane.expectAgreement();
  });

  test('takes over the account that the linking rule finds, with what others wrote there', async () => {
    const person = await crane.hireOne();
    const userName = (await crane.usernameOf(person)).toUpperCase();
    const { id } = crane.target.store.add({ userName, active: true, nickName: 'kept', emails: [{ type: 'home', value: 'kept@home' }] });
    expect(await crane.run('Create', [person])).toEqual(['GET /Users?filter', 'PATCH /Users/{id}']);
    expect(crane.there(person)).toMatchObject([{ id, nickName: 'kept', emails: [{ type: 'home', value: 'kept@home' }, { type: 'work' }] }]); // prettier-ignore
    expect(await crane.states(person)).toEqual(['Completed']);
    await crane.expectAgreement();
  });

  test('does not take the account of somebody else', async () => {
    const [person, other] = (await crane.hire(2)) as [string, string];
    crane.target.store.add({ userName: await crane.usernameOf(person), externalId: other, active: true });
    expect(await crane.run('Create', [person])).toEqual(['GET /Users?filter']);
    expect(await crane.requests(person)).toMatchObject([{ State__c: 'Failed', Cause__c: 'ACCOUNT_TAKEN' }]);
    crane.target.store.remove(crane.there(other)[0]!['id']);
  });

  test('is told to have several accounts where the rule finds several', async () => {
    await crane.save({ linking: { salesforce: 'Email', target: 'emails.value', filter: null } });
    const person = await crane.hireOne({ Email: 'twin@crane.example' });
    for (const userName of ['twin1', 'twin2'])
      crane.target.store.add({ userName, active: true, emails: [{ type: 'work', value: 'twin@crane.example' }] });
    await crane.run('Create', [person]);
    expect(await crane.requests(person)).toMatchObject([{ State__c: 'Failed', Cause__c: 'AMBIGUOUS_ACCOUNT' }]);
    await crane.save({ linking: { salesforce: 'Username', target: 'userName', filter: null } });
  });

  test('is looked up again after a 409', async () => {
    const person = await crane.hireOne();
    const userName = await crane.usernameOf(person);
    crane.target.store.add({ userName, active: true }, 2);
    crane.target.switches.set([]);
    expect(await crane.run('Create', [person])).toEqual(['GET /Users?filter', 'POST /Users', 'GET /Users?filter', 'PATCH /Users/{id}']);
    expect(await crane.states(person)).toEqual(['Completed']);
    await crane.expectAgreement();
  });

  test('signs in anew when the token ends in the middle', async () => {
    crane.target.switches.set([{ name: 'tokenUses', uses: 3 }]);
    const people = await crane.hire(4);
    await crane.run('Create', people);
    for (const person of people) expect(await crane.requests(person)).toMatchObject([{ State__c: 'Completed' }]);
    await crane.expectAgreement();
  });

  test('is locked out within two transactions although many wait to be made', async () => {
    const [leaver] = (await crane.hire(1)) as [string];
    await crane.run('Create', [leaver]);
    await crane.takeEntitlement(leaver);
    const others = await crane.hire(200);
    const before = crane.calls().length;
    crane.target.switches.set([{ name: 'late', milliseconds: 5 }]);
    await crane.ask('Create', others);
    while (crane.calls(before).length < 10) await new Promise(setImmediate);
    const asked = crane.calls(before).length;
    await crane.ask('Deactivate', [leaver]);
    await crane.work();
    const place = crane.calls(before).indexOf('PATCH /Users/{id}');
    expect(place).toBeGreaterThan(0);
    expect(place - asked).toBeLessThanOrEqual(2 * MOST_CALLS);
    expect(crane.there(leaver)).toMatchObject([{ active: false }]);
    await crane.expectAgreement();
  });

  test('is taken in hand once where many are locked out together', async () => {
    const people = await crane.hire(100);
    const before = await chunks();
    await crane.ask('Deactivate', people);
    await crane.work();
    expect((await chunks()) - before).toBe(Math.ceil(people.length / (MOST_CALLS / 2)));
  });
});
