import type { Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { alive, insertFollowing, textAt } from '../rows';

/**
 * Who is assigned a permission set that is made for a permission set licence, or a group with such a set, is assigned the
 * licence with it (Salesforce Help, "Permission Set Licenses"). Where no seat is left the assignment fails; that it fails with
 * `LICENSE_LIMIT_EXCEEDED`, like a user licence, is from memory [org 10].
 */
export function takeLicenses(rows: readonly Row[], context: DataContext): void {
  const needed = licensesOf(alive(rows), context);
  if (needed.size === 0) return;
  const held = holders(rows, context);
  const left = new Map(
    context.store
      .prepare('SELECT "Id", "TotalLicenses" - "UsedLicenses" FROM "PermissionSetLicense"')
      .all()
      .map(([id, seats]) => [String(id), Number(seats)]),
  );
  for (const row of alive(rows)) {
    const missing = missingOf(row, needed, held);
    if (missing.some((id) => (left.get(id) ?? 0) <= 0)) row.fail('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded');
    else for (const id of missing) take(row, id, held, left);
  }
}

/** Records the licences that came with the assignments and counts them. */
export function assignLicenses(rows: readonly Row[], context: DataContext): void {
  const needed = licensesOf(rows, context);
  if (needed.size === 0) return;
  const held = holders(rows, context);
  const assigned = rows.flatMap((row) =>
    missingOf(row, needed, held).map((id) => {
      held.add(keyOf(row, id));
      return { AssigneeId: textAt(row.record, 'AssigneeId'), PermissionSetLicenseId: id };
    }),
  );
  insertFollowing(context, 'PermissionSetLicenseAssign', assigned);
  const count = context.store.prepare('UPDATE "PermissionSetLicense" SET "UsedLicenses" = "UsedLicenses" + 1 WHERE "Id" = ?');
  for (const { PermissionSetLicenseId } of assigned) count.run(PermissionSetLicenseId);
}

const keyOf = (row: Row, licenseId: string): string => `${textAt(row.record, 'AssigneeId')}|${licenseId}`;

function missingOf(row: Row, needed: ReadonlyMap<string, readonly string[]>, held: ReadonlySet<string>): string[] {
  return (needed.get(textAt(row.record, 'PermissionSetId') ?? '') ?? []).filter((id) => !held.has(keyOf(row, id)));
}

function take(row: Row, licenseId: string, held: Set<string>, left: Map<string, number>): void {
  held.add(keyOf(row, licenseId));
  left.set(licenseId, (left.get(licenseId) ?? 0) - 1);
}

/** The permission set licences of each set, a group's set included; sets without any are absent. */
function licensesOf(rows: readonly Row[], context: DataContext): Map<string, string[]> {
  const setIds = JSON.stringify([...new Set(rows.map(({ record }) => textAt(record, 'PermissionSetId')))]);
  const found = context.store
    .prepare(
      `SELECT s."Id", l."Id" FROM "PermissionSet" s JOIN "PermissionSetLicense" l ON l."Id" = s."LicenseId" WHERE s."Id" IN (SELECT value FROM json_each(?))
       UNION
       SELECT s."Id", l."Id" FROM "PermissionSet" s JOIN "PermissionSetGroupComponent" c ON c."PermissionSetGroupId" = s."PermissionSetGroupId"
       JOIN "PermissionSet" m ON m."Id" = c."PermissionSetId" JOIN "PermissionSetLicense" l ON l."Id" = m."LicenseId"
       WHERE s."Id" IN (SELECT value FROM json_each(?)) ORDER BY 1, 2`,
    )
    .all(setIds, setIds);
  const licenses = new Map<string, string[]>();
  for (const [setId, licenseId] of found) licenses.set(String(setId), [...(licenses.get(String(setId)) ?? []), String(licenseId)]);
  return licenses;
}

/** `assignee|licence` of what the assignees have already. */
function holders(rows: readonly Row[], context: DataContext): Set<string> {
  const assigneeIds = JSON.stringify(rows.map(({ record }) => textAt(record, 'AssigneeId')));
  const found = context.store
    .prepare(
      `SELECT "AssigneeId" || '|' || "PermissionSetLicenseId" FROM "PermissionSetLicenseAssign" WHERE "AssigneeId" IN (SELECT value FROM json_each(?))`,
    )
    .all(assigneeIds);
  return new Set(found.map(([key]) => String(key)));
}
