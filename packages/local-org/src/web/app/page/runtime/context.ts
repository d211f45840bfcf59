import { askServer } from './http';
import type { OrgContext } from './model';

let current: OrgContext | undefined;

/** Fetches the context once; a visitor without a session is sent to the sign-in page. */
export async function loadContext(): Promise<OrgContext> {
  current = (await askServer('/aura/context', {})) as OrgContext;
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

/** A label for whoever is signed in: its translation into their language, or the text that it was written with. */
export function inLanguage(text: string, translations: Readonly<Record<string, string>>): string {
  return translations[context().user.language] ?? text;
}

/** Language of the texts that the project's components show, as an HTML `lang`; null where nobody translated them for this user. */
export function textLanguage(): string | null {
  return context().user.translated ? lang() : null;
}

/** Language of the signed-in user, for example `de` or `en-US`. */
export function lang(): string {
  return context().user.language.replaceAll('_', '-');
}

/** The same as Salesforce writes it; English while nobody is known to be signed in. */
export const languageOfUser = (): string => current?.user.language ?? 'en_US';

/** Locale of the signed-in user as a BCP 47 name, for example `de-DE`. */
export function locale(): string {
  return context().user.locale.replaceAll('_', '-');
}

/** Time zone of the signed-in user, an IANA name. */
export function timeZone(): string {
  return context().user.timeZone;
}
