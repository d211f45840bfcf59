import type { Clock } from '../kernel/clock';
import type { Field, ObjectType, Schema } from '../schema/model';
import type { Store } from '../store/port';
import { circleOf, type Circle } from './circle';
import { grantsField, isAlwaysVisible } from './field-access';
import { loadHolder } from './holder';
import { licenseData, type LicenseData } from './licenses';
import { isManaged, USER_MANAGERS } from './own-user';
import type { Access, ObjectRight, RecordLevel } from './port';
import { loadRights, type Rights } from './rights';
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
  const circles = new Map<string, Circle>();
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
    // Entries of a share object are for whoever may use the object; of which records, the row filter says.
    const shared = object.share && schema.object(object.share.of);
    if (shared) return hasObject(userId, shared, right === 'viewAll' || right === 'modifyAll' ? right : 'read');
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
    rowFilter: (userId, object, alias, level) => {
      const user = of(userId);
      const viewer = {
        userId,
        mayManageUsers: managesUsers(user),
        get circle() {
          let circle = circles.get(userId);
          if (!circle) circles.set(userId, (circle = circleOf(store, userId)));
          return circle;
        },
        sees: (type: ObjectType, wanted: RecordLevel) => {
          const reads = wanted === 'read';
          return (
            holds(user, 'ModifyAllData') ||
            hasObject(userId, type, reads ? 'viewAll' : 'modifyAll') ||
            (reads && holds(user, 'ViewAllData'))
          );
        },
      };
      return rowFilter(schema, viewer, object, alias, level);
    },
    invalidate: (what = 'everything') => {
      users.clear();
      circles.clear();
      if (what === 'assignments') return;
      sets.clear();
      changes++;
    },
    mark: () => changes,
    takenBack: (mark) => {
      users.clear();
      circles.clear();
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
