import type { Clock } from '../kernel/clock';
import type { Field, ObjectType, Schema } from '../schema/model';
import type { Store } from '../store/port';
import { grantsField, isAlwaysVisible } from './field-access';
import { loadHolder } from './holder';
import { licenseData, type LicenseData } from './licenses';
import { isManaged, USER_MANAGERS } from './own-user';
import type { Access, ObjectRight } from './port';
import { loadRights, type Rights } from './rights';
import { rolesBelow } from './role-tree';
import { rowFilter } from './row-filter';
import { governorOf, setupObjectRight } from './setup-objects';

/** One user's rights: the union of permission sets, cut to what the licence allows. */
interface Effective {
  readonly license: LicenseData;
  readonly sets: readonly Rights[];
  readonly until: number;
}

const NOBODY: Effective = { license: licenseData(''), sets: [], until: Infinity };
/** Rights that another right includes: who may modify all records may do everything else. */
const IMPLIED_BY: Readonly<Record<ObjectRight, readonly ObjectRight[]>> = {
  read: ['read', 'create', 'edit', 'delete', 'viewAll', 'modifyAll'],
  create: ['create'],
  edit: ['edit', 'delete', 'modifyAll'],
  delete: ['delete', 'modifyAll'],
  viewAll: ['viewAll', 'modifyAll'],
  modifyAll: ['modifyAll'],
};
const LETTER: Readonly<Record<ObjectRight, string>> = { read: 'r', create: 'c', edit: 'u', delete: 'd', viewAll: 'r', modifyAll: 'd' };

/**
 * Effective rights, read from the setup rows of the store: profile, permission sets and permission set groups, limited by the
 * user licence. Cached until `invalidate` or `takenBack`.
 */
export function createAccess(parts: { readonly schema: Schema; readonly store: Store; readonly clock: Clock }): Access {
  const { schema, store, clock } = parts;
  const users = new Map<string, Effective>();
  const sets = new Map<string, Rights>();
  /** Roles below those of users. */
  const below = new Map<string, readonly string[]>();
  /** How often permission sets may have changed. */
  let changes = 0;

  const rightsOfSet = (id: string): Rights => {
    let rights = sets.get(id);
    if (!rights) sets.set(id, (rights = loadRights(store, schema, id)));
    return rights;
  };
  const of = (userId: string): Effective => {
    let effective = users.get(userId);
    if (!effective || effective.until <= clock.now()) {
      const holder = loadHolder(store, userId, clock.now());
      effective = holder
        ? { license: licenseData(holder.license), sets: holder.permissionSetIds.map(rightsOfSet), until: holder.until }
        : NOBODY;
      users.set(userId, effective);
    }
    return effective;
  };
  const holds = (user: Effective, permission: string): boolean =>
    user.sets.some((set) => set.permissions.has(permission.toLowerCase())) &&
    !user.license.forbidden.some((name) => name.toLowerCase() === permission.toLowerCase());

  const managesUsers = (user: Effective): boolean => USER_MANAGERS.some((permission) => holds(user, permission));

  const hasObject = (userId: string, object: ObjectType, right: ObjectRight): boolean => {
    const user = of(userId);
    const name = object.name.toLowerCase();
    if (object.kind === 'metadata' || object.kind === 'setting') return maySetting(user, name, object.kind, right);
    const setup = setupObjectRight(object.name, right, (permission) => holds(user, permission));
    if (setup !== undefined) return setup;
    const governor = governorOf(object.name);
    const governing = schema.object(governor);
    if (governing && governing.name !== object.name) return hasObject(userId, governing, right);
    if (!licensed(user.license, object, right)) return false;
    if (holds(user, 'ModifyAllData')) return true;
    if ((right === 'read' || right === 'viewAll') && holds(user, 'ViewAllData')) return true;
    return user.sets.some((set) => IMPLIED_BY[right].some((enough) => set.objects.get(name)?.has(enough)));
  };

  /** Custom metadata types and settings open to Customize Application or by name (Salesforce Help, "Restrict Access to Custom Metadata Types"). */
  const maySetting = (user: Effective, name: string, kind: 'metadata' | 'setting', right: ObjectRight): boolean => {
    if (holds(user, 'CustomizeApplication')) return true;
    if (right !== 'read' && right !== 'viewAll') return false;
    return (kind === 'setting' && holds(user, 'ViewAllCustomSettings')) || user.sets.some((set) => set.settings.has(name));
  };

  const hasField = (userId: string, object: ObjectType, field: Field, edit: boolean): boolean => {
    if (!hasObject(userId, object, 'read')) return false;
    if (isAlwaysVisible(object, field)) return true;
    return of(userId).sets.some((set) => grantsField(set, object, field, edit));
  };

  return {
    hasObject,
    canReadField: (userId, object, field) => hasField(userId, object, field, false),
    canEditField: (userId, object, field) =>
      (hasObject(userId, object, 'edit') || hasObject(userId, object, 'create')) && hasField(userId, object, field, true),
    mayChange: (userId, object, field) => !isManaged(object, field) || managesUsers(of(userId)),
    hasPermission: (userId, permission) => holds(of(userId), permission),
    hasCustomPermission: (userId, name) => of(userId).sets.some((set) => set.customPermissions.has(name.toLowerCase())),
    hasPrincipal: (userId, principalId) => of(userId).sets.some((set) => set.principals.has(principalId)),
    // Author Apex runs every class (Apex Developer Guide, "Class Security").
    canExecuteClass: (userId, className) =>
      holds(of(userId), 'AuthorApex') || of(userId).sets.some((set) => set.classes.has(className.toLowerCase())),
    rowFilter: (userId, object, alias, forEdit) => {
      const user = of(userId);
      const viewer = {
        userId,
        mayManageUsers: managesUsers(user),
        get below() {
          let roles = below.get(userId);
          if (!roles) below.set(userId, (roles = rolesBelow(store, userId)));
          return roles;
        },
        sees: (type: ObjectType, edit: boolean) =>
          holds(user, 'ModifyAllData') || hasObject(userId, type, edit ? 'modifyAll' : 'viewAll') || (!edit && holds(user, 'ViewAllData')),
      };
      return rowFilter(schema, viewer, object, alias, forEdit);
    },
    invalidate: (what = 'everything') => {
      users.clear();
      below.clear();
      if (what === 'assignments') return;
      sets.clear();
      changes++;
    },
    mark: () => changes,
    takenBack: (mark) => {
      users.clear();
      below.clear();
      if (mark !== changes) sets.clear();
    },
  };
}

function licensed(license: LicenseData, object: ObjectType, right: ObjectRight): boolean {
  if (object.kind === 'custom') return license.customObjects;
  if (object.kind === 'event' || license.objects === null) return true;
  return license.objects[object.name]?.includes(LETTER[right]) ?? false;
}

export { LICENSES, licenseData, type LicenseData } from './licenses';
export {
  GERMAN_PROFILES,
  STANDARD_PERMISSION_SETS,
  STANDARD_PROFILES,
  type StandardPermissionSet,
  type StandardProfile,
} from './standard-profiles';
