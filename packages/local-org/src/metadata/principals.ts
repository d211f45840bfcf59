import { createHash } from 'node:crypto';
import { makeId } from '../kernel/ids';
import type { ExternalCredential } from './model';

/** Prefix of our own: no source gives that of ExternalCredentialParameter. */
const PREFIX = '0pq';

/**
 * Ids of the principals of external credentials, by `<credential>-<principal>` in lower case, as permission sets name them. A principal has
 * no row; its id follows from its name alone, so that what a set was given stays with that principal whichever credentials come or go.
 */
export function principalIds(credentials: readonly ExternalCredential[]): ReadonlyMap<string, string> {
  const names = credentials.flatMap(({ name, principals }) => principals.map((principal) => principalKey(name, principal.name)));
  return new Map(names.map((name) => [name, makeId(PREFIX, numberOf(name))]));
}

function numberOf(name: string): number {
  return createHash('sha256').update(name).digest().readUIntBE(0, 6);
}

export function principalKey(credential: string, principal: string): string {
  return `${credential}-${principal}`.toLowerCase();
}
