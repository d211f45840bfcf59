import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { amount } from './kills';
import { loadNastyUsers, nastyPeople, type Kind } from './nasty';
import { permissionSetFile, projectOf } from './project';
import { serve, type ServedOrg } from './served-org';
import { apex, idle, load, saveSettings, startRun } from './workforce';

/** Whom a check can judge: nobody who depends on the customer's automation, which only a dry run meets. */
const KINDS: readonly Kind[] = [
  'plain', 'twin', 'sameAddress', 'nickname', 'noEmail', 'longNumber', 'known', 'inactive', 'privileged', 'otherLicense', 'hunter', 'twoUsers', 'spelled',
]; // prettier-ignore
const folder = mkdtempSync(join(tmpdir(), 'preflight-'));

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly fix: string | null;
  readonly count: number | null;
  readonly sample: readonly { readonly id: string; readonly employeeNumber: string }[];
}
interface Check {
  readonly status: string;
  readonly populationFindings: readonly Finding[];
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SEEDS = [
  [1, { matchByEmail: true }, [330, 150]],
  [2, { matchByEmail: true, matchByUsername: true }, [5000, 150]],
  [3, {}, [5000, 5000]],
] as const;

test.each(amount({ test: SEEDS.slice(0, 1), kills: SEEDS.slice(1) }))(
  'R33: a check of everybody (seed %i, %o) counts as many for each cause as the dry run',
  async (seed, matching, [seats, sets]) => {
    const permissionSetLicenses = [{ name: 'Field Service', seats: sets }];
    const project = projectOf(join(folder, `${seed}`), { seats, permissionSetLicenses, files: { ...permissionSetFile('Field_Tools', 'Field Service'), ...permissionSetFile('Sales_Tools', 'Salesforce') } }); // prettier-ignore
    const org = await serve({ db: join(folder, `${seed}.db`), project });
    // who of a statement is refused for a nickname and who for a seat, only the platform knows
    const workforce = nastyPeople(seed, 650, seats < 5000 ? KINDS.filter((kind) => kind !== 'nickname') : KINDS);
    await load(org, workforce);
    await loadNastyUsers(org, workforce);
    await saveSettings(org, { permissionSets: ['Field_Tools', 'Sales_Tools'], ...matching });

    const findings = await check(org);
    const dryRun = await startRun(org, 'admin', { mode: 'DryRun' });
    await idle(org);

    for (const found of findings.filter(({ severity }) => severity === 'warning')) {
      expect(found.fix).toBeTruthy();
      expect(found.sample).toHaveLength(Math.min(10, found.count ?? 0));
      for (const person of found.sample) expect(workforce.map(({ number }) => number)).toContain(person.employeeNumber);
    }
    expect(Object.fromEntries(findings.map(({ code, count }) => [causeOf(code), count]))).toMatchObject(
      await foreseenBy(org, dryRun.body.id),
    );
    await org.stop();
  },
);

async function check(org: ServedOrg): Promise<readonly Finding[]> {
  await apex(org, 'admin', 'PreflightController', 'startCheck');
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const { returnValue } = await apex<Check>(org, 'admin', 'PreflightController', 'getPreflight');
    if (returnValue.status !== 'Running') return returnValue.populationFindings;
    await pause(20);
  }
}

/** How many people of a dry run each cause has, or each outcome without one. */
async function foreseenBy(org: ServedOrg, processId: string): Promise<Record<string, number>> {
  const rows = await org.query<{ Outcome__c: string; Cause__c: string | null }>(
    `SELECT Outcome__c, Cause__c FROM ProvisioningProcessItem__c WHERE Process__c = '${processId}'`,
  );
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row.Cause__c ?? row.Outcome__c] = (counts[row.Cause__c ?? row.Outcome__c] ?? 0) + 1;
  return counts;
}

/** What a dry run calls it, where that is not the code of the finding. */
const CALLED: Readonly<Record<string, string>> = { CREATED: 'Created', LINKED: 'Linked', NICKNAME: 'DUPLICATE' };
const causeOf = (code: string): string => CALLED[code] ?? code;
