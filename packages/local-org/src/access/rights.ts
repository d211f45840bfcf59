import type { Schema } from '../schema/model';
import { USER_PERMISSIONS } from '../schema/standard/user-permissions';
import type { Store } from '../store/port';
import type { ObjectRight } from './port';
import { isTrue, rowsIn, textOf } from './rows';

/** What one permission set grants. Names are lower case. */
export interface Rights {
  /** Owned by a profile, not assigned. */
  readonly ofProfile: boolean;
  readonly permissions: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** Ids of principals of external credentials. */
  readonly principals: ReadonlySet<string>;
  /** Custom metadata types and custom settings. */
  readonly settings: ReadonlySet<string>;
  readonly objects: ReadonlyMap<string, ReadonlySet<ObjectRight>>;
  /** Objects of which every field may be read, now and later. */
  readonly openObjects: ReadonlySet<string>;
  /** `object.field` -> whether it may be edited. */
  readonly fields: ReadonlyMap<string, boolean>;
}

const OBJECT_COLUMNS: readonly (readonly [column: string, right: ObjectRight])[] = [
  ['PermissionsRead', 'read'],
  ['PermissionsCreate', 'create'],
  ['PermissionsEdit', 'edit'],
  ['PermissionsDelete', 'delete'],
  ['PermissionsViewAllRecords', 'viewAll'],
  ['PermissionsModifyAllRecords', 'modifyAll'],
];

/** Reads the rights of one permission set from its setup rows, which DML may have written like any other. */
export function loadRights(store: Store, schema: Schema, permissionSetId: string): Rights {
  const columns = ['IsOwnedByProfile', ...USER_PERMISSIONS.map((name) => `Permissions${name}`)];
  const [[owned, ...held] = []] = rowsIn(store, 'PermissionSet', columns, 'Id', [permissionSetId]);
  const permissions = USER_PERMISSIONS.filter((_, i) => isTrue(held[i])).map((name) => name.toLowerCase());
  const objects = new Map<string, ReadonlySet<ObjectRight>>();
  const openObjects = new Set<string>();
  for (const [object, allFields, ...flags] of rowsIn(
    store,
    'ObjectPermissions',
    ['SobjectType', 'PermissionsViewAllFields', ...OBJECT_COLUMNS.map(([column]) => column)],
    'ParentId',
    [permissionSetId],
  )) {
    const name = String(object).toLowerCase();
    objects.set(name, new Set(OBJECT_COLUMNS.filter((_, i) => isTrue(flags[i])).map(([, right]) => right)));
    if (isTrue(allFields)) openObjects.add(name);
  }
  const fields = new Map<string, boolean>();
  for (const [field, read, edit] of rowsIn(store, 'FieldPermissions', ['Field', 'PermissionsRead', 'PermissionsEdit'], 'ParentId', [
    permissionSetId,
  ])) {
    if (isTrue(read) || isTrue(edit)) fields.set(String(field).toLowerCase(), isTrue(edit));
  }
  return {
    ofProfile: isTrue(owned),
    permissions: new Set(permissions),
    objects,
    openObjects,
    fields,
    ...loadEntities(store, schema, permissionSetId),
  };
}

/** SetupEntityAccess names classes and custom permissions by id; the id's prefix tells which. */
function loadEntities(
  store: Store,
  schema: Schema,
  permissionSetId: string,
): Pick<Rights, 'classes' | 'customPermissions' | 'principals' | 'settings'> {
  const entities = rowsIn(store, 'SetupEntityAccess', ['SetupEntityId', 'SetupEntityType'], 'ParentId', [permissionSetId]);
  const idsOf = (type: string): string[] => entities.filter(([, t]) => t === type).map(([id]) => String(id));
  const names = (object: string, column: string, ids: string[]): Set<string> =>
    new Set(rowsIn(store, object, [column], 'Id', ids).map(([name]) => (textOf(name) ?? '').toLowerCase()));
  const settings = entities
    .filter(([, type]) => type === 'CustomEntityDefinition')
    .map(([id]) => schema.objectByPrefix(String(id).slice(0, 3))?.name.toLowerCase() ?? '');
  return {
    classes: names('ApexClass', 'Name', idsOf('ApexClass')),
    customPermissions: names('CustomPermission', 'DeveloperName', idsOf('CustomPermission')),
    principals: new Set(idsOf('ExternalCredentialParameter')),
    settings: new Set(settings),
  };
}
