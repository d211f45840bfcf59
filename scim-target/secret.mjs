import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const KEY = 'Scim_Target.Main';

/**
 * What the org signs in with: as LOCAL_ORG_SECRETS or the org's file of secrets says; made up and written there the first time, so that nobody has to and
 * no repository holds it.
 */
export function sharedSecret(file, environment) {
  const given = environment === undefined ? undefined : JSON.parse(environment)[KEY];
  if (given) return given;
  const secrets = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (!secrets[KEY]) {
    secrets[KEY] = { clientId: 'local-org', clientSecret: randomBytes(24).toString('base64url') };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets[KEY];
}
