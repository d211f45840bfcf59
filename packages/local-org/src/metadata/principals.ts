import { makeId } from '../kernel/ids';
import type { ExternalCredential } from './model';

/** Prefix of our own: no source gives that of ExternalCredentialParameter. */
const PREFIX = '0pq';

/**
 * Ids of the principals of external credentials, by `<credential>-<principal>` in lower case, as permission sets name them. A principal has
 * no row; its id follows from its place among all of them.
 */
export function principalIds(credentials: readonly ExternalCredential[]): ReadonlyMap<string, string> {
  const names = credentials.flatMap(({ name, principals }) => principals.map((principal) => principalKey(name, principal.name)));
  return new Map(names.sort().map((name, at) => [name, makeId(PREFIX, at + 1)]));
}

export function principalKey(credential: string, principal: string): string {
  return `${credential}-${principal}`.toLowerCase();
}
