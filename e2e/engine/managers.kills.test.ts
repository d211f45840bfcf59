import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amount, armKill, passages, unlessKilled } from './kills';
import { MANAGED, hierarchy, managersOf, rolesBefore, rolesOf } from './managers-org';
import { seeded } from './seeded';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { isOpen, outcome, processes, resume, startRun } from './workforce';

/** A random kill comes after 1 to so many DML statements. */
const STATEMENTS = 12;
const KILLS_LEFT_TO_THE_WATCHDOG = amount({ kills: 12, long: 40 });

const folder = mkdtempSync(join(tmpdir(), 'managers-kills-'));
const template = join(folder, 'template.db');
let undisturbed: object;

const left = async (org: ServedOrg): Promise<object> => ({
  ...(await outcome(org)),
  managers: await managersOf(org),
  roles: await rolesOf(org),
  before: await rolesBefore(org),
});

beforeAll(async () => {
  const org = await serve({ db: template });
  // without the daily run over changes, which a clock that is set on would start beside
  await hierarchy(org, { roleOfLinkedUsers: true, managerOfLinkedUsers: true, updateOnChange: false });
  await org.stop();
  const run = await serve({ db: copyDatabase(template, join(folder, 'undisturbed.db')) });
  await toTheEnd(run);
  undisturbed = await left(run);
  expect(undisturbed).toMatchObject({ managers: MANAGED.managers, before: MANAGED.linked.map((number) => [number, 'Service people']) });
  await run.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['commit.before', 'commit.after'])(
  'R55, R56: killed at any commit and carried on, everybody has exactly the role and the manager that they should: %s',
  async (point) => {
    for (const nth of passages()) {
      const db = copyDatabase(template, join(folder, `${point}-${nth}.db`));
      const through = await survives(await serve({ db }), async (org) => {
        await armKill(org, { point, nth });
        await toTheEnd(org);
      });
      if (through) break;
      expect(await survives(await serve({ db }))).toBe(true);
    }
  },
);

test('R22: killed between any statements, with a queue that loses its job', async () => {
  const random = seeded(56);
  for (let died = 0; died < KILLS_LEFT_TO_THE_WATCHDOG;) {
    const db = copyDatabase(template, join(folder, `watchdog-${died}.db`));
    for (let through = false; !through;) {
      const fault = `statement:${1 + Math.floor(random() * STATEMENTS)}:kill`;
      const flags = ['--interrupted=fail', ...(died < KILLS_LEFT_TO_THE_WATCHDOG ? ['--fault', fault] : [])];
      through = await survives(await serve({ db, flags }), async (org) => {
        await org.call('admin', 'POST', '/__local/clock', { advance: '11m' });
        await toTheEnd(org);
      });
      if (!through) died++;
    }
  }
});

/** True when the run got through and left what an undisturbed one leaves, false when the fault killed it. */
async function survives(org: ServedOrg, goOn: (org: ServedOrg) => Promise<void> = toTheEnd): Promise<boolean> {
  const through = await unlessKilled(org, async () => {
    await goOn(org);
    return true;
  });
  if (through === null) return false;
  expect(await left(org)).toEqual(undisturbed);
  await org.stop();
  return true;
}

async function toTheEnd(org: ServedOrg): Promise<void> {
  if ((await processes(org)).length === 0) expect((await startRun(org)).status).toBe(202);
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const [latest] = await processes(org);
    if (latest!.status === 'Aborted') expect((await resume(org, latest!.id)).status).toBe(202);
    else if (!isOpen(latest!)) return;
  }
}
