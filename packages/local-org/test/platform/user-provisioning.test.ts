import { describe, expect, it } from 'vitest';
import { garageOrg } from './org';
import { withConnectedApps } from './connected-apps';

const request = (more: Readonly<Record<string, unknown>> = {}) => ({
  Operation: 'Create',
  State: 'New',
  ApprovalStatus: 'NotRequired',
  ...more,
});
const provisioningOrg = () => garageOrg(withConnectedApps);
type Org = ReturnType<typeof provisioningOrg>;
const appId = (org: Org) => org.one('SELECT "Id" FROM "ConnectedApplication" WHERE "Name" = \'Crane Hire\'') as string;
const stateOf = (org: Org, id: string | undefined) => org.one('SELECT "State" FROM "UserProvisioningRequest" WHERE "Id" = ?', id ?? null);

describe('the objects of user provisioning', () => {
  const names = [
    ...['UserProvAccount', 'UserProvAccountStaging', 'UserProvMockTarget', 'UserProvisioningConfig', 'UserProvisioningLog'],
    ...['UserProvisioningRequest', 'UserProvisioningRequestShare'],
  ];

  it('exist only where the feature is on', () => {
    const [off, on] = [garageOrg(), provisioningOrg()];
    for (const name of names) {
      expect(off.schema.object(name), name).toBeUndefined();
      expect(on.schema.object(name), name).toBeDefined();
    }
    expect(off.object('ConnectedApplication').createable).toBe(false);
  });

  // Object Reference for the Salesforce Platform.
  it('have the documented picklist values and lengths', () => {
    const org = provisioningOrg();
    const values = (object: string, field: string) =>
      org
        .object(object)
        .field(field)
        ?.picklist.map(({ value }) => value);
    expect(values('UserProvAccount', 'LinkState')).toEqual(['linked', 'duplicate', 'orphaned', 'ignored']);
    expect(values('UserProvAccountStaging', 'Status')).toEqual(['Active', 'Deactivated', 'Deleted']);
    expect(values('UserProvisioningRequest', 'ApprovalStatus')).toEqual(['Required', 'NotRequired', 'Approved', 'Denied']);
    expect(values('UserProvisioningRequest', 'State')).toContain('Manually Completed');
    expect(org.object('UserProvisioningLog').field('Details')).toMatchObject({ length: 4000, filterable: false });
    expect(org.object('UserProvAccount').field('ExternalUserId')).toMatchObject({ length: 150, idLookup: true });
    expect(org.object('UserProvisioningConfig').field('EnabledOperations')).toMatchObject({ length: 4000, filterable: false });
  });

  it('take picklist values in any case, and no others', () => {
    const org = provisioningOrg();
    const [id] = org.save('insert', 'UserProvAccount', { LinkState: 'Orphaned', Status: 'active' });
    expect(org.rows('SELECT "LinkState", "Status", "Name" FROM "UserProvAccount" WHERE "Id" = ?', id ?? null)).toEqual([
      ['orphaned', 'Active', 'UPA-000001'],
    ]);
    expect(org.save('insert', 'UserProvAccount', { LinkState: 'lost', Status: 'Active' })).toEqual([
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Link State: bad value for restricted picklist field: lost',
    ]);
    expect(org.save('insert', 'UserProvAccount', { Status: 'Active' })).toEqual([
      'REQUIRED_FIELD_MISSING: Required fields are missing: [LinkState]',
    ]);
  });

  it('are data, not setup, for mixed DML', () => {
    const org = provisioningOrg();
    const [late] = org.transaction(() => {
      org.write('insert', [org.record('UserProvisioningRequest', request())]);
      return org.write('insert', [org.record('PermissionSet', { Name: 'Late', Label: 'Late' })]);
    });
    expect(late?.errors[0]?.message).toMatch(/PermissionSet, original object: UserProvisioningRequest/);
  });
});

describe('who may work with user provisioning', () => {
  const org = provisioningOrg();
  const may = (user: string, object: string, right: 'read' | 'create' | 'edit' | 'viewAll') =>
    org.access.hasObject(org.userId(user), org.object(object), right);

  it('needs View Setup and Manage Users, and Customize Application to configure it', () => {
    for (const name of ['UserProvAccount', 'UserProvisioningLog', 'UserProvMockTarget', 'UserProvAccountStaging']) {
      expect(may('admin', name, 'edit'), name).toBe(true);
      expect(may('mechanic', name, 'read'), name).toBe(false);
    }
    expect(may('mechanic', 'UserProvisioningRequest', 'create')).toBe(false);
    expect(may('mechanic', 'UserProvisioningRequest', 'viewAll')).toBe(false);
    expect(may('mechanic', 'UserProvisioningConfig', 'read')).toBe(true);
    expect(may('mechanic', 'UserProvisioningConfig', 'edit')).toBe(false);
    expect(may('nobody', 'UserProvisioningConfig', 'read')).toBe(false);
    expect(may('nobody', 'ConnectedApplication', 'read')).toBe(true);
    expect(may('admin', 'UserProvisioningConfig', 'edit')).toBe(true);
  });
});

describe('a provisioning request', () => {
  const seenBy = (org: Org, user: string, forEdit = false) => {
    const filter = org.access.rowFilter(org.userId(user), org.object('UserProvisioningRequest'), 't0', forEdit ? 'edit' : 'read');
    return org.rows(`SELECT t0."Name" FROM "UserProvisioningRequest" t0 WHERE ${filter?.sql ?? '1'}`, ...(filter?.binds ?? [])).length;
  };
  const share = (org: Org, id: string | undefined, user: string, level: string) =>
    org.save('insert', 'UserProvisioningRequestShare', { ParentId: id, UserOrGroupId: org.userId(user), AccessLevel: level });

  it('is private: seen by its owner, by those whom it is shared with and by administrators', () => {
    const org = provisioningOrg();
    const [id] = org.save('insert', 'UserProvisioningRequest', request());
    expect([seenBy(org, 'admin'), seenBy(org, 'mechanic'), seenBy(org, 'nobody')]).toEqual([1, 0, 0]);
    share(org, id, 'mechanic', 'Read');
    share(org, id, 'nobody', 'Edit');
    expect([seenBy(org, 'mechanic'), seenBy(org, 'nobody')]).toEqual([1, 1]);
    expect([seenBy(org, 'mechanic', true), seenBy(org, 'nobody', true)]).toEqual([0, 1]);
  });

  it('can be shared with a group', () => {
    const org = provisioningOrg();
    const [id] = org.save('insert', 'UserProvisioningRequest', request());
    const [group] = org.save('insert', 'Group', { Name: 'Approvers', DeveloperName: 'Approvers', Type: 'Regular' });
    org.save('insert', 'GroupMember', { GroupId: group, UserOrGroupId: org.userId('mechanic') });
    org.save('insert', 'UserProvisioningRequestShare', { ParentId: id, UserOrGroupId: group, AccessLevel: 'Read' });
    expect(seenBy(org, 'mechanic')).toBe(1);
    org.save('delete', 'UserProvisioningRequest', { Id: id });
    expect(org.one('SELECT count(*) FROM "UserProvisioningRequestShare" WHERE "IsDeleted" = 0')).toBe(0);
  });

  it('has an entry of its owner, whose successor ends what was shared by hand', () => {
    const org = provisioningOrg();
    const [id] = org.save('insert', 'UserProvisioningRequest', request());
    share(org, id, 'mechanic', 'Read');
    share(org, id, 'mechanic', 'Edit');
    const entries = () =>
      org.rows('SELECT "UserOrGroupId", "AccessLevel", "RowCause" FROM "UserProvisioningRequestShare" ORDER BY "RowCause" DESC');
    expect(entries()).toEqual([
      [org.userId('admin'), 'All', 'Owner'],
      [org.userId('mechanic'), 'Edit', 'Manual'],
    ]);
    org.save('update', 'UserProvisioningRequest', { Id: id, OwnerId: org.userId('nobody') });
    expect(entries()).toEqual([[org.userId('nobody'), 'All', 'Owner']]);
  });

  it('refuses entries that are not made by hand', () => {
    const org = provisioningOrg();
    const [id] = org.save('insert', 'UserProvisioningRequest', request());
    const owner = org.one('SELECT "Id" FROM "UserProvisioningRequestShare"');
    expect(org.save('delete', 'UserProvisioningRequestShare', { Id: owner })[0]).toContain('INSUFFICIENT_ACCESS_OR_READONLY');
    expect(share(org, id, 'mechanic', 'All')[0]).toContain('FIELD_INTEGRITY_EXCEPTION');
  });

  it('goes on from an active task or fails, and never back', () => {
    const org = provisioningOrg();
    const [id] = org.save('insert', 'UserProvisioningRequest', request({ Operation: 'Reconcile', State: 'Analyzing' }));
    const move = (State: string) => org.save('update', 'UserProvisioningRequest', { Id: id, State })[0];
    expect(move('Collected')).toBe('FIELD_INTEGRITY_EXCEPTION: State: a request cannot go from Analyzing to Collected');
    expect(move('Analyzed')).toBe(id);
    expect(move('Committing')).toBe(id);
    expect(move('Failed')).toBe(id);
    expect(move('Retried')).toBe(id);
  });

  it('that the platform would run fails with the reason, because there are no flows', () => {
    const org = provisioningOrg();
    const ConnectedAppId = appId(org);
    org.save('insert', 'UserProvisioningConfig', { DeveloperName: 'Crane', MasterLabel: 'Crane', ConnectedAppId, Enabled: true });
    const [run, waiting, other] = org.save(
      'insert',
      'UserProvisioningRequest',
      request({ ConnectedAppId, SalesforceUserId: org.userId('nobody') }),
      request({ ConnectedAppId, ApprovalStatus: 'Required' }),
      request(),
    );
    expect([stateOf(org, run), stateOf(org, waiting), stateOf(org, other)]).toEqual(['Failed', 'New', 'New']);
    expect(org.rows('SELECT "UserProvisioningRequestId", "UserId", "Details" FROM "UserProvisioningLog"')).toEqual([
      [run, org.userId('nobody'), 'The configuration Crane runs requests by a flow; the local org has no flows'],
    ]);
    org.save('update', 'UserProvisioningRequest', { Id: waiting, ApprovalStatus: 'Approved' });
    expect(stateOf(org, waiting)).toBe('Failed');
  });
});
