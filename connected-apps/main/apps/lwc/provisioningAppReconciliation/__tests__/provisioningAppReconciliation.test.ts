import ProvisioningAppReconciliation from 'c/provisioningAppReconciliation';
import ProvisioningDecideAll from 'c/provisioningDecideAll';
import LightningConfirm from 'lightning/confirm';
import type { Step } from 'c/provisioningStepPath';
import decide from '@salesforce/apex/AppAccountsController.decide';
import getAccounts from '@salesforce/apex/AppAccountsController.getAccounts';
import getDrift from '@salesforce/apex/AppReconciliationController.getDrift';
import getProcess from '@salesforce/apex/AppReconciliationController.getProcess';
import getReconciliation from '@salesforce/apex/AppReconciliationController.getReconciliation';
import resume from '@salesforce/apex/AppReconciliationController.resume';
import start from '@salesforce/apex/AppReconciliationController.start';
import { aCandidate, aDrift, aProcess, aReconciliation, aRow, all, anAccount, anAppDetail, apex, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers'; // prettier-ignore

jest.mock('@salesforce/apex/AppAccountsController.decide', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppAccountsController.getAccounts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppAccountsController.decideAll', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.findUsers', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.getDrift', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.getProcess', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.getReconciliation', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.resume', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.start', () => ({ default: jest.fn() }), { virtual: true });

const reconciliation = async (view: Apex.AppReconciliationView = aReconciliation()) => {
  apex(getReconciliation).mockResolvedValue(view);
  const element = mount('c-provisioning-app-reconciliation', ProvisioningAppReconciliation, {
    appId: 'aA0',
    detail: anAppDetail({ name: 'Expense Cloud' }),
  });
  const told: unknown[] = [];
  element.addEventListener('say', (event) => told.push((event as CustomEvent).detail));
  await settled();
  return { element, told };
};
const press = async (element: Element, label: string) => {
  labelled(element, 'lightning-button', label).click();
  await settled();
};
const states = (element: Element) =>
  (one(element, 'c-provisioning-step-path').steps as readonly Step[]).map(({ state }) => state).join(' ');

describe('c-provisioning-app-reconciliation', () => {
  beforeEach(() => {
    apex(getAccounts).mockResolvedValue({
      accounts: [anAccount({ candidates: [aCandidate()] }), anAccount({ id: 'alm9', externalUsername: 'svc-report' })],
      next: null,
      activeThere: 0,
    });
    apex(getDrift).mockResolvedValue({ drift: [aDrift()], next: null });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('says why it shows nothing, and asks again', async () => {
    apex(getReconciliation).mockRejectedValueOnce(refusal('Save settings first.'));
    const element = mount('c-provisioning-app-reconciliation', ProvisioningAppReconciliation, { appId: 'aA0' });
    await settled();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('Save settings first.');
    await expect(element).toBeAccessible();
  });

  it('shows the steps, what was found, and that nothing is written', async () => {
    const { element } = await reconciliation();
    expect(states(element)).toBe('done done done done current open open');
    expect(textOf(element)).toContain('Accounts collected: 1,212. Pages read: 13.');
    expect(textOf(element)).toContain('Nothing has been written yet.');
    expect(textOf(element)).toContain('Active there though inactive here 2');
    await expect(element).toBeAccessible();
  });

  it.each([
    [null, 'Collect accounts', 'Collect'],
    ['Collected', 'Analyze 1,212 accounts', 'Analyze'],
    ['Failed', 'Collect accounts', 'Collect'],
    ['Completed', 'Collect accounts', 'Collect'],
  ])('after %s the next step is "%s"', async (phase, label, kind) => {
    apex(start).mockResolvedValue(aProcess());
    const { element } = await reconciliation(aReconciliation({ phase }));
    await press(element, label);
    expect(start).toHaveBeenCalledWith({ appId: 'aA0', kind, mode: 'Live' });
  });

  it('commits once that is confirmed, and says that nothing changes there', async () => {
    apex(start).mockResolvedValue(aProcess());
    const confirm = jest.spyOn(LightningConfirm, 'open').mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    const { element } = await reconciliation();
    await press(element, 'Commit 1,212 accounts');
    expect(start).not.toHaveBeenCalled();
    await press(element, 'Commit 1,212 accounts');
    expect(start).toHaveBeenCalledWith({ appId: 'aA0', kind: 'Commit', mode: 'Live' });
    expect(confirm.mock.calls[0]?.[0]?.message).toBe('Links are stored. Nothing changes at Expense Cloud.');
  });

  it('says what a guard wants, and resumes', async () => {
    apex(resume).mockResolvedValue(aProcess());
    const process = {
      ...aProcess(),
      id: 'aP1',
      status: 'Queued',
      guard: 'SHRUNK',
      statusMessage: '0 accounts were collected.',
      canResume: true,
    };
    const { element } = await reconciliation(aReconciliation({ phase: 'Collecting', process }));
    expect(textOf(element)).toContain('0 accounts were collected.');
    await press(element, 'Resume');
    expect(resume).toHaveBeenCalledWith({ processId: 'aP1' });
  });

  it('follows a step that is on its way, and reads the lists anew when it has ended', async () => {
    jest.useFakeTimers();
    const working = aReconciliation({
      phase: 'Analyzing',
      process: aProcess({ id: 'aP1', status: 'Processing', guard: null, canResume: false }),
    });
    const { element, told } = await reconciliation(working);
    expect(all(element, 'lightning-button').map(({ label }) => label)).not.toContain('Collect accounts');
    apex(getReconciliation).mockResolvedValue(aReconciliation({ process: aProcess({ id: 'aP1', status: 'Finished' }) }));
    jest.advanceTimersByTime(2000);
    await settled();
    expect(told).toEqual(['Now: Analyzed']);
    expect(getDrift).toHaveBeenCalledTimes(2);
  });

  it('tries all in a dry run and says what would happen', async () => {
    apex(start).mockResolvedValue(aProcess({ id: 'aP2', mode: 'DryRun', status: 'Queued' }));
    const ended = aProcess({
      id: 'aP2',
      mode: 'DryRun',
      status: 'Finished',
      created: 26,
      updated: 16,
      skipped: 3,
      guard: null,
      statusMessage: null,
    });
    apex(getProcess).mockResolvedValue(ended);
    const { element, told } = await reconciliation();
    await press(element, 'Dry run of process all');
    expect(start).toHaveBeenCalledWith({ appId: 'aA0', kind: 'ProcessAll', mode: 'DryRun' });
    expect(told).toEqual(['26 would be created, 16 updated or deactivated, 3 stay.']);
    await expect(element).toBeAccessible();
  });

  it('says why nothing is sent, and lets who may only look do nothing', async () => {
    const { element } = await reconciliation(aReconciliation({ canProcess: false, reason: 'Expense Cloud is not on.' }));
    expect(textOf(element)).toContain('Expense Cloud is not on.');
    expect(all(element, 'lightning-button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('pushes, adopts and ignores drift row by row', async () => {
    apex(decide).mockResolvedValue([aRow()]);
    const { element, told } = await reconciliation();
    one(element, 'c-provisioning-drift-table').dispatchEvent(new CustomEvent('decide', { detail: { id: 'alm2', action: 'Adopt' } }));
    await settled();
    expect(decide).toHaveBeenCalledWith({ appId: 'aA0', decision: 'Adopt', ids: ['alm2'], userId: null });
    expect(told).toEqual(['1 done, 0 unchanged.']);
  });

  it('decides about all that match by a run, in a window of its own', async () => {
    const open = ProvisioningDecideAll.open as jest.Mock;
    open.mockResolvedValueOnce(undefined).mockResolvedValueOnce(aProcess({ id: 'p1', name: 'PP-7', status: 'Processing' }));
    apex(getProcess).mockResolvedValue(
      aProcess({ id: 'p1', name: 'PP-7', status: 'Finished', updated: 14, skipped: 1, failed: 0, statusMessage: null }),
    );
    const { element, told } = await reconciliation();
    const table = one(element, 'c-provisioning-drift-table');
    table.dispatchEvent(new CustomEvent('decideall', { detail: { action: 'Push', label: 'Push 16', many: 16 } }));
    await settled();
    expect(open).toHaveBeenLastCalledWith(
      expect.objectContaining({ decision: 'Push', matching: expect.objectContaining({ drift: 'ANY' }) }),
    );
    expect(told).toEqual([]);
    table.dispatchEvent(new CustomEvent('filter', { detail: { segment: 'ATTRIBUTES' } }));
    await settled();
    expect(getDrift).toHaveBeenLastCalledWith({ appId: 'aA0', kind: 'ATTRIBUTES', pageSize: 50, after: null });
    table.dispatchEvent(new CustomEvent('decideall', { detail: { action: 'Adopt', label: 'Adopt 14', many: 14 } }));
    await settled();
    expect(open).toHaveBeenLastCalledWith(
      expect.objectContaining({
        appId: 'aA0',
        name: 'Expense Cloud',
        decision: 'Adopt',
        matching: { linkState: null, status: null, activeThere: false, search: null, drift: 'ATTRIBUTES' },
      }),
    );
    expect(told).toEqual(['PP-7 decides about all that match.', 'PP-7: 14 decided, 1 left as they were.']);
    await expect(element).toBeAccessible();
  });

  it('looks again when an account was linked', async () => {
    const { element } = await reconciliation();
    const list = one(element, 'c-provisioning-open-accounts');
    expect([list.appId, list.total, list.mayAct]).toEqual(['aA0', 21, true]);
    list.dispatchEvent(new CustomEvent('changed'));
    await settled();
    expect(getReconciliation).toHaveBeenCalledTimes(2);
    expect(getDrift).toHaveBeenCalledTimes(2);
  });
});
