import { expect, type Page } from '@playwright/test';
import type { Client } from './org-client';
import { WORKING_SETTINGS } from './pages';

const API = '/services/apexrest/provisioning/v1';

/** A page in one of its states, as a persona meets it. Its name is that of its accessibility tree in `e2e/accessibility`. */
export interface PageState {
  readonly name: string;
  /** Alias of a sample user. */
  readonly as: string;
  /** Below `/lightning/`, with `{dry}` and `{live}` for the ids of the two runs. */
  readonly at: string;
  /** What the person does there before the state is looked at. */
  readonly then?: (page: Page) => Promise<void>;
  /** How far its parts jump while it opens, where that is more than 0.02 today. */
  readonly shift?: number;
  /** Name of its picture in `docs/images`. */
  readonly picture?: string;
}

/** A time in the life of an org: what happens first, once however often it is asked for, and the states that are to be seen then. */
export interface Stage {
  readonly name: string;
  readonly prepare: (admin: Client) => Promise<void>;
  readonly states: readonly PageState[];
}

/** Every tab of the product, with its states in every stage. A new tab belongs here: `page-list.spec.ts` compares. */
export const STAGES: readonly Stage[] = [
  {
    name: 'a new org',
    prepare: () => Promise.resolve(),
    states: [
      { name: 'overview-before-settings', as: 'admin', at: 'n/Provisioning_Overview' },
      { name: 'settings-new', as: 'admin', at: 'n/Employee_User_Settings' },
      { name: 'processes-none', as: 'operator', at: 'n/View_Processes' },
      { name: 'employees-before-settings', as: 'operator', at: 'n/Provisioning_Employees' },
      { name: 'leavers-before-settings', as: 'operator', at: 'n/Leavers_And_Changes' },
      { name: 'links-before-settings', as: 'admin', at: 'n/Review_Links' },
      { name: 'import-upload', as: 'admin', at: 'n/Import_Employees', picture: 'import-employees' },
      { name: 'requests-none', as: 'appadmin', at: 'n/User_Provisioning_Requests' },
      { name: 'apps-list', as: 'appadmin', at: 'n/Connected_Apps' },
      { name: 'setup-home', as: 'admin', at: 'setup/SetupOneHome/home' },
      { name: 'setup-settings', as: 'admin', at: 'setup/EmployeeUserSettings/home' },
      { name: 'setup-processes', as: 'admin', at: 'setup/ProvisioningProcesses/home' },
      { name: 'setup-apps', as: 'appadmin', at: 'setup/ManageConnectedApps/home' },
      { name: 'denied-tab', as: 'nobody', at: 'n/View_Processes' },
      { name: 'denied-setup-settings', as: 'nobody', at: 'setup/EmployeeUserSettings/home' },
      { name: 'denied-setup-processes', as: 'nobody', at: 'setup/ProvisioningProcesses/home' },
    ],
  },
  {
    name: 'a run that waits for a decision',
    prepare: async (admin) => {
      if ((await runs(admin)).length > 0) return;
      const settings = { ...WORKING_SETTINGS, leaverStatuses: ['Terminated'], leaverAction: 'Deactivate', maximumCreates: 1000 };
      const saved = await admin.put(`${API}/settings`, settings);
      expect(saved.status, JSON.stringify(saved.body)).toBe(200);
      await run(admin, { mode: 'DryRun' });
      await run(admin, { mode: 'Live' });
    },
    states: [
      { name: 'overview-decision', as: 'operator', at: 'n/Provisioning_Overview' },
      { name: 'settings-saved', as: 'admin', at: 'n/Employee_User_Settings', picture: 'employee-user-settings' },
      { name: 'settings-read-only', as: 'auditor', at: 'n/Employee_User_Settings' },
      {
        name: 'run-window',
        as: 'operator',
        at: 'n/Employee_User_Settings',
        then: async (page) => {
          await page.getByRole('button', { name: 'Run User Provisioning' }).click();
          await expect(page.getByRole('dialog')).toBeVisible();
        },
      },
      { name: 'processes-parked', as: 'operator', at: 'n/View_Processes' },
      { name: 'process-parked', as: 'operator', at: 'n/View_Processes?c__process={live}' },
      { name: 'process-parked-read-only', as: 'auditor', at: 'n/View_Processes?c__process={live}' },
      { name: 'process-dry-run', as: 'operator', at: 'n/View_Processes?c__process={dry}' },
      { name: 'employees-waiting', as: 'operator', at: 'n/Provisioning_Employees' },
    ],
  },
  {
    name: 'everybody provisioned, two left',
    prepare: async (admin) => {
      const [parked] = await runs(admin);
      if (parked!.status === 'Finished') return;
      const resumed = await admin.post(`${API}/processes/${parked!.id}/resume`, {});
      expect(resumed.status, JSON.stringify(resumed.body)).toBe(202);
      await atRest(admin, parked!.id);
      const gone = await admin.query<{ Id: string }>(
        'SELECT Id FROM Employee2 WHERE User.IsActive = true AND User.ProvisioningProcessId__c != null ORDER BY EmployeeNumber LIMIT 2',
      );
      for (const { Id } of gone) {
        const changed = await admin.patch(`/services/data/v67.0/sobjects/Employee2/${Id}`, { EmployeeStatus: 'Terminated' });
        expect(changed.status).toBe(204);
      }
    },
    states: [
      { name: 'overview', as: 'admin', at: 'n/Provisioning_Overview', picture: 'overview' },
      { name: 'processes-finished', as: 'operator', at: 'n/View_Processes' },
      { name: 'process-finished', as: 'operator', at: 'n/View_Processes?c__process={live}', picture: 'view-processes' },
      { name: 'employees-failed', as: 'operator', at: 'n/Provisioning_Employees', picture: 'employees' },
      { name: 'employees-all', as: 'auditor', at: 'n/Provisioning_Employees?c__view=All' },
      {
        name: 'employees-panel',
        as: 'operator',
        at: 'n/Provisioning_Employees',
        then: async (page) => {
          await page.getByRole('table').getByRole('row').nth(1).getByRole('button').first().click();
          await expect(page.getByRole('complementary', { name: 'Why not this person?' })).toBeVisible();
        },
      },
      { name: 'leavers-two', as: 'operator', at: 'n/Leavers_And_Changes', picture: 'leavers-and-changes' },
      { name: 'links-open', as: 'admin', at: 'n/Review_Links', picture: 'review-links' },
    ],
  },
];

interface ProcessJson {
  readonly id: string;
  readonly mode: 'DryRun' | 'Live';
  readonly status: string;
  readonly guard: string | null;
}

/** The newest first. */
const runs = async (admin: Client): Promise<ProcessJson[]> =>
  (await admin.get<{ processes: ProcessJson[] }>(`${API}/processes`)).body.processes;

/** An address below `/lightning/` with the ids of the runs that there are. */
export async function addressOf(state: PageState, admin: Client): Promise<string> {
  if (!state.at.includes('{')) return state.at;
  const ids = Object.fromEntries((await runs(admin)).map(({ mode, id }) => [mode === 'Live' ? 'live' : 'dry', id]));
  return state.at.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name]!);
}

/** Starts a run and waits until it has ended or a guard holds it. */
async function run(admin: Client, body: object): Promise<void> {
  const started = await admin.post<ProcessJson>(`${API}/processes`, body);
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  await atRest(admin, started.body.id);
}

async function atRest(admin: Client, id: string): Promise<void> {
  const moves = async (): Promise<boolean> => {
    const { status, guard } = (await admin.get<ProcessJson>(`${API}/processes/${id}`)).body;
    return status !== 'Finished' && guard === null;
  };
  await expect.poll(moves, { timeout: 120_000 }).toBe(false);
}
