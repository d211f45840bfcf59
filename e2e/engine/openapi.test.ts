import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, serve, type ServedOrg } from './served-org';
import { API, idle, saveSettings } from './workforce';

interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, unknown>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Response>> }>>>>;
}
interface Validate {
  (value: unknown): boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message: string; readonly params: unknown }[];
}
interface Validator {
  addSchema(schema: unknown, key: string): void;
  compile(schema: unknown): Validate;
}

// OpenAPI 3.1 speaks JSON Schema 2020-12, for which ajv-formats brings the Ajv that knows it.
const require = createRequire(join(root, 'package.json'));
const Ajv = createRequire(require.resolve('ajv-formats'))('ajv/dist/2020') as new (options: object) => Validator;
const addFormats = require('ajv-formats') as (ajv: Validator) => void;

const document = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')) as Document;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, 'api');

const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await saveSettings(org);
});
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pointer = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Calls, and holds the answer to what the document says of that status. `path` as in the document; `{name}` is filled from `names`. */
async function check<T>(
  method: string,
  path: string,
  status: number,
  { body, query = '', alias = 'admin', ...names }: { body?: unknown; query?: string; alias?: string; [name: string]: unknown } = {},
): Promise<T> {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(names[name])));
  const answer = await org.call<T>(alias, method, API + address + query, body);
  expect([method, path, answer.status, answer.status === status ? '' : JSON.stringify(answer.body)]).toEqual([method, path, status, '']);
  const described = document.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
  expect([method, path, described === undefined]).toEqual([method, path, false]);
  const at = described?.$ref ?? `#/paths/${pointer(path)}/${method.toLowerCase()}/responses/${status}`;
  const validate = ajv.compile({ $ref: `api${at}/content/${pointer('application/json')}/schema` });
  validate(answer.body);
  expect([method, path, (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`)]).toEqual([
    method,
    path,
    [],
  ]);
  return answer.body;
}

test('docs/openapi.json and its copy are as the Apex has it', { timeout: 120_000 }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/openapi.mjs'], { cwd: root, encoding: 'utf8' });
  expect([status, stdout + stderr]).toEqual([0, expect.stringContaining('is as the Apex has it')]);
});

test('the org serves the document to whoever may use a part of the API, and to nobody else', async () => {
  expect(document.openapi).toBe('3.1.0');
  for (const alias of ['admin', 'operator', 'auditor', 'integration']) {
    for (const path of ['/openapi', '/openapi/']) {
      expect(await org.call(alias, 'GET', API + path), alias + path).toMatchObject({ status: 200, body: document });
    }
  }
  expect((await org.call('nobody', 'GET', `${API}/openapi`)).status).toBe(403);
  expect((await org.call('admin', 'GET', `${API}/openapi/nothing`)).status).toBe(404);
  expect((await org.call('admin', 'POST', `${API}/openapi`, {})).status).toBe(405);
});

test('loading, looking and deciding answer as the document says', { timeout: 180_000 }, async () => {
  const employees = ['O1', 'O2', 'O3'].map((employeeNumber) => ({
    employeeNumber,
    lastName: `Person ${employeeNumber}`,
    email: `${employeeNumber.toLowerCase()}@people.example`,
    status: 'Active',
    statusStartDate: '2026-01-05T08:00:00Z',
  }));
  await check('POST', '/employees', 200, { body: { employees: [...employees, { employeeNumber: 'O4' }] }, alias: 'integration' });
  await check('POST', '/employees', 400, { body: {} });
  await check('POST', '/employees', 403, { body: { employees }, alias: 'auditor' });
  await check('GET', '/employees', 200, { query: '?view=All&limit=3' });
  await check('GET', '/employees/{employee}/diagnosis', 200, { employee: 'O1' });
  await check('GET', '/employees/{employee}/diagnosis', 404, { employee: 'none of ours' });
  await check('GET', '/imports/mapping', 200);
  await check('PUT', '/imports/mapping', 200, { body: { columns: { Name: ['lastName', 'firstName'] }, dates: 'ISO' } });
  const settings = await check<object>('GET', '/settings', 200);
  await check('PUT', '/settings', 200, {
    body: {
      ...settings,
      version: null,
      fieldMappings: [{ userField: 'Title', paths: ['EmployeeNumber'], steps: [{ do: 'first' }, { do: 'upper' }] }],
      valueTables: [{ name: 'Zones', rows: [{ from: 'AT', to: 'Europe/Vienna' }], otherwise: 'Europe/Paris' }],
      assignmentRules: [
        {
          name: 'By number',
          when: { all: [{ field: 'EmployeeNumber', is: 'startsWith', values: ['O1'] }] },
          gives: { timeZone: 'Europe/Paris' },
        },
      ],
    },
  });
  await check('GET', '/settings', 200);
  await check('PUT', '/settings', 400, { body: { profile: 'None of ours' } });
  await check('POST', '/settings/preview', 200, { body: { settings, employees: ['O1'] } });
  await check('POST', '/settings/take-over-authority', 200);
  await check('POST', '/check', 202);
  await check('GET', '/links', 200);
  await check('POST', '/links', 400, { body: {} });
});

test('runs answer as the document says', { timeout: 180_000 }, async () => {
  await idle(org);
  await check('GET', '/check', 200);
  await check('GET', '/check/people', 200, { query: '?code=CREATED' });
  const { id } = await check<{ id: string }>('POST', '/processes', 202, { body: { mode: 'Live' } });
  await check('POST', '/processes', 400, { body: {} });
  await idle(org);
  await check('GET', '/processes', 200);
  await check('GET', '/processes/{process}', 200, { process: id });
  await check('GET', '/processes/{process}/items', 200, { process: id, query: '?outcome=Created' });
  await check('GET', '/processes/{process}/items', 200, { process: id });
  await check('GET', '/processes/{process}/events', 200, { process: id });
  await check('GET', '/processes/{process}', 404, { process: 'none' });
  await check('POST', '/processes/{process}/retry', 409, { process: id, body: {} });
  await check('POST', '/processes/{process}/cancel', 409, { process: id });
  await check('GET', '/employees/{employee}/diagnosis', 200, { employee: 'O1' });
  await check('GET', '/employees', 200, { query: '?view=WithUser' });
  await check('POST', '/employees/{employee}/keep-locked-out', 200, { employee: 'O1', body: { reason: 'Asked by HR' } });
  await check('DELETE', '/employees/{employee}/keep-locked-out', 200, { employee: 'O1' });
  await check('POST', '/processes/{process}/deactivate', 202, { process: id, body: { mode: 'DryRun' } });
  await idle(org);
  await check('GET', '/processes', 200, { query: '?mode=DryRun' });
  await check('DELETE', '/employees/{employee}/items', 200, { employee: 'O2' });
});

test('apps answer as the document says', async () => {
  const { apps } = await check<{ apps: readonly { id: string }[] }>('GET', '/apps', 200);
  const { id: made } = await check<{ id: string }>('POST', '/apps', 201, { body: { name: 'Described', permissionSets: [] } });
  for (const app of [...apps.slice(0, 1).map(({ id }) => id), made]) {
    await check('GET', '/apps/{app}', 200, { app });
    await check('GET', '/apps/{app}/settings', 200, { app });
    await check('GET', '/apps/{app}/requests', 200, { app });
    await check('GET', '/apps/{app}/accounts', 200, { app });
    await check('GET', '/apps/{app}/drift', 200, { app });
  }
  await check('GET', '/requests', 200);
  await check('POST', '/requests/retry', 200, { body: { ids: [made] } });
  await check('GET', '/apps/{app}', 404, { app: 'none' });
});
