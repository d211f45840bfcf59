import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type ServedOrg } from './served-org';
import { API } from './workforce';

/** Sample users; operator has our permissions without the rights of the platform. */
const PERSONAS = ['admin', 'appadmin', 'appoperator', 'operator', 'auditor', 'approver', 'nobody'] as const;
type Persona = (typeof PERSONAS)[number];

const NEEDS: Readonly<Record<string, readonly Persona[]>> = {
  See: ['admin', 'appadmin', 'appoperator', 'operator', 'auditor'],
  SeeRequests: ['admin', 'appadmin', 'appoperator', 'operator', 'auditor', 'approver'],
  Process: ['admin', 'appadmin', 'appoperator'],
  Manage: ['admin', 'appadmin'],
  Approve: ['approver'],
};

/** What who may is told: the bodies make no sense, so that nothing changes and the next one meets the same. */
const CALLS: readonly (readonly [method: string, path: string, needs: string, status: number, body?: object])[] = [
  ['GET', '/apps', 'See', 200],
  ['GET', '/apps/{id}', 'See', 200],
  ['POST', '/apps', 'Manage', 400, { name: '', permissionSets: [] }],
  ['GET', '/apps/{id}/settings', 'See', 200],
  ['PUT', '/apps/{id}/settings', 'Manage', 400, { nonsense: true }],
  ['POST', '/apps/{id}/test', 'Manage', 200],
  ['POST', '/apps/{id}/pause', 'Manage', 409],
  ['POST', '/apps/{id}/resume', 'Manage', 409],
  ['POST', '/apps/{id}/confirm-empty', 'Manage', 400, { name: 'Another' }],
  ['GET', '/apps/{id}/requests', 'SeeRequests', 200],
  ['GET', '/requests', 'SeeRequests', 200],
  ['POST', '/apps/{id}/requests', 'Process', 400, { operation: 'Create', userIds: [] }],
  ['GET', '/apps/{id}/accounts', 'See', 200],
  ['PATCH', '/apps/{id}/accounts', 'Process', 400, { do: 'Ignore', ids: [] }],
  ['GET', '/apps/{id}/drift', 'See', 200],
  ['POST', '/apps/{id}/processes', 'Process', 400, { kind: 'Nonsense' }],
  ['GET', '/requests/{id}/log', 'SeeRequests', 404],
  ['POST', '/apps/{id}/preview', 'Process', 404, { userId: 'x' }],
  ['POST', '/apps/{id}/send', 'Process', 404, { previewId: 'x' }],
  ['POST', '/requests/approve', 'Approve', 200, { ids: ['x'] }],
  ['POST', '/requests/deny', 'Approve', 200, { ids: ['x'] }],
  ['POST', '/requests/retry', 'Process', 200, { ids: ['x'] }],
  ['POST', '/requests/complete', 'Process', 200, { ids: ['x'] }],
  ['POST', '/requests/cancel', 'Process', 200, { ids: ['x'] }],
];

const folder = mkdtempSync(join(tmpdir(), 'app-calls-'));
let org: ServedOrg;
let appId: string;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  const admin = <T>(method: string, path: string, body?: unknown) => org.call<T>('admin', method, API + path, body);
  appId = (await admin<{ id: string }>('POST', '/apps', { name: 'Crane Hire', permissionSets: ['Travel_Desk_User'] })).body.id;
  const settings = (await admin<object>('GET', `/apps/${appId}/settings`)).body;
  expect((await admin('PUT', `/apps/${appId}/settings`, { ...settings, version: null, connector: 'Mock' })).status).toBe(200);
});
afterAll(async () => {
  await org?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('R36, R43: who may call', () => {
  for (const [method, path, needs, status, body] of CALLS)
    test(`${method} ${path}`, async () => {
      const answers: Record<string, number> = {};
      for (const persona of PERSONAS) {
        answers[persona] = (await org.call(persona, method, API + path.replace('{id}', appId), body)).status;
      }
      const expected = PERSONAS.map((persona) => [persona, NEEDS[needs]!.includes(persona) ? status : 403]);
      expect(answers).toEqual(Object.fromEntries(expected));
    });
});
