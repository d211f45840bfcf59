import { makeId } from '../../kernel/ids';
import type { PermissionMetadata } from '../../metadata/model';
import { principalIds } from '../../metadata/principals';
import { isStandardName, kindWithout } from '../../schema/check-grants';
import { isDeclared } from '../../schema/standard-objects';
import { USER_PERMISSIONS } from '../../schema/standard/user-permissions';
import { report, type Deployment } from './context';
import type { Values } from './rows';

/** What a permission set or profile grants, from whichever source. */
export type Grants = Pick<
  PermissionMetadata,
  | 'objectPermissions'
  | 'fieldPermissions'
  | 'userPermissions'
  | 'customPermissions'
  | 'classAccesses'
  | 'customMetadataTypeAccesses'
  | 'customSettingAccesses'
  | 'principalAccesses'
>;

export const NO_GRANTS: Grants = {
  objectPermissions: [],
  fieldPermissions: [],
  userPermissions: [],
  customPermissions: [],
  classAccesses: [],
  customMetadataTypeAccesses: [],
  customSettingAccesses: [],
  principalAccesses: [],
};

/** The `Permissions...` columns of PermissionSet and Profile. */
export function permissionColumns(names: readonly string[]): Values {
  const held = new Set(names.map((name) => name.toLowerCase()));
  return Object.fromEntries(USER_PERMISSIONS.map((name) => [`Permissions${name}`, held.has(name.toLowerCase())]));
}

/** Standard grants: object rights as letters, see `StandardProfile`. */
export function standardGrants(objects: Readonly<Record<string, string>>): Grants {
  return {
    ...NO_GRANTS,
    objectPermissions: Object.entries(objects).map(([object, letters]) => ({
      object,
      read: letters.includes('r'),
      create: letters.includes('c'),
      edit: letters.includes('u'),
      delete: letters.includes('d'),
      viewAll: letters.includes('V'),
      viewAllFields: false,
      modifyAll: letters.includes('M'),
    })),
  };
}

export function joinGrants(a: Grants, b: Grants): Grants {
  return {
    objectPermissions: [...a.objectPermissions, ...b.objectPermissions],
    fieldPermissions: [...a.fieldPermissions, ...b.fieldPermissions],
    userPermissions: [...a.userPermissions, ...b.userPermissions],
    customPermissions: [...a.customPermissions, ...b.customPermissions],
    classAccesses: [...a.classAccesses, ...b.classAccesses],
    customMetadataTypeAccesses: [...a.customMetadataTypeAccesses, ...b.customMetadataTypeAccesses],
    customSettingAccesses: [...a.customSettingAccesses, ...b.customSettingAccesses],
    principalAccesses: [...a.principalAccesses, ...b.principalAccesses],
  };
}

/** Makes the child rows of a permission set equal to the grants: what metadata no longer grants is taken away. */
export function putGrants(deployment: Deployment, parentId: string, owner: string, grants: Grants): void {
  putObjects(deployment, parentId, owner, grants);
  putFields(deployment, parentId, owner, grants);
  putEntities(deployment, parentId, owner, grants);
}

function putObjects(deployment: Deployment, parentId: string, owner: string, grants: Grants): void {
  const keep = new Set<string>();
  for (const entry of grants.objectPermissions) {
    const object = deployment.schema.object(entry.object);
    if (!object) {
      // Standard grants name objects of features that may be off; of objects that the local org has not, the schema has already warned.
      if (owner !== '' && kindWithout(entry.object) === null && (!isStandardName(entry.object) || isDeclared(entry.object)))
        report(deployment, owner, `In field: object - no CustomObject named ${entry.object} found`);
      continue;
    }
    const values = {
      PermissionsRead: entry.read,
      PermissionsCreate: entry.create,
      PermissionsEdit: entry.edit,
      PermissionsDelete: entry.delete,
      PermissionsViewAllRecords: entry.viewAll,
      PermissionsViewAllFields: entry.viewAllFields,
      PermissionsModifyAllRecords: entry.modifyAll,
    };
    keep.add(deployment.rows.put('ObjectPermissions', { ParentId: parentId, SobjectType: object.name }, values).id);
  }
  deployment.rows.deleteOthers('ObjectPermissions', { ParentId: parentId }, keep);
}

function putFields(deployment: Deployment, parentId: string, owner: string, grants: Grants): void {
  const { schema } = deployment;
  const keep = new Set<string>();
  for (const entry of grants.fieldPermissions) {
    const [objectName = '', fieldName = ''] = entry.field.split('.');
    const object = schema.object(objectName);
    const field = object?.field(fieldName);
    if (!object || !field) {
      if (
        !schema.unsupportedFields.has(entry.field.toLowerCase()) &&
        kindWithout(objectName) === null &&
        !(isStandardName(fieldName) && isStandardName(objectName))
      )
        report(deployment, owner, `In field: field - no CustomField named ${entry.field} found`);
      continue;
    }
    if (field.masterDetail || (field.custom && !field.nillable && field.type !== 'boolean' && !field.autoNumber)) {
      report(deployment, owner, `You cannot deploy to a required field: ${entry.field}`);
      continue;
    }
    const key = { ParentId: parentId, SobjectType: object.name, Field: `${object.name}.${field.name}` };
    keep.add(deployment.rows.put('FieldPermissions', key, { PermissionsRead: entry.readable, PermissionsEdit: entry.editable }).id);
  }
  deployment.rows.deleteOthers('FieldPermissions', { ParentId: parentId }, keep);
}

function putEntities(deployment: Deployment, parentId: string, owner: string, grants: Grants): void {
  const keep = new Set<string>();
  const put = (type: string, id: string): void => {
    keep.add(deployment.rows.put('SetupEntityAccess', { ParentId: parentId, SetupEntityId: id }, { SetupEntityType: type }).id);
  };
  const missing = (kind: string, name: string): void => report(deployment, owner, `In field: ${kind} named ${name} found`);
  for (const name of grants.classAccesses) {
    const id = deployment.classIds.get(name.toLowerCase());
    if (id === undefined) missing('apexClass - no ApexClass', name);
    else put('ApexClass', id);
  }
  for (const name of grants.customPermissions) {
    const id = deployment.customPermissionIds.get(name.toLowerCase());
    if (id === undefined) missing('customPermission - no CustomPermission', name);
    else put('CustomPermission', id);
  }
  const principals = principalIds(deployment.metadata.externalCredentials);
  for (const name of grants.principalAccesses) {
    const id = principals.get(name.toLowerCase());
    if (id === undefined) missing('externalCredentialPrincipal - no ExternalCredentialParameter', name);
    else put('ExternalCredentialParameter', id);
  }
  for (const name of [...grants.customMetadataTypeAccesses, ...grants.customSettingAccesses]) {
    const object = deployment.schema.object(name);
    // The definition of an object has no row here; its id is made from its key prefix.
    if (!object) missing('name - no CustomObject', name);
    else put('CustomEntityDefinition', makeId(object.keyPrefix, 0));
  }
  // Access to apps is no part of permission sets: files of connected apps name them, or somebody gave it by hand.
  for (const type of ['ApexClass', 'CustomPermission', 'CustomEntityDefinition'])
    deployment.rows.deleteOthers('SetupEntityAccess', { ParentId: parentId, SetupEntityType: type }, keep);
}
