import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, serve, type ServedOrg } from './served-org';
import { apex, idle, load, people, saveSettings } from './workforce';

interface Door {
  readonly controller: string;
  readonly method: string;
  readonly parameters: readonly { readonly type: string; readonly name: string }[];
}

const SIGNATURE = /@AuraEnabled(?:\([^)]*\))?\s+public static [\w<>, ]+? (\w+)\(([^)]*)\)/g;
const sources = readdirSync(join(root, 'force-app/main'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('Controller.cls'),
);
const doors: readonly Door[] = sources.flatMap((file) =>
  [...readFileSync(join(root, 'force-app/main', file), 'utf8').matchAll(SIGNATURE)].map(([, method = '', list = '']) => ({
    controller: file.replace(/^.*\/|\.cls$/g, ''),
    method,
    parameters: list
      .split(/,(?![^<]*>)/)
      .filter((part) => part.trim() !== '')
      .map((part) => part.trim().split(/\s+(?=\w+$)/))
      .map(([type = '', name = '']) => ({ type, name })),
  })),
); // prettier-ignore

/** What a browser may send for a parameter of each type, and no page of ours does. */
const ODD: Readonly<Record<string, readonly unknown[]>> = {
  String: [null, '', 'garbage', '000000000000000AAA', '005000000000001AAA', "' OR Name != '", 'x'.repeat(5000), '{', 'null'],
  Integer: [null, -1, 0, 2_000_000_000],
  Boolean: [null, true],
  'Map<String, String>': [null, {}, { status: 'garbage' }, { from: 'tomorrow' }, { search: "' OR Name != '" }, { unknown: 'x' }],
  'List<String>': [null, [], [null], ['garbage'], ['005000000000001AAA']],
  ProvisioningSettingsData: [
    null,
    {},
    { fieldMappings: [null], permissionSets: [null], leaverStatuses: [null], notificationRecipients: [null] },
    { sourceName: 'Nowhere', profileId: 'garbage', employeeStatus: 'x'.repeat(5000), emailEncoding: '?', usernameSuffix: ' ' },
    { profileName: 'Standard User', emailEncoding: 'UTF-8', employeeStatus: 'Active', fieldMappings: [{ userField: null, paths: [null] }] },
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'console-input-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await load(org, people(3));
  await saveSettings(org);
});
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the doors are read from the controllers', () => {
  expect(doors.length).toBeGreaterThan(25);
  expect([...new Set(doors.flatMap(({ parameters }) => parameters.map(({ type }) => type)))].sort()).toEqual(Object.keys(ODD).sort());
});

describe('R32: odd input gets an answer in words', () => {
  test.each(doors)('$controller $method', async ({ controller, method, parameters }) => {
    const calls = parameters.length === 0 ? [{}] : parameters.flatMap(({ type, name }) => ODD[type]!.map((value) => ({ [name]: value })));
    for (const params of calls) {
      const answer = await apex(org, 'admin', controller, method, params);
      await idle(org);
      if (answer.status === 200) continue;
      const sent = JSON.stringify(params).slice(0, 200);
      expect(answer.problem, `${sent}: ${answer.body.message}`).not.toBeNull();
      expect(answer.problem!.message, sent).not.toMatch(/^Something went wrong/);
      if (Object.values(params)[0] === null) expect(answer.problem!.message, sent).not.toContain('null');
    }
  });
});
