import ViewProcesses from 'c/viewProcesses';
import { CurrentPageReference } from 'lightning/navigation';
import * as navigation from 'lightning/navigation';
import getOverview from '@salesforce/apex/EmployeeLifecycleController.getOverview';
import getItems from '@salesforce/apex/ProvisioningProcessController.getItems';
import getProcess from '@salesforce/apex/ProvisioningProcessController.getProcess';
import getProcesses from '@salesforce/apex/ProvisioningProcessController.getProcesses';
import cancelRun from '@salesforce/apex/ProvisioningController.cancelRun';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import resumeRun from '@salesforce/apex/ProvisioningController.resumeRun';
import retryRun from '@salesforce/apex/ProvisioningController.retryRun';
import startRun from '@salesforce/apex/ProvisioningController.startRun';
import ProvisioningRunConfirmation from 'c/provisioningRunConfirmation';
import LightningConfirm from 'lightning/confirm';
import { apex, all, aLiveProcess, anItem, aPreview, aProcess, aStartedProcess, mount, one, refusal, textOf, labelled } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.getOverview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningProcessController.getItems', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningProcessController.getProcess', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningProcessController.getProcesses', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.cancelRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.getRunPreview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.resumeRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.retryRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.startDryRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.startRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Run_Provisioning', () => ({ default: true }), { virtual: true });

const address = CurrentPageReference as unknown as { emit(reference: unknown): void };
const COUNTS = { All: 12, WithFailures: 3, DryRuns: 2, Mine: 1 };
const { navigate } = navigation as unknown as { navigate: jest.Mock };
const list = (element: Element) => one(element, 'c-provisioning-process-list');
const shown = (element: Element) =>
  (list(element).processes as readonly Apex.ProvisioningProcessView[] | undefined)?.map((process) => process.id);
const running = (element: Element) => one(element, 'c-provisioning-active-runs');
const aPage = (changes: Partial<Apex.ProvisioningProcessPage> = {}): Apex.ProvisioningProcessPage => ({
  open: [],
  processes: [aProcess()],
  counts: COUNTS,
  settingsVersions: ['Version 3', 'Version 2'],
  next: null,
  ...changes,
});
async function choose(element: Element, action: string, id = aProcess().id) {
  list(element).dispatchEvent(new CustomEvent('rowaction', { detail: { id, action } }));
  await jest.advanceTimersByTimeAsync(0);
}
const leadsTo = (process: string | null) => {
  const [place] = navigate.mock.lastCall as [{ state: object }];
  expect(place.state).toEqual({ c__process: process });
};
const toldOf = (element: Element) => {
  const titles: unknown[] = [];
  element.addEventListener('lightning__showtoast', (event) => titles.push((event as CustomEvent<{ title: string }>).detail.title));
  return titles;
};

async function page() {
  const element = mount('c-view-processes', ViewProcesses);
  await jest.advanceTimersByTimeAsync(0);
  return element;
}

describe('c-view-processes', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    apex(getProcesses).mockResolvedValue(aPage());
    apex(getProcess).mockResolvedValue(aProcess());
    apex(getOverview).mockResolvedValue({ mayRun: true, leaverAction: null, leaverStatuses: [], scopes: [] });
    apex(getItems).mockResolvedValue({ items: [], next: null });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  it('shows that it is loading', async () => {
    apex(getProcesses).mockReturnValue(new Promise(() => undefined));
    const element = await page();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('lists the runs', async () => {
    const element = await page();
    expect(one(element, 'c-provisioning-page-heading').heading).toBe('View Processes');
    expect(shown(element)).toEqual([aProcess().id]);
    expect(all(element, 'h2').map(({ textContent }) => textContent)).toEqual(['Active', 'Finished']);
    expect(one(element, 'c-provisioning-chart-runs').heading).toBe('History');
    expect(list(element).total).toBe(12);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('looks every three seconds while a run is live, and rarely otherwise', async () => {
    apex(getProcesses).mockResolvedValueOnce(aPage({ open: [aLiveProcess()] }));
    await page();
    await jest.advanceTimersByTimeAsync(3000);
    expect(getProcesses).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(14_999);
    expect(getProcesses).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(getProcesses).toHaveBeenCalledTimes(3);
  });

  it('keeps older pages when it looks again', async () => {
    apex(getProcesses)
      .mockResolvedValueOnce(aPage({ open: [aLiveProcess()], processes: [aProcess({ id: '1' })], next: 'cursor' }))
      .mockResolvedValueOnce(aPage({ processes: [aProcess({ id: '2' })] }));
    const element = await page();
    expect(list(element).hasMore).toBe(true);
    list(element).dispatchEvent(new CustomEvent('more'));
    await jest.advanceTimersByTimeAsync(0);
    expect(getProcesses).toHaveBeenLastCalledWith({ filter: {}, pageSize: 20, after: 'cursor' });
    expect(shown(element)).toEqual(['1', '2']);
    apex(getProcesses).mockResolvedValue(aPage({ processes: [aProcess({ id: '3' }), aProcess({ id: '1' })], next: 'cursor' }));
    await jest.advanceTimersByTimeAsync(3000);
    expect(shown(element)).toEqual(['3', '1', '2']);
  });

  it('shows what runs apart from what has ended, and draws live runs only', async () => {
    const processes = [aProcess({ id: '1', mode: 'DryRun' }), aProcess({ id: '2' })];
    apex(getProcesses).mockResolvedValue(aPage({ open: [aLiveProcess({ id: '3' })], processes }));
    const element = await page();
    expect((running(element).runs as { id: string }[]).map(({ id }) => id)).toEqual(['3']);
    expect((one(element, 'c-provisioning-chart-runs').runs as { id: string }[]).map(({ id }) => id)).toEqual(['2']);
    expect(one(element, '.slds-badge').textContent).toBe('1');
  });

  it('shows why it could not load, stops, and loads again on demand', async () => {
    apex(getProcesses).mockRejectedValueOnce(refusal('You need View Provisioning.'));
    const element = await page();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('You need View Provisioning.');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(getProcesses).toHaveBeenCalledTimes(1);
    one(element, 'c-provisioning-error-panel').dispatchEvent(new CustomEvent('retry'));
    await jest.advanceTimersByTimeAsync(0);
    expect(all(element, 'c-provisioning-process-list')).toHaveLength(1);
    expect(all(element, 'c-provisioning-error-panel')).toHaveLength(0);
  });

  it('keeps what it shows when a later look fails', async () => {
    const element = await page();
    apex(getProcesses).mockRejectedValueOnce(refusal('The server did not answer.'));
    await jest.advanceTimersByTimeAsync(15_000);
    expect(one(element, 'c-provisioning-error-panel').message).toBe('The server did not answer.');
    expect(shown(element)).toEqual([aProcess().id]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('stops a run once somebody is sure, and leads to the decision about a parked one', async () => {
    apex(getProcesses).mockResolvedValue(aPage({ open: [aLiveProcess({ id: 'a34' })] }));
    const sure = jest.spyOn(LightningConfirm, 'open');
    const element = await page();
    const stop = async (answer: boolean) => {
      sure.mockResolvedValueOnce(answer);
      running(element).dispatchEvent(new CustomEvent('stop', { detail: 'a34' }));
      await jest.advanceTimersByTimeAsync(0);
    };
    await stop(false);
    await stop(true);
    expect(cancelRun).toHaveBeenCalledTimes(1);
    expect(cancelRun).toHaveBeenCalledWith({ processId: 'a34' });
    running(element).dispatchEvent(new CustomEvent('decide', { detail: 'a34' }));
    await jest.advanceTimersByTimeAsync(0);
    leadsTo('a34');
  });

  it('does from the menu of a run what its page would do', async () => {
    apex(retryRun).mockResolvedValue(aStartedProcess({ id: 'a40', name: 'PP-000040' }));
    apex(resumeRun).mockResolvedValue(aProcess());
    apex(getRunPreview).mockResolvedValue(aPreview());
    apex(startRun).mockResolvedValue(aStartedProcess({ id: 'a41', name: 'PP-000041' }));
    jest.spyOn(ProvisioningRunConfirmation, 'open').mockResolvedValue('run');
    const { id } = aProcess();
    const element = await page();
    const told = toldOf(element);
    await choose(element, 'open');
    leadsTo(id);
    await choose(element, 'retry');
    expect(retryRun).toHaveBeenCalledWith({ processId: id, cause: null, employeeIds: [] });
    leadsTo('a40');
    await choose(element, 'resume');
    expect(resumeRun).toHaveBeenCalledWith({ processId: id });
    leadsTo(id);
    await choose(element, 'runForReal');
    leadsTo('a41');
    expect(told).toEqual(['PP-000040 tries them again', expect.stringContaining('PP-000041')]);
  });

  it('starts a run over everybody through its window, and leads to it', async () => {
    apex(getRunPreview).mockResolvedValue(aPreview());
    apex(startRun).mockResolvedValue(aStartedProcess({ id: 'a41', name: 'PP-000041' }));
    jest.spyOn(ProvisioningRunConfirmation, 'open').mockResolvedValue('run');
    const element = await page();
    labelled(element, 'lightning-button', 'Run User Provisioning').click();
    await jest.advanceTimersByTimeAsync(0);
    leadsTo('a41');
    expect(startRun).toHaveBeenCalledTimes(1);
  });

  it('hands everybody of a run over as a file, telling how far it is', async () => {
    let answer: (page: Apex.ProvisioningItemPage) => void = () => undefined;
    apex(getItems)
      .mockResolvedValueOnce({ items: [anItem(), anItem()], next: 'PI-2' })
      .mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const element = await page();
    await choose(element, 'export');
    expect(one(element, '[role="status"]').textContent).toBe('2 people fetched for the file');
    answer({ items: [anItem()], next: null });
    await jest.advanceTimersByTimeAsync(0);
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
    expect(all(element, '[role="status"]')).toHaveLength(0);
  });

  it('says why an action was refused, and stays', async () => {
    apex(retryRun).mockRejectedValue(refusal('Nobody is left to try again.'));
    const element = await page();
    await choose(element, 'retry');
    expect(textOf(element)).toContain('Nobody is left to try again.');
    expect(navigate).not.toHaveBeenCalled();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows the run that the address names, and the list when it names none', async () => {
    const element = await page();
    address.emit({ type: 'standard__navItemPage', attributes: {}, state: { c__process: 'a01' } });
    await jest.advanceTimersByTimeAsync(0);
    expect(one(element, 'c-provisioning-process-detail').processId).toBe('a01');
    address.emit({ type: 'standard__navItemPage', attributes: {}, state: {} });
    await jest.advanceTimersByTimeAsync(0);
    expect(all(element, 'c-provisioning-process-detail')).toHaveLength(0);
    expect(all(element, 'c-provisioning-process-list')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('keeps view, filters and search in the address, and asks the server by them', async () => {
    const element = await page();
    const place = { type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' }, state: {} };
    address.emit(place);
    const bar = one(element, 'c-provisioning-filter-bar');
    expect((bar.segments as { label: string; count: number }[]).map(({ label, count }) => `${label} ${count}`)).toEqual(['All 12', 'With failures 3', 'Dry runs 2', 'Mine 1']); // prettier-ignore
    bar.dispatchEvent(
      new CustomEvent('filter', {
        detail: {
          segment: 'WithFailures',
          search: 'ada',
          filters: { status: 'Finished', scope: '', trigger: '', started: '', settingsVersion: 'Version 2' },
        },
      }),
    );
    const state = {
      c__view: 'WithFailures',
      c__search: 'ada',
      c__status: 'Finished',
      c__scope: undefined,
      c__trigger: undefined,
      c__started: undefined,
      c__settingsVersion: 'Version 2',
    };
    expect(navigate).toHaveBeenLastCalledWith({ ...place, state }, true);
    apex(getProcesses).mockResolvedValue(aPage({ processes: [] }));
    address.emit({ ...place, state });
    await jest.advanceTimersByTimeAsync(0);
    const filter = { withFailures: 'true', status: 'Finished', settingsVersion: 'Version 2', search: 'ada' };
    expect(getProcesses).toHaveBeenLastCalledWith({ filter, pageSize: 20, after: null });
    expect(list(element)).toMatchObject({ narrowed: true, total: null, processes: [] });
    address.emit({ ...place, state: { c__view: 'Mine' } });
    await jest.advanceTimersByTimeAsync(0);
    expect(getProcesses).toHaveBeenLastCalledWith({ filter: { requestedBy: 'me' }, pageSize: 20, after: null });
    expect(list(element).total).toBe(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it.each([
    ['1', { from: '2026-11-30' }],
    ['7', { from: '2026-11-24' }],
    ['30', { from: '2026-11-01' }],
    ['someday', {}],
  ])('asks for what began in the last days, as the reader counts days: %s', async (days, filter) => {
    jest.setSystemTime(Date.parse('2026-11-30T12:00:00.000Z'));
    const element = await page();
    address.emit({ type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' }, state: { c__started: days } });
    await jest.advanceTimersByTimeAsync(0);
    expect(getProcesses).toHaveBeenLastCalledWith({ filter, pageSize: 20, after: null });
    expect(list(element).narrowed).toBe(days !== 'someday');
  });

  it('offers the settings that there are runs of, and those of the address', async () => {
    const element = await page();
    const choices = () => {
      const filters = one(element, 'c-provisioning-filter-bar').filters as { label: string; options: { label: string }[] }[];
      return Object.fromEntries(filters.map(({ label, options }) => [label, options.map((option) => option.label)]));
    };
    expect(choices().Started).toEqual(['Any time', 'Today', 'Last 7 days', 'Last 30 days']);
    expect(choices().Settings).toEqual(['Any settings', 'Version 3', 'Version 2']);
    address.emit({ type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' }, state: { c__settingsVersion: 'Version 1' } });
    await jest.advanceTimersByTimeAsync(0);
    expect(choices().Settings).toEqual(['Any settings', 'Version 3', 'Version 2', 'Version 1']);
  });

  it('says how old the list is, and since when the server has not answered', async () => {
    const element = await page();
    const age = one(element, 'c-provisioning-updated-ago');
    expect(age).toMatchObject({ since: Date.now(), stale: false });
    const answered = Date.now();
    apex(getProcesses).mockRejectedValue(refusal('The server is gone.'));
    await jest.advanceTimersByTimeAsync(15_000);
    expect(age).toMatchObject({ since: answered, stale: true });
    expect(all(element, 'c-provisioning-process-list')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
