import type { ServedOrg } from './served-org';
import { NAME } from './target-project';
import { API } from './workforce';

const COLLECTIONS = '/services/data/v67.0/composite/sobjects';
const SOBJECTS = '/services/data/v67.0/sobjects';

export interface Ids {
  /** Of the profile that users get. */
  readonly profile: string;
  /** Of the permission set that entitles. */
  readonly permissionSet: string;
}

/** The people of an org whom an app may be about, and what happens to them. */
export class TargetPeople {
  readonly org: ServedOrg;
  private readonly ids: Ids;
  private count = 0;

  protected constructor(org: ServedOrg, ids: Ids) {
    this.org = org;
    this.ids = ids;
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

  async hireOne(more: object = {}): Promise<string> {
    return (await this.hire(1, more))[0]!;
  }

  async usernameOf(userId: string): Promise<string> {
    return (await this.org.query<{ Username: string }>(`SELECT Username FROM User WHERE Id = '${userId}'`))[0]!.Username;
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

  async isEntitled(userId: string): Promise<boolean> {
    return (await this.assignments(userId)).length > 0;
  }

  private assignments(userId: string): Promise<{ Id: string }[]> {
    return this.org.query(
      `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSetId = '${this.ids.permissionSet}'`,
    );
  }

  async takeEntitlement(userId: string): Promise<void> {
    const [row] = await this.assignments(userId);
    await good(this.org, 'DELETE', `${SOBJECTS}/PermissionSetAssignment/${row!.Id}`);
  }

  async change(userId: string, values: object): Promise<void> {
    await good(this.org, 'PATCH', `${SOBJECTS}/User/${userId}`, values);
  }

  /** Lets a sample user call with the credential of the target: jobs run as whoever starts them. */
  async giveCredential(alias: string): Promise<void> {
    const [access] = await this.org.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${NAME}'`);
    const [user] = await this.org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username LIKE '${alias}@%'`);
    await good(this.org, 'POST', `${SOBJECTS}/PermissionSetAssignment`, { AssigneeId: user!.Id, PermissionSetId: access!.Id });
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

  async changeProfile(userId: string, profile: string): Promise<void> {
    const [row] = await this.org.query<{ Id: string }>(`SELECT Id FROM Profile WHERE Name = '${profile}'`);
    await this.change(userId, { ProfileId: row!.Id });
  }

  /** Whether the profile, or else the permission set Crane_User, gives access to the connected app. */
  async giveAccess(appId: string, isGiven: boolean, profile?: string): Promise<void> {
    const [set] =
      profile === undefined
        ? [{ Id: this.ids.permissionSet }]
        : await this.org.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Profile.Name = '${profile}'`);
    const soql = `SELECT Id FROM SetupEntityAccess WHERE ParentId = '${set!.Id}' AND SetupEntityId = '${appId}'`;
    const [row] = await this.org.query<{ Id: string }>(soql);
    if (isGiven && row === undefined)
      await good(this.org, 'POST', `${SOBJECTS}/SetupEntityAccess`, { ParentId: set!.Id, SetupEntityId: appId });
    if (!isGiven && row !== undefined) await good(this.org, 'DELETE', `${SOBJECTS}/SetupEntityAccess/${row.Id}`);
  }
}

export async function idsOf(org: ServedOrg): Promise<Ids> {
  const [profile] = await org.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const [set] = await org.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${NAME}_User'`);
  return { profile: profile!.Id, permissionSet: set!.Id };
}

export async function good<T>(org: ServedOrg, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await org.call<T>('admin', method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
