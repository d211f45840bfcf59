import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startTarget } from '../../scim-target/target.mjs';
import { projectOf } from './project';
import { serve, type ServedOrg } from './served-org';
import { API } from './workforce';

const COLLECTIONS = '/services/data/v67.0/composite/sobjects';
const SOBJECTS = '/services/data/v67.0/sobjects';
/** Name of the target, of its credential and of the permission set that entitles. */
const NAME = 'Crane';

export type Target = Awaited<ReturnType<typeof startTarget>>;

/** A SCIM target that outlives the orgs that call it, and the project of an org that knows it as the credential Crane. */
export interface TargetProject {
  readonly target: Target;
  readonly project: string;
}

export interface RequestRow {
  readonly Id: string;
  readonly UserId__c: string;
  readonly Operation__c: string;
  readonly State__c: string;
  readonly Cause__c: string | null;
  readonly Code__c: string | null;
  readonly Message__c: string | null;
  readonly Comment__c: string | null;
}

export interface AccountRow {
  readonly UserId__c: string;
  readonly ExternalUserId__c: string;
  readonly ExternalUsername__c: string;
  readonly Status__c: string;
  readonly LinkState__c: string;
}

/** `files`: further metadata of the customer's, by path. */
export async function targetProject(folder: string, files: Readonly<Record<string, string>> = {}): Promise<TargetProject> {
  const secret = { clientId: 'crane', clientSecret: randomUUID() };
  const target = await startTarget(secret);
  process.env['LOCAL_ORG_SECRETS'] = JSON.stringify({ [`${NAME}.Main`]: secret });
  return { target, project: projectOf(join(folder, 'project'), { files: { ...credentialFiles(target.url), ...files } }) };
}

/** Metadata of a credential that signs in at the target, open to whoever has the permission set Crane. */
function credentialFiles(url: string): Record<string, string> {
  const xml = (type: string, body: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>\n`;
  const parameter = (element: string, name: string, type: string, more: string): string =>
    `<${element}><parameterName>${name}</parameterName><parameterType>${type}</parameterType>${more}</${element}>`;
  const value = (text: string): string => `<parameterValue>${text}</parameterValue>`;
  const of = 'externalCredentialParameters';
  return {
    [`namedCredentials/${NAME}.namedCredential-meta.xml`]: xml(
      'NamedCredential',
      `<calloutStatus>Enabled</calloutStatus><generateAuthorizationHeader>true</generateAuthorizationHeader><label>${NAME}</label>` +
        parameter('namedCredentialParameters', 'Url', 'Url', value(`${url}/scim/v2`)) +
        parameter('namedCredentialParameters', 'Auth', 'Authentication', `<externalCredential>${NAME}</externalCredential>`) +
        '<namedCredentialType>SecuredEndpoint</namedCredentialType>',
    ),
    [`externalCredentials/${NAME}.externalCredential-meta.xml`]: xml(
      'ExternalCredential',
      '<authenticationProtocol>Oauth</authenticationProtocol>' +
        parameter(of, 'Main', 'NamedPrincipal', '<sequenceNumber>1</sequenceNumber>') +
        parameter(of, 'Oauth', 'AuthProtocolVariant', value('ClientCredentialsClientSecretBasic')) +
        parameter(of, 'TokenEndpoint', 'AuthProviderUrl', value(`${url}/oauth/token`)) +
        `<label>${NAME}</label>`,
    ),
    [`permissionsets/${NAME}.permissionset-meta.xml`]: xml(
      'PermissionSet',
      '<externalCredentialPrincipalAccesses><enabled>true</enabled>' +
        `<externalCredentialPrincipal>${NAME}-Main</externalCredentialPrincipal></externalCredentialPrincipalAccesses>` +
        `<hasActivationRequired>false</hasActivationRequired><label>${NAME}</label>`,
    ),
    [`permissionsets/${NAME}_User.permissionset-meta.xml`]: xml(
      'PermissionSet',
      `<hasActivationRequired>false</hasActivationRequired><label>${NAME} User</label>`,
    ),
  };
}

/** Settings as the API takes them; what is left out stays as it is. */
export type Settings = Readonly<Record<string, unknown>>;

/** An org in which one app is set up and on, and the people whom it may be about. */
export class TargetOrg {
  readonly org: ServedOrg;
  readonly target: Target;
  readonly appId: string;
  private readonly ids: { readonly profile: string; readonly permissionSet: string };
  private count = 0;
  private advanced = 0;

  private constructor(org: ServedOrg, target: Target, appId: string, ids: TargetOrg['ids']) {
    this.org = org;
    this.target = target;
    this.appId = appId;
    this.ids = ids;
  }

  /** Opens one whose app is set up already, by `prepare` in this database or the one that it is a copy of. */
  static async open(org: ServedOrg, target: Target): Promise<TargetOrg> {
    const [app] = await org.query<{ Id: string }>('SELECT Id FROM ProvisionedApp__c');
    return new TargetOrg(org, target, app!.Id, await idsOf(org));
  }

  /** Serves the project and sets the app up as a person does: settings, test, confirmed empty, on. */
  static async prepare(db: string, { target, project }: TargetProject, settings: Settings = {}): Promise<TargetOrg> {
    const org = await serve({ db, project });
    const ids = await idsOf(org);
    const [access] = await org.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${NAME}'`);
    const [admin] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE Username LIKE 'admin@%'");
    await good(org, 'POST', `${SOBJECTS}/PermissionSetAssignment`, { AssigneeId: admin!.Id, PermissionSetId: access!.Id });
    const { id } = await good<{ id: string }>(org, 'POST', `${API}/apps`, { name: NAME, permissionSets: [`${NAME}_User`] });
    const prepared = new TargetOrg(org, target, id, ids);
    await prepared.save({ connector: 'SCIM', namedCredential: NAME });
    expect(await prepared.test()).toMatchObject({ authenticated: true, problem: null });
    await good(org, 'POST', `${API}/apps/${id}/confirm-empty`, { name: NAME });
    await prepared.save({ enabled: true, maximumCreates: 100_000, maximumDeactivations: 100_000, failureRatePercent: 100, ...settings });
    return prepared;
  }

  async save(changes: Settings): Promise<void> {
    const path = `${API}/apps/${this.appId}/settings`;
    const { version: _version, ...settings } = await good<Record<string, unknown>>(this.org, 'GET', path);
    await good(this.org, 'PUT', path, { ...settings, ...changes });
  }

  /** Tests the connection, and lets the engine know what the target can. */
  test(): Promise<object> {
    return good(this.org, 'POST', `${API}/apps/${this.appId}/test`);
  }

  /** New users who are entitled; their ids. */
  async hire(count = 1, more: object = {}): Promise<string[]> {
    const ids: string[] = [];
    for (let made = 0; made < count; made += 200) {
      const records = Array.from({ length: Math.min(200, count - made) }, () => this.newUser(more));
      const rows = await good<{ id: string; success: boolean; errors: unknown }[]>(this.org, 'POST', COLLECTIONS, { allOrNone: true, records }); // prettier-ignore
      ids.push(...rows.map((row) => row.id));
    }
    await this.entitle(ids);
    return ids;
  }

  private newUser(more: object): object {
    const name = `p${Date.now()}x${++this.count}`;
    return {
      attributes: { type: 'User' },
      Username: `${name}@crane.example`,
      Email: `${name}@crane.example`,
      FirstName: 'Test',
      LastName: `Person ${this.count}`,
      Alias: `p${this.count}`,
      CommunityNickname: name,
      ProfileId: this.ids.profile,
      TimeZoneSidKey: 'Europe/Berlin',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      ...more,
    };
  }

  async entitle(userIds: readonly string[]): Promise<void> {
    for (let at = 0; at < userIds.length; at += 200) {
      const records = userIds.slice(at, at + 200).map((AssigneeId) => ({
        attributes: { type: 'PermissionSetAssignment' },
        AssigneeId,
        PermissionSetId: this.ids.permissionSet,
      }));
      await good(this.org, 'POST', COLLECTIONS, { allOrNone: true, records });
    }
  }

  async takeEntitlement(userId: string): Promise<void> {
    const soql = `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSetId = '${this.ids.permissionSet}'`;
    const [row] = await this.org.query<{ Id: string }>(soql);
    await good(this.org, 'DELETE', `${SOBJECTS}/PermissionSetAssignment/${row!.Id}`);
  }

  async change(userId: string, values: object): Promise<void> {
    await good(this.org, 'PATCH', `${SOBJECTS}/User/${userId}`, values);
  }

  /** A sample user who has signed in: nobody else can be frozen. */
  async whoSignedIn(alias: string): Promise<string> {
    await this.org.call(alias, 'GET', `${API}/apps`);
    const [user] = await this.org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username LIKE '${alias}@%'`);
    return user!.Id;
  }

  async freeze(userId: string, isFrozen: boolean): Promise<void> {
    const [row] = await this.org.query<{ Id: string }>(`SELECT Id FROM UserLogin WHERE UserId = '${userId}'`);
    await good(this.org, 'PATCH', `${SOBJECTS}/UserLogin/${row!.Id}`, { IsFrozen: isFrozen });
  }

  /** Asks for the operation; nothing runs before `work`. */
  async ask(operation: string, userIds: readonly string[]): Promise<void> {
    for (let at = 0; at < userIds.length; at += 200) {
      const ids = userIds.slice(at, at + 200);
      const { requests } = await good<{ requests: { outcome: string }[] }>(this.org, 'POST', `${API}/apps/${this.appId}/requests`, { operation, userIds: ids }); // prettier-ignore
      for (const row of requests) expect(row).toMatchObject({ outcome: expect.stringMatching(/Done|Unchanged/) });
    }
  }

  /** Works off what is queued and due; a job that waits for the target lets others pass, so it is waited for. */
  async work(): Promise<void> {
    for (let quiet = 0; quiet < 2;) {
      const { ran } = await good<{ ran: number }>(this.org, 'POST', '/__local/jobs/run', {});
      const waiting = await this.org.query("SELECT Id FROM AsyncApexJob WHERE Status = 'Processing' LIMIT 1");
      quiet = ran > 0 || waiting.length > 0 ? 0 : quiet + 1;
    }
  }

  /** Asks and works it off; what the target was sent meanwhile, in short. */
  async run(operation: string, userIds: readonly string[]): Promise<string[]> {
    const before = this.target.journal.entries.length;
    await this.ask(operation, userIds);
    await this.work();
    return this.calls(before);
  }

  async advance(time: string): Promise<void> {
    this.advanced += minutesOf(time) * 60_000;
    await good(this.org, 'POST', '/__local/clock', { advance: time });
  }

  /** The time of the org. */
  now(): number {
    return Date.now() + this.advanced;
  }

  async advanceDays(days: number): Promise<void> {
    for (let day = 0; day < days; day++) await this.advance('1440m');
  }

  /** Compares everybody, as "Process all" does, and works off what that raises. */
  async processAll(): Promise<void> {
    await this.process('ProcessAll');
  }

  /** Starts a process about the app and works it off; as it is then. */
  async process(kind: string): Promise<{ id: string; status: string; incomplete: boolean; total: number; statusMessage: string | null }> {
    const { id } = await good<{ id: string }>(this.org, 'POST', `${API}/apps/${this.appId}/processes`, { kind, mode: 'Live' });
    await this.work();
    return good(this.org, 'GET', `${API}/processes/${id}`);
  }

  /** Tries what failed again; nothing runs before `work`. */
  async askAgain(userId: string): Promise<void> {
    const ids = (await this.requests(userId)).filter((row) => row.State__c === 'Failed').map((row) => row.Id);
    if (ids.length > 0) await good(this.org, 'POST', `${API}/requests/retry`, { ids });
  }

  async retry(userId: string): Promise<void> {
    await this.askAgain(userId);
    await this.work();
  }

  /** As long as anybody may be set aside or a probe may wait. */
  async waitOut(): Promise<void> {
    for (const time of ['2m', '4m', '10m', '11m']) {
      await this.advance(time);
      await this.work();
    }
  }

  /** Method and path of each request to the target, ids left out. */
  calls(after = 0): string[] {
    return this.target.journal.entries.slice(after).map(({ method, path }: { method: string; path: string }) => {
      return `${method} ${path.replace('/scim/v2', '').replace(/\?filter=.*/, '?filter').replace(/\/[0-9a-f-]{36}/, '/{id}')}`; // prettier-ignore
    });
  }

  requests(userId?: string): Promise<RequestRow[]> {
    const of = userId === undefined ? '' : `WHERE UserId__c = '${userId}' `;
    return this.org.query(
      `SELECT Id, UserId__c, Operation__c, State__c, Cause__c, Code__c, Message__c, Comment__c FROM AppRequest__c ${of}ORDER BY Name`,
    );
  }

  /** States of the requests of a user, in the order of asking. */
  async states(userId: string): Promise<string[]> {
    return (await this.requests(userId)).map((row) => row.State__c);
  }

  accounts(userId?: string): Promise<AccountRow[]> {
    const of = userId === undefined ? '' : `WHERE UserId__c = '${userId}' `;
    return this.org.query(
      `SELECT UserId__c, ExternalUserId__c, ExternalUsername__c, Status__c, LinkState__c FROM AppAccount__c ${of}ORDER BY Name`,
    );
  }

  async state(): Promise<{ State__c: string; StateReason__c: string | null; NextProbe__c: string | null }> {
    const [app] = await this.org.query<{ State__c: string; StateReason__c: string | null; NextProbe__c: string | null }>(
      'SELECT State__c, StateReason__c, NextProbe__c FROM ProvisionedApp__c',
    );
    return app!;
  }

  async pause(): Promise<void> {
    await good(this.org, 'POST', `${API}/apps/${this.appId}/pause`);
  }

  async resume(): Promise<void> {
    await good(this.org, 'POST', `${API}/apps/${this.appId}/resume`);
  }

  /** Those at the target who bear the user's key. */
  there(userId: string): Record<string, unknown>[] {
    return this.everybodyThere().filter((one) => one['externalId'] === userId);
  }

  everybodyThere(): Record<string, unknown>[] {
    return [...this.target.store.users.values()].map((entry: { user: Record<string, unknown> }) => entry.user);
  }

  /** What the target holds and what the records say are the same, and nobody is there twice. */
  async expectAgreement(): Promise<void> {
    const records = (await this.accounts())
      .filter((row) => row.LinkState__c === 'linked' && row.Status__c !== 'Deleted')
      .map((row) => `${row.UserId__c} ${row.ExternalUserId__c} ${row.Status__c === 'Active'}`)
      .sort();
    const target = this.everybodyThere()
      .filter((one) => one['externalId'] !== undefined)
      .map((one) => `${String(one['externalId'])} ${String(one['id'])} ${String(one['active'])}`)
      .sort();
    expect(target).toEqual(records);
    expect(new Set(records.map((row) => row.split(' ')[0])).size).toBe(records.length);
  }
}

const minutesOf = (time: string): number => Number(/^(\d+)m$/.exec(time)![1]);

async function idsOf(org: ServedOrg): Promise<{ profile: string; permissionSet: string }> {
  const [profile] = await org.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const [set] = await org.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${NAME}_User'`);
  return { profile: profile!.Id, permissionSet: set!.Id };
}

async function good<T>(org: ServedOrg, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await org.call<T>('admin', method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
