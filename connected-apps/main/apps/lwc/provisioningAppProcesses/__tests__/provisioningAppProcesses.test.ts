import ProvisioningAppProcesses from 'c/provisioningAppProcesses';
import getProcesses from '@salesforce/apex/AppController.getProcesses';
import { aLiveProcess, aProcess, apex, mount, one, refusal, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppController.getProcesses', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/View_Provisioning', () => ({ default: true }), { virtual: true });

const runs = () => mount('c-provisioning-app-processes', ProvisioningAppProcesses, { appId: 'aA0' });
const table = (element: Element) =>
  one(element, 'c-provisioning-record-table') as unknown as { rows?: { cells: Record<string, object> }[] } & Record<string, unknown> &
    HTMLElement;
const appProcess = (changes: Partial<Apex.ProvisioningProcessView> = {}) => ({ ...aProcess(), scope: 'AppRequests', ...changes });

describe('c-provisioning-app-processes', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    jest.clearAllMocks();
  });

  it('shows the runs of the app, each with a link to its own page', async () => {
    apex(getProcesses).mockResolvedValue({
      processes: [appProcess({ id: 'a01', name: 'PP-000009', failed: 2, created: 3, linked: 0, updated: 1, skipped: 0 })],
      open: [],
      counts: {},
      settingsVersions: [],
      next: null,
    });
    const element = runs();
    expect(table(element).rows).toBeUndefined();
    await jest.advanceTimersByTimeAsync(0);
    expect(getProcesses).toHaveBeenCalledWith({ appId: 'aA0', pageSize: 20, after: null });
    expect(table(element).rows?.[0]?.cells).toMatchObject({
      run: { text: 'PP-000009', reference: { state: { c__process: 'a01' } } },
      status: { text: 'Finished', tone: 'good' },
      scope: { text: 'Requests' },
      progress: { second: '3 created, 1 updated, 2 failed' },
    });
    expect(textOf(element)).not.toContain('View Provisioning');
  });

  it('counts accounts where a run goes through accounts, and says how many were linked', async () => {
    apex(getProcesses).mockResolvedValue({
      processes: [appProcess({ scope: 'AppAnalyze', processed: 3, total: 3, created: 0, linked: 2, updated: 0, skipped: 1, failed: 0 })],
      open: [],
      counts: {},
      settingsVersions: [],
      next: null,
    });
    const element = runs();
    await jest.advanceTimersByTimeAsync(0);
    expect(table(element).rows?.[0]?.cells).toMatchObject({ progress: { text: '3 of 3 accounts', second: '2 linked, 1 unchanged' } });
  });

  it('is accessible while it says that there are none', async () => {
    jest.useRealTimers();
    apex(getProcesses).mockResolvedValue({ processes: [], open: [], counts: {}, settingsVersions: [], next: null });
    const element = runs();
    expect(table(element).emptyHeading).toBe('No runs yet');
    await expect(element).toBeAccessible();
  });

  it('looks again while a run is live, and not while more than a page is shown', async () => {
    apex(getProcesses).mockResolvedValue({
      processes: [{ ...aLiveProcess(), scope: 'AppRequests' }],
      open: [],
      counts: {},
      settingsVersions: [],
      next: 'PP-000001',
    });
    const element = runs();
    await jest.advanceTimersByTimeAsync(3000);
    expect(getProcesses).toHaveBeenCalledTimes(2);
    apex(getProcesses).mockResolvedValue({
      processes: [appProcess({ id: 'a02' })],
      open: [],
      counts: {},
      settingsVersions: [],
      next: null,
    });
    table(element).dispatchEvent(new CustomEvent('more'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(getProcesses).toHaveBeenCalledTimes(3);
    expect(getProcesses).toHaveBeenLastCalledWith({ appId: 'aA0', pageSize: 20, after: 'PP-000001' });
    expect(table(element).rows).toHaveLength(2);
  });

  it('says why there are none, asks again, and follows another app', async () => {
    apex(getProcesses).mockRejectedValueOnce(refusal('No access.'));
    const element = runs();
    await jest.advanceTimersByTimeAsync(0);
    expect(table(element).failure).toBe('No access.');
    apex(getProcesses).mockResolvedValue({ processes: [], open: [], counts: {}, settingsVersions: [], next: null });
    table(element).dispatchEvent(new CustomEvent('retry'));
    await jest.advanceTimersByTimeAsync(0);
    expect(table(element).failure).toBe('');
    element.appId = 'aA1';
    await jest.advanceTimersByTimeAsync(0);
    expect(getProcesses).toHaveBeenLastCalledWith({ appId: 'aA1', pageSize: 20, after: null });
  });
});
