import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { serve, type ServedOrg } from './served-org';
import { NAME, targetProject, type Target, type TargetProject } from './target-project';
import { good, idsOf, TargetPeople, type Ids } from './target-people';
import { API } from './workforce';

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

/** A process about the app, as the API tells it. */
export interface AppProcess {
  readonly id: string;
  readonly status: string;
  readonly incomplete: boolean;
  readonly total: number;
  readonly statusMessage: string | null;
}

/** `connectedApp`: the name of one of the org's, which the permission set Crane_User entitles to; left out: a target of its own. */
interface Prepared {
  readonly settings?: Settings;
  readonly connectedApp?: string;
}

/** Settings as the API takes them; what is left out stays as it is. */
export type Settings = Readonly<Record<string, unknown>>;

/** An org in which one app is set up and on, and the people whom it may be about. */
export class TargetOrg extends TargetPeople {
  readonly target: Target;
  readonly appId: string;
  private advanced = 0;
  private end = async (): Promise<void> => this.org.stop();

  private constructor(org: ServedOrg, target: Target, appId: string, ids: Ids) {
    super(org, ids);
    this.target = target;
    this.appId = appId;
  }

  /** Opens one whose app is set up already, by `prepare` in this database or the one that it is a copy of. */
  static async open(org: ServedOrg, target: Target): Promise<TargetOrg> {
    const [app] = await org.query<{ Id: string }>('SELECT Id FROM ProvisionedApp__c');
    return new TargetOrg(org, target, app!.Id, await idsOf(org));
  }

  /** An org and a target for the tests of one file, until they are closed; `files` is metadata of the customer's. */
  static async fresh({ files, ...prepared }: Prepared & { readonly files?: Readonly<Record<string, string>> } = {}): Promise<TargetOrg> {
    const folder = mkdtempSync(join(tmpdir(), 'target-org-'));
    const project = await targetProject(folder, files);
    const crane = await TargetOrg.prepare(join(folder, 'org.db'), project, prepared);
    crane.end = async () => {
      await crane.org.stop();
      await project.target.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return crane;
  }

  close(): Promise<void> {
    return this.end();
  }

  /** Serves the project and sets the app up as a person does: settings, test, confirmed empty, on. */
  static async prepare(db: string, { target, project }: TargetProject, { settings = {}, connectedApp }: Prepared = {}): Promise<TargetOrg> {
    const org = await serve({ db, project });
    const ids = await idsOf(org);
    const name = connectedApp ?? NAME;
    const id = connectedApp === undefined ? await newTarget(org) : await idOf(org, connectedApp);
    const prepared = new TargetOrg(org, target, id, ids);
    await prepared.giveCredential('admin');
    if (connectedApp !== undefined) await prepared.giveAccess(id, true);
    await prepared.save({ connector: 'SCIM', namedCredential: NAME });
    expect(await prepared.test()).toMatchObject({ authenticated: true, problem: null });
    await good(org, 'POST', `${API}/apps/${id}/confirm-empty`, { name });
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
  async process(kind: string): Promise<AppProcess> {
    const { id } = await good<{ id: string }>(this.org, 'POST', `${API}/apps/${this.appId}/processes`, { kind, mode: 'Live' });
    return this.workOn(id);
  }

  /** Works off what is queued and due; the process as it is then. */
  async workOn(processId: string): Promise<AppProcess> {
    await this.work();
    return good(this.org, 'GET', `${API}/processes/${processId}`);
  }

  /** A sample user decides about requests; nothing runs before `work`. */
  async decide(alias: string, decision: 'approve' | 'deny' | 'complete' | 'cancel', ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += 200) {
      const answer = await this.org.call<object>(alias, 'POST', `${API}/requests/${decision}`, { ids: ids.slice(at, at + 200) });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    }
  }

  /** Ids of the requests that wait for somebody's word. */
  async undecided(): Promise<string[]> {
    const soql = "SELECT Id FROM AppRequest__c WHERE State__c = 'New' AND Approval__c = 'Required' ORDER BY Name";
    return (await this.org.query<{ Id: string }>(soql)).map((row) => row.Id);
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

  /** Decides by hand about accounts, by their ids at the target. */
  async decideOnAccounts(deed: 'Link' | 'Ignore', externalIds: readonly string[], userId?: string): Promise<void> {
    const soql = `SELECT Id FROM AppAccount__c WHERE ExternalUserId__c IN ('${externalIds.join("','")}')`;
    const ids = (await this.org.query<{ Id: string }>(soql)).map((row) => row.Id);
    const { rows } = await good<{ rows: object[] }>(this.org, 'PATCH', `${API}/apps/${this.appId}/accounts`, { do: deed, ids, userId });
    for (const row of rows) expect(row).toMatchObject({ outcome: 'Done' });
  }

  /** Whose our record says that an account is. */
  async linkOf(externalId: string): Promise<object> {
    const rows = await this.org.query<AccountRow>(
      `SELECT LinkState__c, UserId__c FROM AppAccount__c WHERE ExternalUserId__c = '${externalId}'`,
    );
    expect(rows).toHaveLength(1);
    return { LinkState__c: rows[0]!.LinkState__c, UserId__c: rows[0]!.UserId__c };
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

async function newTarget(org: ServedOrg): Promise<string> {
  const { id } = await good<{ id: string }>(org, 'POST', `${API}/apps`, { name: NAME, permissionSets: [`${NAME}_User`] });
  return id;
}

async function idOf(org: ServedOrg, connectedApp: string): Promise<string> {
  const { apps } = await good<{ apps: { id: string; name: string }[] }>(org, 'GET', `${API}/apps`);
  return apps.find(({ name }) => name === connectedApp)!.id;
}
