import { LANGUAGES } from '../schema/standard/values';
import type { OrganizationFacts } from './model';

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** Reads `organization` of local-org.json. What is left out, and what `fault` was told about, is as in a production org in English. */
export function organizationOf(value: unknown, fault: (message: string) => void): OrganizationFacts {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (value !== undefined && !isObject) fault('"organization" must be an object with isSandbox, host and language');
  const facts = isObject ? (value as Readonly<Record<string, unknown>>) : {};
  for (const key of Object.keys(facts)) {
    if (!['isSandbox', 'host', 'language'].includes(key)) fault(`organization has no "${key}"; it has isSandbox, host and language`);
  }
  const { isSandbox = false, host = null, language = 'en_US' } = facts;
  const isText = (text: unknown): text is string => typeof text === 'string';
  if (typeof isSandbox !== 'boolean') fault('organization.isSandbox must be true or false');
  const isHost = isText(host) && HOST.test(host);
  if (host !== null && !isHost) fault('organization.host must be a host name alone, for example acme--uat.sandbox.my.salesforce.com');
  const isLanguage = isText(language) && LANGUAGES.some((entry) => entry.startsWith(`${language}|`));
  if (!isLanguage) fault(`organization.language must be a language of Salesforce, for example de; "${String(language)}" is none`);
  return { isSandbox: isSandbox === true, host: isHost ? host : null, language: isLanguage ? language : 'en_US' };
}
