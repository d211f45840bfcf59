import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sharedSecret } from '../secret.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scim-target-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a secret is made once, beside those that are there, for its owner only', () => {
  const file = join(folder, 'secrets.json');
  writeFileSync(file, '{"Other.Main":{"username":"x","password":"y"}}', { mode: 0o600 });
  const made = sharedSecret(file, undefined);
  expect(made.clientSecret.length).toBeGreaterThan(20);
  expect(sharedSecret(file, undefined)).toEqual(made);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ 'Other.Main': { username: 'x' } });
});

it('a secret of the environment is taken', () => {
  const given = { clientId: 'a', clientSecret: 'b' };
  expect(sharedSecret(join(folder, 'none.json'), JSON.stringify({ 'Scim_Target.Main': given }))).toEqual(given);
});
