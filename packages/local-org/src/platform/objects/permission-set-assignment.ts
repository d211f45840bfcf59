import { licenseData, type LicenseData } from '../../access';
import type { ObjectHook, Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { alive, lookUp, textAt } from '../rows';
import { assignLicenses, takeLicenses } from './permission-set-license';

/** Rules of PermissionSetAssignment (Object Reference, PermissionSetAssignment). */
export const permissionSetAssignmentHook: ObjectHook = {
  object: 'PermissionSetAssignment',
  prepare: (operation, rows, context) => {
    if (operation !== 'insert') return;
    // A group is assigned through the permission set that stands for it.
    const groups = lookUp(context, 'PermissionSet', ['Id'], 'PermissionSetGroupId', rows.flatMap(({ record }) => textAt(record, 'PermissionSetGroupId') ?? [])); // prettier-ignore
    for (const { record } of rows) {
      const aggregate = groups.get(textAt(record, 'PermissionSetGroupId') ?? '')?.[0];
      if (aggregate !== undefined) record.set('PermissionSetId', aggregate);
      record.set('IsActive', true);
    }
  },
  validate: (operation, rows, context) => {
    if (operation !== 'insert') return;
    for (const row of rows) {
      if (textAt(row.record, 'PermissionSetId') === null) {
        row.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [PermissionSetId]', ['PermissionSetId']);
      }
    }
    refuseDuplicates(rows, context);
    refuseUnlicensed(rows, context);
    takeLicenses(rows, context);
  },
  written: (operation, rows, context) => {
    if (operation === 'insert') assignLicenses(rows, context);
    context.access.invalidate('assignments');
  },
};

const keyOf = (row: Row): string => `${textAt(row.record, 'AssigneeId')}|${textAt(row.record, 'PermissionSetId')}`;

function refuseDuplicates(rows: readonly Row[], context: DataContext): void {
  const asking = alive(rows);
  const found = context.store
    .prepare(
      `SELECT "AssigneeId" || '|' || "PermissionSetId", "Id" FROM "PermissionSetAssignment" WHERE "AssigneeId" IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(asking.map((row) => textAt(row.record, 'AssigneeId'))));
  const holders = new Map(found.map(([key, id]) => [String(key), String(id)]));
  for (const row of asking) {
    const holder = holders.get(keyOf(row));
    if (holder === undefined) holders.set(keyOf(row), '<unknown>');
    else row.fail('DUPLICATE_VALUE', `duplicate value found: AssigneeId duplicates value on record with id: ${holder}`, ['AssigneeId']);
  }
}

interface Assignee {
  readonly name: string;
  readonly licenseId: string;
  readonly license: LicenseData;
}

/** What a licence cannot carry cannot be assigned to its holders (Object Reference, PermissionSetAssignment, "User Licenses"). */
function refuseUnlicensed(rows: readonly Row[], context: DataContext): void {
  const asking = alive(rows);
  if (asking.length === 0) return;
  const assignees = assigneesOf(asking, context);
  const sets = lookUp(context, 'PermissionSet', ['Label', 'LicenseId'], 'Id', asking.flatMap(({ record }) => textAt(record, 'PermissionSetId') ?? [])); // prettier-ignore
  const verdicts = new Map<string, string | null>();
  for (const row of asking) {
    const assignee = assignees.get(textAt(row.record, 'AssigneeId') ?? '');
    const setId = textAt(row.record, 'PermissionSetId') ?? '';
    const [label, licenseId] = sets.get(setId) ?? [];
    if (!assignee) continue;
    const key = `${setId}|${assignee.licenseId}`;
    let refused = verdicts.get(key);
    if (refused === undefined)
      verdicts.set(key, (refused = refusal(context, setId, licenseId === undefined ? null : (licenseId as string | null), assignee)));
    if (refused !== null) {
      row.fail('FIELD_INTEGRITY_EXCEPTION', `Can't assign permission set ${label} to user ${assignee.name}. ${refused}`, [
        'PermissionSetId',
      ]);
    }
  }
}

function assigneesOf(rows: readonly Row[], context: DataContext): Map<string, Assignee> {
  const found = context.store
    .prepare(
      `SELECT u."Id", u."Name", l."Id", l."Name" FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId" JOIN "UserLicense" l ON l."Id" = p."UserLicenseId"
       WHERE u."Id" IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(rows.map((row) => textAt(row.record, 'AssigneeId'))));
  return new Map(
    found.map(([id, name, licenseId, license]) => [
      String(id),
      { name: String(name), licenseId: String(licenseId), license: licenseData(String(license)) },
    ]),
  );
}

/** Why the set does not fit the licence; null when it does. */
function refusal(context: DataContext, setId: string, licenseId: string | null, assignee: Assignee): string | null {
  const userLicense = context.schema.object('UserLicense');
  if (licenseId !== null && userLicense && licenseId.startsWith(userLicense.keyPrefix) && licenseId !== assignee.licenseId) {
    return "The user license doesn't match the permission set's license";
  }
  const { forbidden, customObjects } = assignee.license;
  if (forbidden.length === 0 && customObjects) return null;
  const parts = partsOf(context, setId);
  const columns = forbidden.map((name) => `Permissions${name}`).filter((name) => context.schema.object('PermissionSet')?.field(name));
  for (const values of lookUp(context, 'PermissionSet', columns, 'Id', parts).values()) {
    const at = values.findIndex((value) => value === 1);
    if (at >= 0) return `The user license doesn't allow the permission: ${String(columns[at]).slice('Permissions'.length)}`;
  }
  if (customObjects) return null;
  const custom = context.store
    .prepare(
      `SELECT "SobjectType" FROM "ObjectPermissions" WHERE "PermissionsRead" = 1 AND "ParentId" IN (SELECT value FROM json_each(?)) ORDER BY 1`,
    )
    .all(JSON.stringify(parts))
    .find(([name]) => context.schema.object(String(name))?.kind === 'custom');
  return custom ? `The user license doesn't allow the permission: Read ${String(custom[0])}` : null;
}

/** The set itself, or the members of the group it stands for. */
function partsOf(context: DataContext, setId: string): string[] {
  const groupId = lookUp(context, 'PermissionSet', ['PermissionSetGroupId'], 'Id', [setId]).get(setId)?.[0];
  if (typeof groupId !== 'string') return [setId];
  return context.store
    .prepare('SELECT "PermissionSetId" FROM "PermissionSetGroupComponent" WHERE "PermissionSetGroupId" = ?')
    .all(groupId)
    .map(([id]) => String(id));
}
