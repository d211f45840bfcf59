import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classFiles, triggerFiles } from './project';
import { TargetOrg } from './target-org';
import { API } from './workforce';

/** A class that is a connector, and breaks. */
const BROKEN = classFiles(`public class BrokenCrane extends UserProvisioning.UserProvisioningPlugin {
  public override Process.PluginDescribeResult buildDescribeCall() {
    return new Process.PluginDescribeResult();
  }
  public override Process.PluginResult invoke(Process.PluginRequest request) {
    throw new IllegalArgumentException('The crane is broken.');
  }
}
`);
/** A customer's rule about requests of the platform: nobody of that name has any. */
const REFUSING = triggerFiles(`trigger RefuseRequest on UserProvisioningRequest (before insert) {
  for (UserProvisioningRequest request : Trigger.new) {
    if ([SELECT LastName FROM User WHERE Id = :request.SalesforceUserId].LastName == 'Refused') {
      request.addError('Refused by the customer.');
    }
  }
}
`);

let crane: TargetOrg;
beforeAll(async () => {
  crane = await TargetOrg.fresh({ files: { ...BROKEN, ...REFUSING } });
});
afterAll(() => crane?.close());

interface Problem {
  readonly errorCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}
const call = <T>(method: string, path: string, body?: object) => crane.org.call<T>('admin', method, API + path, body);
const settings = async (): Promise<Record<string, unknown>> =>
  (await call<Record<string, unknown>>('GET', `/apps/${crane.appId}/settings`)).body;
const rows = async (method: string, path: string, body: object): Promise<{ outcome: string; code: string; message: string }[]> => {
  const answer = await call<Record<string, { outcome: string; code: string; message: string }[]>>(method, path, body);
  return answer.body['rows'] ?? answer.body['requests']!;
};

describe('settings are refused at the member that is wrong, and stay as they were (R36)', () => {
  const mapping = (row: object) => async () => [...((await settings())['mapping'] as object[]), row];
  test.each([
    ['no credential', 'namedCredential', null, 'namedCredential'],
    ['a foreign credential', 'namedCredential', 'Somebodys', 'namedCredential'],
    ['a class that does not exist', 'connector', 'NoSuchClass', 'connector'],
    ['a class that is no connector', 'connector', 'AppMapping', 'connector'],
    ['an attribute that is none', 'mapping', mapping({ target: 'not a path!', paths: ['Title'] }), /^mapping\[\d+\]/],
    ['a field that is none', 'mapping', mapping({ target: 'nickName', paths: ['Nope'] }), /^mapping\[\d+\]/],
    ['a constant of more than 150 characters', 'mapping', mapping({ target: 'nickName', constant: 'x'.repeat(151) }), /^mapping\[\d+\]/],
    ['a filter of more than 255 characters', 'reconFilter', 'x'.repeat(256), 'reconFilter'],
  ] as const)('%s', async (_, name, value, field) => {
    const before = await settings();
    const changed = { ...before, version: null, [name]: typeof value === 'function' ? await value() : value };
    const { status, body } = await call<Problem[]>('PUT', `/apps/${crane.appId}/settings`, changed);
    expect([status, body[0]?.errorCode], JSON.stringify(body)).toEqual([400, 'INVALID_FIELD_VALUE']);
    expect(body[0]!.fields[0]).toMatch(field);
    expect(body[0]!.message).toMatch(/^[^{}]{10,}$/);
    expect(await settings()).toEqual(before);
  });
});

describe('what cannot be done is said row by row (R42)', () => {
  test.each([
    ['POST', '/apps/{id}/requests', { operation: 'Create', userIds: Array<string>(201).fill('005000000000001AAA') }],
    ['PATCH', '/apps/{id}/accounts', { do: 'Ignore', ids: Array<string>(201).fill('x') }],
    ['POST', '/requests/retry', { ids: Array<string>(201).fill('x') }],
    ['POST', '/requests/approve', { ids: Array<string>(201).fill('x') }],
    ['POST', '/apps/{id}/processes', { kind: 'Push', mode: 'Live', userIds: Array.from({ length: 201 }, (_, n) => `005${String(n).padStart(12, '0')}`) }],
  ])('201 ids: %s %s', async (method, path, body) => {
    const alias = path.endsWith('approve') ? 'approver' : 'admin';
    const answer = await crane.org.call<Problem[]>(alias, method, API + path.replace('{id}', crane.appId), body);
    expect(answer.status).toBe(400);
    expect(answer.body[0]!.message).toContain('200');
  }); // prettier-ignore

  test('whoever is not entitled is sent nowhere, and the request says so', async () => {
    const [person] = (await crane.hire(1)) as [string];
    await crane.takeEntitlement(person);
    expect(await crane.run('Create', [person])).toEqual([]);
    expect(await crane.requests(person)).toMatchObject([{ State__c: 'Manually Completed', Comment__c: expect.stringMatching(/./) }]);
  });

  test('a user who has an account gets no other one by hand', async () => {
    const person = await crane.hireOne();
    await crane.run('Create', [person]);
    crane.target.store.add({ userName: 'second', active: true });
    for (const kind of ['Collect', 'Analyze', 'Commit']) await crane.process(kind);
    const [second] = (await crane.accounts()).filter((row) => row.ExternalUsername__c === 'second');
    const [{ Id }] = await crane.org.query<{ Id: string }>(`SELECT Id FROM AppAccount__c WHERE ExternalUserId__c = '${second!.ExternalUserId__c}'`) as [{ Id: string }]; // prettier-ignore
    const [row] = await rows('PATCH', `/apps/${crane.appId}/accounts`, { do: 'Link', ids: [Id], userId: person });
    expect(row).toMatchObject({ outcome: 'Failed', code: 'NOT_POSSIBLE', message: expect.stringMatching(/./) });
    expect((await crane.accounts(person)).map((account) => account.ExternalUsername__c)).toEqual([await crane.usernameOf(person)]);
  });

  test('what did not fail is not tried again', async () => {
    const person = await crane.hireOne();
    await crane.run('Create', [person]);
    const [request] = await crane.requests(person);
    const before = crane.calls().length;
    expect(await rows('POST', '/requests/retry', { ids: [request!.Id] })).toMatchObject([{ outcome: 'Failed', code: 'NOT_POSSIBLE' }]);
    await crane.work();
    expect(crane.calls(before)).toEqual([]);
  });

  test('the second who commits is told of the first', async () => {
    for (const kind of ['Collect', 'Analyze']) await crane.process(kind);
    const commit = { kind: 'Commit', mode: 'Live' };
    const answers = await Promise.all([1, 2].map(() => call<Problem[]>('POST', `/apps/${crane.appId}/processes`, commit)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    await crane.work();
    const accounts = await crane.accounts();
    expect(new Set(accounts.map((row) => row.ExternalUserId__c)).size).toBe(accounts.length);
  });

  test('a value of more than 150 characters fails the person, whole', async () => {
    await crane.save({ mapping: [...((await settings())['mapping'] as object[]), { target: 'nickName', paths: ['AboutMe'] }] });
    const person = await crane.hireOne({ AboutMe: 'x'.repeat(151) });
    expect(await crane.run('Create', [person])).toEqual([]);
    expect(await crane.requests(person)).toMatchObject([{ State__c: 'Failed', Cause__c: 'MAPPING_VALUE', Message__c: expect.stringContaining('nickName') }]); // prettier-ignore
  });

  test('a filter that the target refuses ends the collect with what it said', async () => {
    await crane.save({ reconFilter: 'userName nonsense "a"' });
    expect(await crane.process('Collect')).toMatchObject({ status: 'Failed', statusMessage: expect.stringMatching(/400/) });
    await crane.save({ reconFilter: null });
    expect(await crane.process('Collect')).toMatchObject({ status: 'Finished' });
  });
});

describe('what changes while a run is under way', () => {
  /** People whose Creates wait, and `meanwhile` once the first of them were sent. */
  async function half(meanwhile: (people: readonly string[]) => Promise<unknown>): Promise<string[]> {
    const people = await crane.hire(100);
    const before = crane.calls().length;
    crane.target.switches.set([{ name: 'late', milliseconds: 5 }]);
    await crane.ask('Create', people);
    while (crane.calls(before).length < 10) await new Promise(setImmediate);
    await meanwhile(people);
    crane.target.switches.set([]);
    await crane.work();
    return people;
  }
  const states = async (people: readonly string[]): Promise<string[]> =>
    (await crane.requests()).filter((row) => people.includes(row.UserId__c)).map((row) => row.State__c);

  test('a user who was deactivated is not active there in the end', async () => {
    const people = await half(async (all) => crane.change(all[90]!, { IsActive: false }));
    await crane.processAll();
    expect(crane.there(people[90]!).filter((account) => account['active'] === true)).toEqual([]);
    expect(await states(people)).not.toContain('New');
    await crane.expectAgreement();
  });

  test('a credential that was revoked stops the app in words, and nobody has failed', async () => {
    const [access] = await crane.org.query<{ Id: string }>("SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Crane'");
    const path = `/services/data/v67.0/sobjects/PermissionSetAssignment/${access!.Id}`;
    const people = await half(async () => expect((await crane.org.call('admin', 'DELETE', path)).status).toBe(204));
    expect(await crane.state()).toMatchObject({ State__c: 'Stopped', StateReason__c: expect.stringContaining('credential') });
    expect(await states(people)).not.toContain('Failed');
    await crane.giveCredential('admin');
    await crane.resume();
    await crane.waitOut();
    expect(new Set(await states(people))).toEqual(new Set(['Completed']));
    await crane.expectAgreement();
  });
});

describe('a class as connector (R44)', () => {
  test('that throws fails the person with its words, and a request that a trigger refuses is never sent', async () => {
    await crane.save({ connector: 'BrokenCrane', namedCredential: null, enabled: false });
    await crane.test();
    await crane.save({ enabled: true });
    const [broken, refused] = [await crane.hireOne(), await crane.hireOne({ LastName: 'Refused' })];
    await crane.run('Create', [broken, refused]);
    expect(await crane.requests(broken)).toMatchObject([
      { State__c: 'Failed', Message__c: expect.stringContaining('The crane is broken.') },
    ]);
    expect(await crane.requests(refused)).toMatchObject([{ State__c: 'Failed', Message__c: expect.stringContaining('Refused by the customer.') }]); // prettier-ignore
  });
});
