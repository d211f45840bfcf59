import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { triggerFiles } from './project';
import { TargetOrg } from './target-org';

/** A customer's rule about our records: it takes down whoever is called Poison, even alone. */
const POISON = triggerFiles(`trigger RefuseAccount on AppAccount__c (before insert) {
  for (AppAccount__c account : Trigger.new) {
    if (account.ExternalLastName__c == 'Poison') {
      account.addError('Refused by the customer.');
    }
  }
}
`);

let crane: TargetOrg;

beforeAll(async () => {
  crane = await TargetOrg.fresh({ files: POISON });
});
afterEach(async () => {
  crane.target.switches.set([]);
  if ((await crane.state()).State__c !== 'On') await crane.resume();
  await crane.waitOut();
});
afterAll(() => crane?.close());

const usernames = async (ids: readonly string[]): Promise<string[]> =>
  (await crane.org.query<{ Username: string }>(`SELECT Username FROM User WHERE Id IN ('${ids.join("','")}') ORDER BY Id`)).map(
    (row) => row.Username,
  );
const states = async (ids: readonly string[]): Promise<string[]> => {
  const all = await crane.requests();
  return ids.flatMap((id) => all.filter((row) => row.UserId__c === id).map((row) => row.State__c));
};
const all = (count: number, state: string): string[] => Array<string>(count).fill(state);
/** As often as somebody was sent something, each once. */
const posts = (calls: readonly string[]): number => calls.filter((call) => call.startsWith('POST')).length;

describe('whose fault it is (R39)', () => {
  test.each([
    ['no answer', { name: 'drop' }],
    ['408', { name: 'status', status: 408 }],
    ['425', { name: 'status', status: 425 }],
    ['502', { name: 'status', status: 502 }],
    ['503', { name: 'status', status: 503 }],
    ['504', { name: 'status', status: 504 }],
    ['HTML', { name: 'html' }],
    ['half an answer', { name: 'half' }],
  ])('%s: five different persons in a row stop the app, which goes on by itself, and nobody has failed', async (_, trouble) => {
    crane.target.switches.set([trouble]);
    const people = await crane.hire(8);
    expect(await crane.run('Create', people)).toHaveLength(5);
    expect(await crane.state()).toMatchObject({ State__c: 'Stopped', NextProbe__c: expect.any(String) });
    expect(await states(people)).toEqual(all(8, 'New'));
    // two more looks in vain
    await crane.advance('2m');
    await crane.work();
    await crane.advance('3m');
    await crane.work();
    expect(await crane.state()).toMatchObject({ State__c: 'Stopped' });
    crane.target.switches.set([]);
    await crane.waitOut();
    expect(await crane.state()).toMatchObject({ State__c: 'On' });
    expect(await states(people)).toEqual(all(8, 'Completed'));
    await crane.expectAgreement();
  });

  test('one person without an answer comes again, and the others have their turn', async () => {
    const people = await crane.hire(8);
    const [odd] = await usernames(people);
    crane.target.switches.set([{ name: 'drop', match: odd, times: 2 }]);
    await crane.run('Create', people);
    expect((await states(people)).filter((state) => state === 'Completed')).toHaveLength(7);
    expect(await crane.state()).toMatchObject({ State__c: 'On' });
    await crane.waitOut();
    expect(await states(people)).toEqual(all(8, 'Completed'));
    await crane.expectAgreement();
  });

  test('who is locked out without an answer comes again later, and the others have their turn', async () => {
    const leaver = await crane.hireOne();
    await crane.run('Create', [leaver]);
    await crane.takeEntitlement(leaver);
    const others = await crane.hire(60);
    await crane.pause();
    await crane.ask('Create', others);
    await crane.ask('Deactivate', [leaver]);
    const before = crane.calls().length;
    crane.target.switches.set([{ name: 'drop', method: 'PATCH', times: 30 }]);
    await crane.resume();
    await crane.work();
    expect(crane.calls(before).filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
    expect(await states(others)).toEqual(all(60, 'Completed'));
    crane.target.switches.set([]);
    await crane.waitOut();
    expect(crane.there(leaver)).toMatchObject([{ active: false }]);
    await crane.expectAgreement();
  });

  test.each([
    ['seconds', () => 300],
    ['a date', () => new Date(crane.now() + 300_000).toUTCString()],
  ])('429 waits for as long as Retry-After says in %s', async (_, retryAfter) => {
    const people = await crane.hire(3);
    crane.target.switches.set([{ name: 'status', status: 429, retryAfter: retryAfter() }]);
    expect(await crane.run('Create', people)).toHaveLength(1);
    crane.target.switches.set([]);
    const before = crane.calls().length;
    await crane.advance('3m');
    await crane.work();
    expect(crane.calls(before)).toEqual([]);
    await crane.advance('3m');
    await crane.work();
    expect(await states(people)).toEqual(all(3, 'Completed'));
  });

  test('401 stops the app at the first, and a person has to resume it', async () => {
    const people = await crane.hire(3);
    crane.target.switches.set([{ name: 'status', status: 401 }]);
    await crane.run('Create', people);
    // the platform renews the token once by itself
    expect(crane.calls().slice(-2)).toEqual(['GET /Users?filter', 'GET /Users?filter']);
    expect(await crane.state()).toMatchObject({ State__c: 'Stopped', NextProbe__c: null });
    await crane.advance('60m');
    await crane.work();
    crane.target.switches.set([]);
    await crane.resume();
    await crane.work();
    expect(await states(people)).toEqual(all(3, 'Completed'));
  });

  test('500 for one person is asked about, and fails after three sends while the others go on', async () => {
    const people = await crane.hire(4);
    const [odd] = await usernames(people);
    crane.target.switches.set([{ name: 'status', status: 500, method: 'POST', match: odd }]);
    const before = crane.calls().length;
    await crane.run('Create', people);
    await crane.waitOut();
    expect(await crane.requests(people[0])).toMatchObject([{ State__c: 'Failed', Cause__c: 'TARGET_ERROR', Code__c: '500' }]);
    expect((await states(people)).slice(1)).toEqual(all(3, 'Completed'));
    const calls = crane.calls(before);
    expect(posts(calls)).toBe(3 + 3);
    expect(calls.filter((call) => call === 'GET /Users?count=1')).toHaveLength(3);
    await crane.expectAgreement();
  });

  test('500 for everybody stops the app at the first, because the harmless question breaks as well', async () => {
    const people = await crane.hire(3);
    crane.target.switches.set([{ name: 'status', status: 500 }]);
    expect(await crane.run('Create', people)).toEqual(['GET /Users?filter', 'GET /Users?count=1']);
    expect(await crane.state()).toMatchObject({ State__c: 'Stopped' });
    crane.target.switches.set([]);
    await crane.waitOut();
    expect(await states(people)).toEqual(all(3, 'Completed'));
  });

  test('429 dressed as 500 makes everybody wait, and nobody fails', async () => {
    const people = await crane.hire(7);
    crane.target.switches.set([{ name: 'status', status: 500, detail: 'Rate limit exceeded', method: 'POST' }]);
    await crane.run('Create', people);
    expect(await crane.state()).toMatchObject({ State__c: 'Stopped' });
    crane.target.switches.set([]);
    await crane.waitOut();
    expect(await states(people)).toEqual(all(7, 'Completed'));
    await crane.expectAgreement();
  });

  test('who leaves after the answer to an activation was lost is locked out there', async () => {
    const person = await crane.hireOne();
    await crane.run('Create', [person]);
    await crane.takeEntitlement(person);
    await crane.run('Deactivate', [person]);
    await crane.entitle([person]);
    crane.target.switches.set([{ name: 'after', status: 504, method: 'PATCH', times: 1 }]);
    await crane.run('Activate', [person]);
    expect(crane.there(person)).toMatchObject([{ active: true }]);
    await crane.takeEntitlement(person);
    await crane.waitOut();
    expect(crane.there(person)).toMatchObject([{ active: false }]);
    await crane.expectAgreement();
  });

  test('500 after the work was done doubles nobody', async () => {
    const people = await crane.hire(3);
    crane.target.switches.set([{ name: 'after', status: 500, method: 'POST', times: 2 }]);
    await crane.run('Create', people);
    await crane.waitOut();
    expect(await states(people)).toEqual(all(3, 'Completed'));
    await crane.expectAgreement();
  });

  test('403 fails the person, but five different persons in a row stop the app and fail nobody', async () => {
    const people = await crane.hire(8);
    const [odd] = await usernames(people);
    crane.target.switches.set([{ name: 'status', status: 403, method: 'POST', match: odd }]);
    await crane.run('Create', people.slice(0, 2));
    expect(await states(people.slice(0, 2))).toEqual(['Failed', 'Completed']);
    crane.target.switches.set([{ name: 'status', status: 403, method: 'POST' }]);
    await crane.run('Create', people.slice(2));
    expect(await crane.state()).toMatchObject({ State__c: 'Stopped', NextProbe__c: null });
    expect(await states(people.slice(2))).toEqual(all(6, 'New'));
    crane.target.switches.set([]);
    await crane.resume();
    await crane.work();
    expect(await states(people.slice(2))).toEqual(all(6, 'Completed'));
  });

  test('404 on an update is looked up, and then missing', async () => {
    const [moved, gone] = (await crane.hire(2)) as [string, string];
    await crane.run('Create', [moved, gone]);
    const [before] = crane.there(moved);
    crane.target.store.remove(before!['id']);
    crane.target.store.add({ ...before, id: undefined });
    crane.target.store.remove(crane.there(gone)[0]!['id']);
    for (const person of [moved, gone]) await crane.change(person, { Title: 'Rigger' });
    await crane.run('Update', [moved, gone]);
    expect(await states([moved, gone])).toEqual(['Completed', 'Completed', 'Completed', 'Failed']);
    expect(crane.there(moved)).toMatchObject([{ title: 'Rigger' }]);
    expect(await crane.accounts(gone)).toMatchObject([{ Status__c: 'Deleted', LinkState__c: 'orphaned' }]);
    await crane.expectAgreement();
  });

  test('409 on an update is asked again, and then fails in words', async () => {
    const [person, other] = (await crane.hire(2)) as [string, string];
    await crane.run('Create', [person, other]);
    await crane.change(person, { Title: 'Rigger' });
    crane.target.switches.set([{ name: 'status', status: 409, method: 'PATCH', detail: 'In use' }]);
    await crane.run('Update', [person]);
    await crane.waitOut();
    expect(await crane.requests(person)).toMatchObject([{}, { State__c: 'Failed', Cause__c: 'TARGET_REFUSED', Message__c: 'In use' }]);
    expect(crane.calls().filter((call) => call.startsWith('PATCH')).length).toBeGreaterThanOrEqual(4);
  });

  test('another refusal fails the person at once, with what the target said', async () => {
    const people = await crane.hire(2);
    const [odd] = await usernames(people);
    crane.target.switches.set([{ name: 'status', status: 422, method: 'POST', match: odd, detail: 'No such cost centre' }]);
    await crane.run('Create', people);
    expect(await crane.requests(people[0])).toMatchObject([{ State__c: 'Failed', Cause__c: 'TARGET_REFUSED', Code__c: '422', Message__c: 'No such cost centre' }]); // prettier-ignore
    expect(await states(people)).toEqual(['Failed', 'Completed']);
  });

  test('a redirect is not followed', async () => {
    const [person] = (await crane.hire(1)) as [string];
    crane.target.switches.set([{ name: 'redirect', method: 'POST', location: `${crane.target.url}/elsewhere` }]);
    const calls = await crane.run('Create', [person]);
    expect(calls).toEqual(['GET /Users?filter', 'POST /Users']);
    expect(await states([person])).toEqual(['Failed']);
  });

  test('a target that ignores filters gets nobody made who may be on another page', async () => {
    const [person] = (await crane.hire(1)) as [string];
    crane.target.switches.set([{ name: 'noFilter' }, { name: 'shortPages', size: 2 }]);
    expect(posts(await crane.run('Create', [person]))).toBe(0);
    expect(await crane.requests(person)).toMatchObject([{ State__c: 'Failed', Code__c: 'NO_FILTER' }]);
  });

  test('what was made is found although look-ups lag', async () => {
    const [person] = (await crane.hire(1)) as [string];
    crane.target.switches.set([{ name: 'lag', requests: 4 }, { name: 'after', status: 504, method: 'POST', times: 1 }]); // prettier-ignore
    await crane.run('Create', [person]);
    await crane.waitOut();
    expect(await states([person])).toEqual(['Completed']);
    await crane.expectAgreement();
  });

  test('an update carries the chosen attributes only', async () => {
    await crane.save({ onUpdate: ['Title'] });
    const [person] = (await crane.hire(1)) as [string];
    await crane.run('Create', [person]);
    await crane.change(person, { Title: 'Rigger', FirstName: 'Unsent' });
    await crane.run('Update', [person]);
    expect(crane.target.journal.entries.at(-1).body.Operations).toEqual([{ op: 'replace', path: 'title', value: 'Rigger' }]);
    await crane.change(person, { FirstName: 'Unsent too' });
    expect(await crane.run('Update', [person])).toEqual([]);
    await crane.save({ onUpdate: ['Username', 'Email', 'FirstName', 'LastName', 'Title'] });
  });

  test('who breaks our own settlement even alone fails with the reason, and is not sent again', async () => {
    const [poison] = (await crane.hire(1, { LastName: 'Poison' })) as [string];
    const others = await crane.hire(3);
    await crane.run('Create', [...others, poison]);
    await crane.waitOut();
    expect(await crane.requests(poison)).toMatchObject([{ State__c: 'Failed', Message__c: expect.stringContaining('Refused by the customer') }]); // prettier-ignore
    expect(await states(others)).toEqual(all(3, 'Completed'));
    expect(crane.there(poison)).toHaveLength(1);
    const before = crane.calls().length;
    await crane.run('Create', await crane.hire(1));
    expect(posts(crane.calls(before))).toBe(1);
  });
});
