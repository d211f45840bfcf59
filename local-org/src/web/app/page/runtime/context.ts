import { getJson } from './http';
import type { OrgContext } from './model';

let current: OrgContext | undefined;

/** Fetches the context once; a visitor without a session is sent to the sign-in page. */
export async function loadContext(): Promise<OrgContext> {
  current = (await getJson('/aura/context')) as OrgContext;
  return current;
}

/** The context of the page. */
export function context(): OrgContext {
  if (!current) throw new Error('The page was used before its context was loaded');
  return current;
}

/** Value of `@salesforce/user/*`. */
export function userValue(name: string): string | boolean {
  if (name === 'Id') return context().user.id;
  if (name === 'isGuest') return false;
  throw new Error(`The local org does not support importing @salesforce/user/${name}`);
}

/** Value of `@salesforce/userPermission/*`: true or undefined, as on the platform. */
export function hasUserPermission(name: string): true | undefined {
  return context().userPermissions.includes(name) ? true : undefined;
}

/** Value of `@salesforce/customPermission/*`: true or undefined, as on the platform. */
export function hasCustomPermission(name: string): true | undefined {
  return context().customPermissions.includes(name.replace(/^c__/, '')) ? true : undefined;
}

/** Time zone of the signed-in user, an IANA name. */
export function timeZone(): string {
  return current?.user.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
