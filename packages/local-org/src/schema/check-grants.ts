import type { Diagnostic, OrgMetadata, PermissionMetadata } from '../metadata/model';
import type { ObjectType } from './model';
import { USER_PERMISSIONS } from './standard/user-permissions';

const PERMISSIONS = new Set(USER_PERMISSIONS.map((name) => name.toLowerCase()));

/**
 * Grants in profiles and permission sets on standard things that the platform may well have and the local org has not: they
 * have no effect here. Grants on custom things that do not exist are a deployment's errors, found when setup is deployed.
 */
export function checkGrants(metadata: OrgMetadata, object: (name: string) => ObjectType | undefined): Diagnostic[] {
  return [
    ...metadata.profiles.flatMap((owner) => checkOwner(`profiles/${owner.name}`, owner, object)),
    ...metadata.permissionSets.flatMap((owner) => checkOwner(`permissionsets/${owner.name}`, owner, object)),
  ];
}

function checkOwner(path: string, owner: PermissionMetadata, object: (name: string) => ObjectType | undefined): Diagnostic[] {
  const unknown = [
    ...owner.userPermissions.filter((name) => !PERMISSIONS.has(name.toLowerCase())).map((name) => `user permission ${name}`),
    ...owner.objectPermissions
      .filter((entry) => isStandardName(entry.object) && !object(entry.object))
      .map((entry) => `standard object ${entry.object}`),
    ...owner.objectPermissions.flatMap((entry) => kindWithout(entry.object) ?? []),
    ...owner.fieldPermissions
      .filter(({ field }) => {
        const [objectName = '', fieldName = ''] = field.split('.');
        return isStandardName(fieldName) && isStandardName(objectName) && !object(objectName)?.field(fieldName);
      })
      .map((entry) => `standard field ${entry.field}`),
    ...owner.fieldPermissions.flatMap(({ field }) => (kindWithout(field.split('.')[0] ?? '') ? [`field ${field}`] : [])),
  ];
  return unknown.map((what) => ({
    path,
    line: 1,
    column: 1,
    severity: 'warning',
    message: `The local org does not know the ${what}: the grant has no effect in it`,
  }));
}

/** Custom names carry a suffix: `Repair__c`, `Tariff__mdt`, `Nickname__pc`. */
export function isStandardName(name: string): boolean {
  return !name.includes('__');
}

/** Suffixes of kinds of objects that a project may hold and the local org has not (Metadata API Developer Guide, CustomObject). */
const KINDS_WITHOUT: Readonly<Record<string, string>> = {
  b: 'big object',
  x: 'external object',
  kav: 'article type',
  dlm: 'data model object',
  dll: 'data lake object',
};

/** An object of a kind that the local org has not, as messages name it; null for any other. */
export function kindWithout(object: string): string | null {
  const kind = KINDS_WITHOUT[/__([a-z]+)$/i.exec(object)?.[1]?.toLowerCase() ?? ''];
  return kind === undefined ? null : `${kind} ${object}`;
}
