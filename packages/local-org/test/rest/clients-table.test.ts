import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8');

it('docs/clients.md has a row for each test of jsforce, and no other', () => {
  const { devDependencies } = JSON.parse(read('../../../../package.json')) as { devDependencies: Record<string, string> };
  const rows = [...read('../../docs/clients.md').matchAll(/^\| jsforce (\S+) +\| (.*?) +\|$/gm)];
  const tests = [...read('jsforce-calls.test.ts').matchAll(/^ {2}it\('(.*)', async/gm)].map(([, title]) => title);
  expect(tests.length).toBeGreaterThan(15);
  expect(rows.map(([, , call]) => call?.replaceAll('\\*', '*'))).toEqual(tests);
  expect(new Set(rows.map(([, version]) => version))).toEqual(new Set([devDependencies['jsforce']]));
});
