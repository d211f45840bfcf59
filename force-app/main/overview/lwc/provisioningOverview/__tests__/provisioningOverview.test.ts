import ProvisioningOverview from 'c/provisioningOverview';
import ProvisioningRunConfirmation from 'c/provisioningRunConfirmation';
import * as navigation from 'lightning/navigation';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import startDryRun from '@salesforce/apex/ProvisioningController.startDryRun';
import startRun from '@salesforce/apex/ProvisioningController.startRun';
import getOpenRuns from '@salesforce/apex/ProvisioningOverviewController.getOpenRuns';
import getOverview from '@salesforce/apex/ProvisioningOverviewController.getOverview';
import {
  aCause,
  aFinding,
  all,
  aLiveProcess,
  apex,
  aPreview,
  aProcess,
  aStartedProcess,
  labelled,
  mount,
  one,
  refusal,
  textOf,
} from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningController.getRunPreview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.startDryRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.startRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningOverviewController.getOpenRuns', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningOverviewController.getOverview', () => ({ default: jest.fn() }), { virtual: true });

interface Page {
  readonly attributes: { readonly apiName: string };
  readonly state: object;
}
interface Step {
  readonly name: string;
  readonly text: string;
  readonly isDone: boolean;
  readonly isPossible: boolean;
}

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const open = jest.spyOn(ProvisioningRunConfirmation, 'open');
const running = () =>
  aLiveProcess({ id: 'a29', name: 'PP-000029', state: 'Processing', stateText: 'Processing', total: 100, processed: 55, failed: 3 });

const anOverview = (changes: Partial<Apex.ProvisioningOverview> = {}): Apex.ProvisioningOverview => ({
  hasSettings: true,
  mayRun: true,
  mayImport: true,
  sourceLabel: 'Employee',
  status: 'Active',
  versionNumber: 7,
  savedAt: '2026-11-26T10:00:00.000Z',
  savedBy: 'Admin',
  isAutomatic: true,
  leaverAction: 'Freeze',
  counts: { All: 2640, WithUser: 2540, Waiting: 58, Leavers: 12, Returns: 1 },
  created: 2500,
  causes: [aCause({ cause: 'MISSING_FIELD', count: 41 }), aCause({ cause: 'USERNAME_TAKEN', count: 7 })],
  findings: [aFinding({ code: 'SEATS', severity: 'warning', message: 'Short of seats', fix: 'Buy seats' })],
  seats: [{ field: 'profileId', name: 'Salesforce', total: 5000, used: 2556, countedAt: null, reserve: 0, left: 2444 }],
  open: [],
  nightly: ['Changes'],
  runs: [aProcess({ id: 'a27', name: 'PP-000027', created: 2500, linked: 40, updated: 0, skipped: 0, failed: 58 })],
  parts: [],
  hasRun: true,
  hasDryRun: true,
  month: {
    medianMinutes: 4,
    runs: 27,
    created: 2500,
    linked: 40,
    updated: 80,
    failed: 60,
    settled: 2,
    firstDay: '2026-10-29',
    unresolved: [0, 0, 58],
  },
  ...changes,
});
async function page(overview?: Apex.ProvisioningOverview) {
  if (overview) {
    apex(getOverview).mockResolvedValue(overview);
    apex(getOpenRuns).mockResolvedValue(overview.open);
  }
  const element = mount('c-provisioning-overview', ProvisioningOverview, {});
  await jest.advanceTimersByTimeAsync(0);
  return element;
}
const tiles = (element: Element) =>
  one(element, 'c-provisioning-stat-tiles').tiles as { label: string; value: number; note: string; opens?: boolean }[];
const steps = (element: Element) => one(element, 'c-provisioning-setup-guide').steps as readonly Step[];
const needs = (element: Element) =>
  (one(element, 'c-provisioning-need-list').needs as { heading: string; action: string; page: Page }[]).map((need) => [
    need.heading,
    need.action,
    need.page.attributes.apiName,
    need.page.state,
  ]);
const fire = (element: Element, tag: string, type: string, detail: unknown) =>
  one(element, tag).dispatchEvent(new CustomEvent(type, { detail }));
const lastPage = () => (navigate.mock.lastCall as [Page])[0];
const runButton = (element: Element) => labelled(element, 'lightning-button', 'Run User Provisioning');

describe('c-provisioning-overview', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    apex(getOverview).mockResolvedValue(anOverview());
    apex(getOpenRuns).mockResolvedValue([]);
    apex(getRunPreview).mockResolvedValue(aPreview());
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  it('holds the places while it loads', async () => {
    apex(getOverview).mockReturnValue(new Promise(() => undefined));
    const element = await page();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says where people stand, what needs somebody, and what ran', async () => {
    const element = await page();
    expect(one(element, 'c-provisioning-page-heading').subtitle).toBe(
      'Employee · Settings version 7, saved Nov 26 by Admin · Automatic provisioning on',
    );
    expect(tiles(element).map(({ label, value, note }) => [label, value, note])).toEqual([
      ['Employees', 2640, 'Show everybody'],
      ['With a user', 2540, '2,500 created, 40 linked'],
      ['Waiting for a user', 58, '48 failed, 10 not tried yet'],
      ['Leavers who can sign in', 12, 'Show leavers'],
      ['Back, but locked out', 1, 'Show returns'],
    ]);
    expect(one(element, 'c-provisioning-chart-stacked-bar').label).toBe('2,500 created, 40 linked, 48 failed, 10 not tried yet');
    expect(textOf(element)).toContain('Why 48 people wait');
    expect(textOf(element)).toContain('2 of 60');
    expect(textOf(element)).toContain('Hire to user, median 4 min');
    expect(one(element, 'c-provisioning-running-card').nightly).toEqual(['Changes']);
    expect(one(element, 'c-provisioning-chart-runs')).toMatchObject({
      heading: 'Runs',
      text: 'The last live run, people on top of each column',
      empty: 'No live run yet.',
    });
    expect(one(element, 'c-provisioning-chart-runs').runs).toHaveLength(1);
    expect(one(element, 'c-provisioning-chart-sparkline').label).toBe('0 on Oct 29, 58 today');
    expect(all(element, 'c-provisioning-setup-guide')).toHaveLength(0);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('names what needs somebody, the worst first, each with the page where it is settled', async () => {
    const parked = { ...running(), id: 'a30', name: 'PP-000030', guard: 'MAXIMUM_LOCKOUTS', state: 'Parked', statusMessage: 'Too many.' };
    const silent = { ...running(), id: 'a31', name: 'PP-000031', state: 'Silent', silentSince: '2026-11-27T09:00:00.000Z' };
    const element = await page(
      anOverview({
        open: [parked, silent],
        runs: [aProcess({ id: 'a32', name: 'PP-000032', status: 'Failed', statusMessage: 'No mandate.' })],
        findings: [
          aFinding({ code: 'RECIPIENT_INACTIVE', severity: 'warning', message: 'A recipient left' }),
          aFinding({ code: 'NO_MANDATE', severity: 'error', message: 'Nobody answers' }),
        ],
      }),
    );
    expect(needs(element)).toEqual([
      ['PP-000030 waits for a decision', 'Decide', 'View_Processes', { c__process: 'a30' }],
      ['PP-000031 gives no sign of life', 'Open run', 'View_Processes', { c__process: 'a31' }],
      ['PP-000032 did not reach its end', 'Open run', 'View_Processes', { c__process: 'a32' }],
      ['Nobody answers', 'Open settings', 'Employee_User_Settings', {}],
      ['48 employees failed', 'Review and retry', 'Provisioning_Employees', { c__view: 'Waiting', c__outcome: 'Failed' }],
      ['12 leavers can still sign in', 'Review leavers', 'Leavers_And_Changes', {}],
      ['A recipient left', 'Change recipients', 'Employee_User_Settings', { c__section: 'notifications' }],
    ]);
  });

  it('shows the cards of other features, and what they need', async () => {
    const line = { id: 'x1', name: 'Expense Cloud', note: '26 wait', word: 'Stopped', icon: 'utility:ban', tone: 'bad', need: 'Refused.' };
    const part = { title: 'Connected apps', empty: null, page: 'Connected_Apps', parameter: 'c__app', action: 'Open app' };
    const element = await page(
      anOverview({ causes: [], findings: [], leaverAction: null, parts: [{ ...part, lines: [line, { ...line, id: 'x2', need: null }] }] }),
    );
    expect(needs(element)).toEqual([['Expense Cloud: Stopped', 'Open app', 'Connected_Apps', { c__app: 'x1' }]]);
    expect(one(element, 'c-provisioning-overview-part').card).toMatchObject({ title: 'Connected apps' });
  });

  it('needs nobody where nothing is wrong', async () => {
    const counts = { All: 3, WithUser: 3, Waiting: 0, Leavers: 0, Returns: 0 };
    const element = await page(anOverview({ counts, causes: [], findings: [] }));
    expect(needs(element)).toEqual([]);
    expect(textOf(element)).toContain('Why people wait');
    expect(textOf(element)).toContain('Nobody waits because of a failure.');
  });

  it('leads to the people behind a tile, to the page of a need and to the runs', async () => {
    const element = await page();
    fire(element, 'c-provisioning-stat-tiles', 'open', 'WithUser');
    expect(lastPage()).toMatchObject({ attributes: { apiName: 'Provisioning_Employees' }, state: { c__view: 'WithUser' } });
    fire(element, 'c-provisioning-need-list', 'go', { attributes: { apiName: 'Leavers_And_Changes' }, state: {} });
    expect(lastPage().attributes.apiName).toBe('Leavers_And_Changes');
    labelled(element, 'lightning-button', 'View Processes').click();
    expect(lastPage().attributes.apiName).toBe('View_Processes');
  });

  it('leads to no leavers where the settings know none', async () => {
    const element = await page(anOverview({ leaverAction: null }));
    expect(tiles(element)[3]).toMatchObject({ opens: false, note: 'The settings name no leavers' });
    expect(needs(element).map(([heading]) => heading)).not.toContain('12 leavers can still sign in');
  });

  it('shows the way to the first run, and that people were loaded before anybody saved settings', async () => {
    const element = await page(
      anOverview({
        hasSettings: false,
        hasRun: false,
        hasDryRun: false,
        runs: [],
        causes: [],
        findings: [],
        seats: [],
        counts: { All: 2640, WithUser: 0, Waiting: 0, Leavers: 0, Returns: 0 },
        status: null,
        created: 0,
        leaverAction: null,
      }),
    );
    expect(steps(element).map(({ name, isDone, isPossible }) => [name, isDone, isPossible])).toEqual([
      ['settings', false, true],
      ['load', true, true],
      ['dryRun', false, false],
      ['run', false, false],
    ]);
    expect(steps(element)[0]!.text).toBe('2,640 employees are loaded already. Save the settings to say what they get.');
    expect(runButton(element).disabled).toBe(true);
    expect(all(element, '[data-card]')).toHaveLength(0);
    fire(element, 'c-provisioning-setup-guide', 'step', 'settings');
    expect(lastPage().attributes.apiName).toBe('Employee_User_Settings');
    fire(element, 'c-provisioning-setup-guide', 'step', 'load');
    expect(lastPage().attributes.apiName).toBe('Import_Employees');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('counts those in the status once there are settings', async () => {
    const counts = { All: 9, WithUser: 0, Waiting: 0, Leavers: 0, Returns: 0 };
    const element = await page(anOverview({ hasRun: false, hasDryRun: false, counts, causes: [] }));
    expect(steps(element)[1]!.text).toBe('No employee is in status Active yet. Import a CSV file, or load through the API.');
  });

  it('asks before a run, starts what is chosen and says so', async () => {
    open.mockResolvedValue('dryRun');
    apex(startDryRun).mockResolvedValue(aStartedProcess({ name: 'PP-000040' }));
    const element = await page();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent<{ title: string }>).detail.title));
    runButton(element).click();
    await jest.advanceTimersByTimeAsync(0);
    expect(toast).toHaveBeenCalledWith('Dry run PP-000040 has started');
    expect(apex(startRun)).not.toHaveBeenCalled();
    expect(apex(getOverview)).toHaveBeenCalledTimes(2);
  });

  it('says why a run did not start', async () => {
    open.mockResolvedValue('run');
    apex(startRun).mockRejectedValue(refusal('PP-000039 is running.'));
    const element = await page();
    runButton(element).click();
    await jest.advanceTimersByTimeAsync(0);
    expect(one(element, '[role="alert"]').textContent).toBe('PP-000039 is running.');
  });

  it('lets whoever may only look see everything, and says what is missing', async () => {
    const element = await page(anOverview({ mayRun: false }));
    expect(runButton(element).disabled).toBe(true);
    expect(one(element, '[data-read-only]').textContent).toBe(
      'You lack the permission “Run Provisioning”. Provisioning Operator and Provisioning Admin have it.',
    );
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says what went wrong and tries again', async () => {
    apex(getOverview).mockRejectedValueOnce(refusal('You lack the permission “View Provisioning”.'));
    const element = await page();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('You lack the permission “View Provisioning”.');
    fire(element, 'c-provisioning-error-panel', 'retry', null);
    await jest.advanceTimersByTimeAsync(0);
    expect(all(element, 'c-provisioning-error-panel')).toHaveLength(0);
    expect(needs(element)).not.toEqual([]);
  });

  it('looks every three seconds while something runs, says each tenth, and asks for everything when a run has ended', async () => {
    const element = await page(anOverview({ open: [running()] }));
    const said = jest.fn();
    one(element, '[data-voice]').addEventListener('say', (event) => said((event as CustomEvent).detail));
    apex(getOpenRuns).mockResolvedValue([{ ...running(), processed: 61, failed: 4 }]);
    await jest.advanceTimersByTimeAsync(3000);
    expect(said).toHaveBeenCalledWith('PP-000029: 60 percent, 4 failed');
    expect((one(element, 'c-provisioning-running-card').runs as { processed: number }[])[0]!.processed).toBe(61);
    await jest.advanceTimersByTimeAsync(3000);
    expect(said).toHaveBeenCalledTimes(1);
    expect(apex(getOverview)).toHaveBeenCalledTimes(1);
    apex(getOverview).mockResolvedValue(anOverview());
    apex(getOpenRuns).mockResolvedValue([]);
    await jest.advanceTimersByTimeAsync(3000);
    expect(apex(getOverview)).toHaveBeenCalledTimes(2);
    expect(one(element, 'c-provisioning-running-card').runs).toEqual([]);
  });

  it('keeps the numbers when the connection is lost, and says since when they stand', async () => {
    const element = await page(anOverview({ open: [running()] }));
    apex(getOpenRuns).mockRejectedValue(refusal('No connection'));
    await jest.advanceTimersByTimeAsync(3000);
    expect(one(element, '[data-updated]').textContent).toMatch(/^Not updated since /);
    expect(all(element, 'c-provisioning-error-panel')).toHaveLength(0);
    apex(getOpenRuns).mockResolvedValue([running()]);
    await jest.advanceTimersByTimeAsync(3000);
    expect(one(element, '[data-updated]').textContent).toMatch(/^Updated /);
  });

  it('links each cause to the people behind it, and says how many more causes there are', async () => {
    const names = ['MISSING_FIELD', 'EMAIL', 'TOO_LONG', 'LICENSE', 'LINK', 'DUPLICATE', 'OTHER'];
    const causes = names.map((cause, index) => aCause({ cause, label: cause, count: 9 - index }));
    const element = await page(anOverview({ causes }));
    const bars = one(element, 'c-provisioning-chart-bars').bars as { reference: Page }[];
    expect(bars.map(({ reference }) => reference.state)).toEqual(
      names.slice(0, 5).map((c__cause) => ({ c__view: 'Waiting', c__outcome: 'Failed', c__cause })),
    );
    expect(one(element, 'c-provisioning-chart-frame').rows).toHaveLength(7);
    expect(all(element, 'c-provisioning-page-link').map(({ label }) => label)).toContain('2 more causes');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it.each([
    [null, ''],
    [0, 'under 1 min'],
    [119, '119 min'],
    [120, '2 h'],
    [60 * 48, '2 days'],
  ])('says how long %o minutes are', async (medianMinutes, text) => {
    const month = { ...anOverview().month!, medianMinutes };
    const shown = textOf(await page(anOverview({ month })));
    expect(shown.includes('Hire to user, median')).toBe(text !== '');
    expect(shown).toContain(text);
  });
});
