/** The sample org with a history: what thirty days have left, as real runs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restClient, spawnOrg, whenReady } from 'local-org/serve';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './served-org';
import { SHORT_LIVED } from './spare-orgs';

interface Process {
  readonly id: string;
  readonly status: string;
  readonly trigger: string;
  readonly mode: string;
  readonly scope: string;
  readonly guard: string | null;
  readonly startTime: string;
  readonly created: number;
  readonly updated: number;
  readonly failed: number;
}

const DAY = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'history-'));
let stop: () => Promise<unknown>;
let processes: readonly Process[];
let client: ReturnType<typeof restClient>;

beforeAll(async () => {
  const flags = ['--headless', '--scenario', 'history'];
  const org = await spawnOrg({ db: join(folder, 'org.db'), project: root, flags, nodeFlags: SHORT_LIVED });
  stop = () => org.stop();
  const users = await whenReady(org);
  if (users === null) throw new Error(`The scenario was refused: ${org.errors}`);
  client = restClient(org.baseUrl, users);
  const answer = await client.call<{ processes: Process[] }>('auditor', 'GET', '/services/apexrest/provisioning/v1/processes?limit=100');
  processes = answer.body.processes;
}, 900_000);

afterAll(async () => {
  await stop?.();
  rmSync(folder, { recursive: true, force: true });
});

const having = (wanted: Partial<Process>): Process[] =>
  processes.filter((process) => Object.entries(wanted).every(([name, value]) => process[name as keyof Process] === value));

test('it begins thirty days ago with the first run and ends today', () => {
  const days = processes.map(({ startTime }) => (Date.now() - Date.parse(startTime)) / DAY);
  expect(Math.max(...days)).toBeGreaterThan(28.5);
  expect(Math.max(...days)).toBeLessThan(30.5);
  expect(Math.min(...days)).toBeLessThan(0.5);
  expect(Math.min(...days)).toBeGreaterThan(0);
  expect(having({ scope: 'All', trigger: 'API', created: 2402, failed: 58 })).toHaveLength(1);
});

test('it holds a retry, automatic and daily runs, leavers, returns and dry runs', () => {
  expect(having({ scope: 'Retry' }).map(({ created }) => created)).toEqual([25]);
  expect(having({ trigger: 'Automatic' }).filter(({ created }) => created > 0).length).toBeGreaterThan(2);
  expect(having({ trigger: 'Scheduled', scope: 'Changes' }).filter(({ updated }) => updated > 0).length).toBeGreaterThan(1);
  expect(having({ trigger: 'API', scope: 'Leavers', mode: 'Live', status: 'Finished' }).filter(({ updated }) => updated > 0)).toHaveLength(
    3,
  );
  expect(having({ scope: 'Returns' }).map(({ updated }) => updated)).toEqual([3]);
  expect(having({ mode: 'DryRun' })).toHaveLength(2);
});

test('one run waits for a decision, and nobody was locked out by it', async () => {
  const [parked, ...others] = processes.filter(({ guard }) => guard !== null);
  expect(others).toEqual([]);
  expect(parked).toMatchObject({ scope: 'Leavers', mode: 'Live', guard: 'MAXIMUM_LOCKOUTS', updated: 0 });
});

test('failures have several causes', async () => {
  const first = having({ scope: 'All', created: 2402 })[0]!;
  const path = `/services/apexrest/provisioning/v1/processes/${first.id}/items?outcome=Failed&limit=200`;
  const { body } = await client.call<{ items: { cause: string }[] }>('auditor', 'GET', path);
  expect(new Set(body.items.map(({ cause }) => cause)).size).toBeGreaterThan(3);
});

test('a check has looked at it today', async () => {
  const { body } = await client.call<{ status: string; outdated: boolean }>('auditor', 'GET', '/services/apexrest/provisioning/v1/check');
  expect(body).toMatchObject({ status: 'Finished' });
});
