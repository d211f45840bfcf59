import type { Store } from '../store/port';
import { isTrue, rowsIn, textOf } from './rows';

/** Where a user's rights come from. */
export interface Holder {
  readonly license: string;
  /** The profile's own permission set, assigned ones, and those of assigned groups. Sorted, no duplicates. */
  readonly permissionSetIds: readonly string[];
  /** When the next assignment expires, in milliseconds since the epoch; Infinity when none does. */
  readonly until: number;
}

/**
 * Permission sets that are in force for a user now; null when there is no such user. Expired assignments do not count
 * (Object Reference, PermissionSetAssignment.ExpirationDate).
 */
export function loadHolder(store: Store, userId: string, now: number): Holder | null {
  const [user] = rowsIn(store, 'User', ['ProfileId'], 'Id', [userId]);
  if (!user) return null;
  const profileIds = [textOf(user[0]) ?? ''];
  const [profile] = rowsIn(store, 'Profile', ['UserLicenseId'], 'Id', profileIds);
  const [license] = rowsIn(store, 'UserLicense', ['Name'], 'Id', [textOf(profile?.[0]) ?? '']);
  const owned = rowsIn(store, 'PermissionSet', ['Id'], 'ProfileId', profileIds);
  const columns = ['PermissionSetId', 'PermissionSetGroupId', 'ExpirationDate', 'IsRevoked'];
  const inForce = rowsIn(store, 'PermissionSetAssignment', columns, 'AssigneeId', [userId]).filter(
    ([, , expires, revoked]) => !isTrue(revoked) && (expires === null || Number(expires) > now),
  );
  const groups = inForce.flatMap(([, group]) => textOf(group) ?? []);
  const members =
    groups.length > 0 ? rowsIn(store, 'PermissionSetGroupComponent', ['PermissionSetId'], 'PermissionSetGroupId', groups) : [];
  const ids = [...owned, ...inForce, ...members].flatMap(([id]) => textOf(id) ?? []);
  const until = Math.min(...inForce.map(([, , expires]) => (expires === null ? Infinity : Number(expires))));
  return { license: textOf(license?.[0]) ?? '', permissionSetIds: [...new Set(ids)].sort(), until };
}
