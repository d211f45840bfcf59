import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadSeed } from '../../src/cli/seed';
import type { OpenedOrg } from '../../src/host/open';
import { createRouter } from '../../src/rest';
import { orgOf } from '../engine/project';

let org: OpenedOrg;
let folder: string;
beforeEach(() => {
  ({ org } = orgOf({}));
  folder = mkdtempSync(join(tmpdir(), 'seed-'));
});

/** Loads files given as `name: lines` through the org's own REST API. */
async function load(files: Readonly<Record<string, readonly string[]>>): Promise<string[]> {
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  const router = createRouter(org);
  const [user] = org.users;
  if (!user) throw new Error('no user');
  const steps: string[] = [];
  await loadSeed(folder, Object.keys(files), user, (request) => Promise.resolve(router(request)), (text) => steps.push(text)); // prettier-ignore
  return steps;
}

const texts = (soql: string, field: string): unknown[] =>
  org.step({ userId: org.users[0]?.userId ?? '', commit: false }, () =>
    org.data.queryText(soql, new Map(), { mode: 'system', sharing: false }).map((row) => row.get(field)),
  );

describe('sample data', () => {
  it('are loaded in order, 200 rows a call, with ids looked up by key whatever its case and its quotes', async () => {
    const names = Array.from({ length: 401 }, (_, i) => `Account ${i}`);
    const steps = await load({
      'Account.csv': ['Name,Site', ...names.map((name) => `${name},`), `"O'Brien \\ Sons",Dublin`],
      'Contact.csv': ['LastName,AccountId=Account.Name:Id', `Brien,"o'brien \\ sons"`, 'Free,'],
    });
    expect(steps.map((step) => step.replace('Loading sample data: ', ''))).toEqual([
      'Account 200 of 402',
      'Account 400 of 402',
      'Account 402 of 402',
      'Contact 2 of 2',
    ]);
    expect(texts("SELECT LastName FROM Contact WHERE Account.Site = 'Dublin'", 'LastName')).toEqual(['Brien']);
    expect(texts('SELECT LastName FROM Contact WHERE AccountId = null', 'LastName')).toEqual(['Free']);
  });

  it.each([
    [{ 'Account.csv': ['Name', 'Good', '""', 'Other'] }, /Account\.csv:3: REQUIRED_FIELD_MISSING/],
    [{ 'Contact.csv': ['LastName,AccountId=Account.Name:Id', 'A,Nowhere'] }, /Contact\.csv:2: there is no Account with Name "Nowhere"/],
    [{ 'Contact.csv': ['LastName,AccountId=Account', 'A,Nowhere'] }, /column "AccountId=Account" is not/],
    [{ 'Contact.csv': ['LastName,Nonsense', 'A,x'] }, /Nonsense/],
    [{ 'Nothing.csv': ['Name', 'x'] }, /Nothing/],
  ])('name the file and line that the org refuses: %j', async (files, message) => {
    await expect(load(files as unknown as Record<string, string[]>)).rejects.toThrow(message);
  });
});
