import ViewProcesses from 'c/viewProcesses';
import { CurrentPageReference } from 'lightning/navigation';
import * as navigation from 'lightning/navigation';
import getOverview from '@salesforce/apex/EmployeeLifecycleController.getOverview';
import getCauses from '@salesforce/apex/ProvisioningProcessController.getCauses';
import getEvents from '@salesforce/apex/ProvisioningProcessController.getEvents';
import getItems from '@salesforce/apex/ProvisioningProcessController.getItems';
import getProcess from '@salesforce/apex/ProvisioningProcessController.getProcess';
import getProcesses from '@salesforce/apex/ProvisioningProcessController.getProcesses';
import { apex, all, aLiveProcess, aProcess, labelled, mount, one, refusal } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.getOverview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningProcessController.getCauses', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningProcessController.getEvents', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningProcessController.getItems', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningProcessController.getProcess', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningProcessController.getProcesses', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.cancelRun', () => ({ default: jest.fn() }), { virtual: true });

const address = CurrentPageReference as unknown as { emit(reference: unknown): void };
const COUNTS = { All: 12, WithFailures: 3, DryRuns: 2, Mine: 1 };
const { navigate } = navigation as unknown as { navigate: jest.Mock };
const shown = (element: Element) =>
  (one(element, 'c-provisioning-process-list').processes as readonly Apex.ProvisioningProcessView[]).map((process) => process.id);

async function page() {
  const element = mount('c-view-processes', ViewProcesses);
  await jest.advanceTimersByTimeAsync(0);
  return element;
}

describe('c-view-processes', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    apex(getProcesses).mockResolvedValue({ processes: [aProcess()], counts: COUNTS, next: null });
    apex(getProcess).mockResolvedValue(aProcess());
    apex(getCauses).mockResolvedValue([]);
    apex(getOverview).mockResolvedValue({ mayRun: true, leaverAction: null, leaverStatuses: [], scopes: [] });
    apex(getEvents).mockResolvedValue({ events: [], next: null });
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
    expect(one(element, 'h1').textContent).toBe('View Processes');
    expect(shown(element)).toEqual([aProcess().id]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('looks every three seconds while a run is live, and rarely otherwise', async () => {
    apex(getProcesses).mockResolvedValueOnce({ processes: [aLiveProcess()], counts: COUNTS, next: null });
    await page();
    await jest.advanceTimersByTimeAsync(3000);
    expect(getProcesses).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(14_999);
    expect(getProcesses).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(getProcesses).toHaveBeenCalledTimes(3);
  });

  it('keeps older pages when it looks again', async () => {
    const next = { processes: [aProcess({ id: '2' })], counts: COUNTS, next: null };
    apex(getProcesses)
      .mockResolvedValueOnce({ processes: [aLiveProcess({ id: '1' })], counts: COUNTS, next: 'cursor' })
      .mockResolvedValueOnce(next);
    const element = await page();
    labelled(element, 'lightning-button', 'Load More').click();
    await jest.advanceTimersByTimeAsync(0);
    expect(getProcesses).toHaveBeenLastCalledWith({ filter: {}, pageSize: 20, after: 'cursor' });
    expect(shown(element)).toEqual(['1', '2']);
    apex(getProcesses).mockResolvedValue({ processes: [aProcess({ id: '3' }), aProcess({ id: '1' })], counts: COUNTS, next: 'cursor' });
    await jest.advanceTimersByTimeAsync(3000);
    expect(shown(element)).toEqual(['3', '1', '2']);
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
    expect((bar.segments as { label: string; count: number }[]).map(({ label, count }) => `${label} ${count}`)).toEqual(['All 12', 'With failures 3', 'Dry runs 2']); // prettier-ignore
    bar.dispatchEvent(
      new CustomEvent('filter', {
        detail: { segment: 'WithFailures', search: 'ada', filters: { status: 'Finished', scope: '', trigger: '' } },
      }),
    );
    const state = { c__view: 'WithFailures', c__search: 'ada', c__status: 'Finished', c__scope: undefined, c__trigger: undefined };
    expect(navigate).toHaveBeenLastCalledWith({ ...place, state }, true);
    apex(getProcesses).mockResolvedValue({ processes: [], counts: COUNTS, next: null });
    address.emit({ ...place, state });
    await jest.advanceTimersByTimeAsync(0);
    const filter = { withFailures: 'true', status: 'Finished', search: 'ada' };
    expect(getProcesses).toHaveBeenLastCalledWith({ filter, pageSize: 20, after: null });
    expect(one(element, 'c-provisioning-empty-state').heading).toBe('No process matches');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
