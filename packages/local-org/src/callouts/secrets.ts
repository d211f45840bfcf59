import { existsSync, readFileSync, statSync } from 'node:fs';
import { refuse } from './admission';

/** What signs one principal in: `username` and `password`, `clientId` and `clientSecret`, or values by name of their header. */
export type Secret = Readonly<Record<string, string>>;

/** Gives the secret of `<credential>.<principal>`; null where there is none. */
export type Secrets = (key: string) => Secret | null;

/**
 * Secrets from the environment and, where that has none, from a file that nobody but its owner may read. The file is read at each use, so
 * that a secret may be changed or taken away while the org runs. No text that is thrown here holds any part of what was read.
 */
export function secretsOf(file: string, environment: string | undefined): Secrets {
  let read: Readonly<Record<string, unknown>> | null = null;
  const given = (): Readonly<Record<string, unknown>> =>
    (read ??= environment === undefined ? {} : parsed(environment, 'LOCAL_ORG_SECRETS'));
  return (key) => secretIn(given()[key], key) ?? secretIn(stored(file)[key], key);
}

function stored(file: string): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) return {};
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) refuse(`${file} may be read by others: chmod 600 ${file}`);
  return parsed(readFileSync(file, 'utf8'), file);
}

function parsed(text: string, source: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // The parser's message would quote the text.
  }
  return refuse(`${source} has to be one JSON object`);
}

function secretIn(value: unknown, key: string): Secret | null {
  if (value === undefined) return null;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || Object.values(value).some((one) => typeof one !== 'string')) refuse(`The secret "${key}" has to be an object of texts`);
  return value as Secret;
}
