import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { TargetOrg } from './target-org';
import { API } from './workforce';

/** On a busy machine an answer may be late, and what waits for it is not over when the queue is. */
const IN_TIME = { timeout: 20_000 };
const LOOK = 'GET /Users?filter';
const READ = 'GET /Users/{id}';
const PUT = 'PUT /Users/{id}';

let crane: TargetOrg;

beforeAll(async () => {
  crane = await TargetOrg.fresh();
});
afterEach(() => crane.target.switches.set([]));
afterAll(() => crane?.close());

const lastOf = async (userId: string): Promise<object> => (await crane.requests(userId)).at(-1)!;

describe('a target without PATCH', () => {
  test('is read, merged and put back for the version that was read; what others wrote stays', async () => {
    crane.target.switches.set([{ name: 'noPatch' }]);
    const person = await crane.hireOne({ Title: 'Fitter' });
    const own = {
      userName: await crane.usernameOf(person),
      nickName: 'kept',
      active: true,
      emails: [{ type: 'home', value: 'kept@home' }],
    };
    const { id } = crane.target.store.add(own);
    expect(await crane.run('Create', [person])).toEqual([LOOK, 'PATCH /Users/{id}', READ, PUT]);
    await crane.test();
    await crane.change(person, { Title: null, FirstName: 'Other' });
    expect(await crane.run('Update', [person])).toEqual([READ, PUT]);
    expect(crane.there(person)).toMatchObject([{ id, nickName: 'kept', name: { givenName: 'Other' }, emails: [own.emails[0], { type: 'work' }] }]); // prettier-ignore
    expect(crane.there(person)[0]).not.toHaveProperty('title');
    await crane.takeEntitlement(person);
    expect(await crane.run('Deactivate', [person])).toEqual([READ, PUT]);
    expect(crane.there(person)).toMatchObject([{ active: false, nickName: 'kept' }]);
    await crane.expectAgreement();
  });

  test('is read again where somebody else was quicker, and the person fails when that never ends', async () => {
    crane.target.switches.set([{ name: 'noPatch' }]);
    await crane.test();
    const person = await crane.hireOne();
    await crane.run('Create', [person]);
    await crane.change(person, { Title: 'Rigger' });
    crane.target.switches.set([{ name: 'noPatch' }, { name: 'status', status: 412, method: 'PUT', times: 1 }]); // prettier-ignore
    expect(await crane.run('Update', [person])).toEqual([READ, PUT, READ, PUT]);
    expect(crane.there(person)).toMatchObject([{ title: 'Rigger' }]);
    await crane.change(person, { Title: 'Welder' });
    crane.target.switches.set([{ name: 'noPatch' }, { name: 'status', status: 412, method: 'PUT' }]); // prettier-ignore
    await crane.run('Update', [person]);
    await crane.waitOut();
    expect(await lastOf(person)).toMatchObject({ State__c: 'Failed', Cause__c: 'TARGET_REFUSED', Code__c: '412' });
    crane.target.switches.set([]);
    await crane.test();
  });
});

test('attributes that the target writes alone are refused when the settings are saved', async () => {
  const path = `${API}/apps/${crane.appId}/settings`;
  const { body } = await crane.org.call<{ mapping: object[]; version?: number }>('admin', 'GET', path);
  const target = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName';
  delete body.version;
  const answer = await crane.org.call<object>('admin', 'PUT', path, { ...body, mapping: [...body.mapping, { target, paths: ['Title'] }] });
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain(`mapping[${body.mapping.length}].target`);
});

test('"False" is no, and who is wanted becomes active', async () => {
  const person = await crane.hireOne();
  crane.target.store.add({ userName: await crane.usernameOf(person), active: false });
  crane.target.switches.set([{ name: 'texts' }]);
  await crane.run('Create', [person]);
  expect(crane.there(person)).toMatchObject([{ active: true }]);
  await crane.expectAgreement();
});

test('a user who is listed twice is one user', async () => {
  const person = await crane.hireOne();
  crane.target.store.add({ userName: await crane.usernameOf(person), active: true });
  crane.target.switches.set([{ name: 'duplicates' }]);
  await crane.run('Create', [person]);
  expect(await lastOf(person)).toMatchObject({ State__c: 'Completed' });
  await crane.expectAgreement();
});

test('whom a filter that minds capitals does not find fails in words, and is linked once it does', async () => {
  const person = await crane.hireOne();
  crane.target.store.add({ userName: (await crane.usernameOf(person)).toUpperCase(), active: true });
  crane.target.switches.set([{ name: 'caseSensitive' }]);
  await crane.run('Create', [person]);
  await crane.waitOut();
  expect(await lastOf(person)).toMatchObject({ State__c: 'Failed', Cause__c: 'TARGET_REFUSED', Code__c: '409' });
  crane.target.switches.set([]);
  await crane.retry(person);
  expect(await crane.states(person)).toEqual(['Retried', 'Completed']);
  await crane.expectAgreement();
});

test('a target without bulk is served all the same, because none is used', async () => {
  crane.target.switches.set([{ name: 'noBulk' }]);
  const people = await crane.hire(3);
  await crane.run('Create', people);
  for (const person of people) expect(await lastOf(person)).toMatchObject({ State__c: 'Completed' });
});

describe('a collect ends, says why, and is right after the switch is off', () => {
  const crowd = 450;
  beforeAll(() => {
    for (let i = 0; i < crowd; i++) crane.target.store.add({ userName: `crowd${i}`, active: true });
  });

  test.each([
    ['duplicate ids', [{ name: 'duplicates' }], 'Finished', false],
    ['pages that start over past the end', [{ name: 'startOver' }], 'Finished', false],
    ['pages shorter than asked for', [{ name: 'shortPages', size: 70 }], 'Finished', false],
    ['cursors', [{ name: 'cursors' }, { name: 'shortPages', size: 90 }], 'Finished', false],
    ['a cursor that is an address', [{ name: 'cursors', absolute: 'http://127.0.0.1:1/' }, { name: 'shortPages', size: 90 }], 'Failed', true], // prettier-ignore
    ['half a page', [{ name: 'half' }], 'Failed', true],
    ['HTML', [{ name: 'html' }], 'Failed', true],
    ['a redirect', [{ name: 'redirect', location: 'http://127.0.0.1:1/' }], 'Failed', true],
    ['500 on the second page', [{ name: 'status', status: 500, match: 'startIndex=201' }], 'Failed', true],
    ['401', [{ name: 'status', status: 401 }], 'Failed', true],
  ])('%s', async (_, switches, status, isIncomplete) => {
    const everybody = crane.everybodyThere().length;
    crane.target.switches.set(switches);
    const met = await crane.process('Collect');
    expect(met).toMatchObject({ status, incomplete: isIncomplete, ...(isIncomplete ? {} : { total: everybody }) });
    if (isIncomplete) expect(met.statusMessage).not.toBeNull();
    crane.target.switches.set([]);
    if ((await crane.state()).State__c !== 'On') await crane.resume();
    const after = await crane.process('Collect');
    await expect.poll(() => crane.workOn(after.id), IN_TIME).toMatchObject({ status: 'Finished', incomplete: false, total: everybody });
  });

  const second = { match: 'startIndex=201', times: 1 };
  test.each([
    ['429 with seconds', () => ({ name: 'status', status: 429, retryAfter: 90, ...second })],
    ['503 with a date', () => ({ name: 'status', status: 503, retryAfter: new Date(crane.now() + 90_000).toUTCString(), ...second })],
    ['429 dressed as 500', () => ({ name: 'status', status: 500, retryAfter: 90, ...second })],
    ['no answer', () => ({ name: 'drop', ...second })],
  ])('needs time, %s: it waits, holds nobody up, and goes on with the page that did not come', async (_, trouble) => {
    crane.target.switches.set([trouble()]);
    const { id, status } = await crane.process('Collect');
    expect(status).toBe('Processing');
    const person = await crane.hireOne();
    await crane.run('Create', [person]);
    expect(await lastOf(person)).toMatchObject({ State__c: 'Completed' });
    const before = crane.target.journal.entries.length;
    await crane.advance('2m');
    await crane.work();
    const met = await crane.org.call<object>('admin', 'GET', `${API}/processes/${id}`);
    expect(met.body).toMatchObject({ status: 'Finished' });
    expect(crane.calls(before)[0]).toContain('startIndex=201');
  });
});

describe('accounts are deleted', () => {
  test('only by the name of the app, after everybody was compared once, and after the days', async () => {
    const [leaver, stayer] = (await crane.hire(2)) as [string, string];
    await crane.run('Create', [leaver, stayer]);
    await expect(crane.save({ deactivation: 'Delete', deleteAfterDays: 30 })).rejects.toThrow('"fields":["name"]');
    await crane.save({ deactivation: 'Delete', deleteAfterDays: 30, name: 'Crane' });
    await crane.takeEntitlement(leaver);
    await crane.run('Deactivate', [leaver]);
    expect(crane.there(leaver)).toMatchObject([{ active: false }]);
    await crane.advanceDays(31);
    await crane.processAll();
    expect(crane.there(leaver)).toHaveLength(1);
    await crane.processAll();
    expect(crane.there(leaver)).toEqual([]);
    expect(crane.there(stayer)).toMatchObject([{ active: true }]);
    expect(await crane.accounts(leaver)).toMatchObject([{ Status__c: 'Deleted' }]);
    await crane.entitle([leaver]);
    await crane.run('Create', [leaver]);
    expect(crane.there(leaver)).toMatchObject([{ active: true }]);
    await crane.expectAgreement();
  });
});
