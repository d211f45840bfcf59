import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type ServedOrg } from './served-org';
import { API, saveSettings } from './workforce';

const folder = mkdtempSync(join(tmpdir(), 'rest-paths-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await saveSettings(org);
  const employees = [{ employeeNumber: 'N 1', lastName: 'Hopper', status: 'Active', statusStartDate: '2026-01-01' }];
  expect((await org.call('admin', 'POST', `${API}/employees/`, { employees })).status).toBe(200);
}, 120_000);
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['GET', '/processes', 200, ['/processes/', '//processes//', '/%70rocesses']],
  ['GET', '/processes/nobody', 404, ['/processes/nobody/', '/processes//nobody']],
  ['GET', '/settings', 200, ['/settings/', '/settings//']],
  ['GET', '/settings/nothing', 404, ['/settings/nothing/']],
  ['GET', '/employees/N%201/diagnosis', 200, ['/employees/N+1/diagnosis/', '/employees//%4E%201//diagnosis']],
  ['POST', '/employees', 400, ['/employees/']],
  ['POST', '/employees/N%201/take-over', 400, ['/employees/N+1//take-over/']],
  ['GET', '/imports/mapping', 200, ['/imports/mapping/', '//imports//mapping']],
  ['GET', '/imports/nothing', 404, ['/imports/nothing/']],
  ['GET', '/links', 200, ['/links/', '//links//']],
  ['POST', '/links', 400, ['/links/']],
  ['GET', '/links/nothing', 404, ['/links/nothing/']],
  ['POST', '/processes', 400, ['/processes/']],
  ['POST', '/settings/nothing', 404, ['/settings/nothing/']],
  ['POST', '/settings/preview', 400, ['/settings/preview/']],
] as const)('%s %s answers %i, with whatever slashes it comes', async (method, path, status, others) => {
  const answers = await Promise.all(
    [path, ...others].map((one) => org.call<unknown>('admin', method, API + one, method === 'GET' ? undefined : {})),
  );

  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
  // a refusal may name the path as it was sent
  if (status === 200) for (const { body } of answers) expect(body).toEqual(answers[0]!.body);
});

test('the authority is taken over with a slash at the end too', async () => {
  for (const path of ['/settings/take-over-authority', '/settings/take-over-authority/']) {
    expect((await org.call('admin', 'POST', API + path)).status, path).toBe(200);
  }
});
