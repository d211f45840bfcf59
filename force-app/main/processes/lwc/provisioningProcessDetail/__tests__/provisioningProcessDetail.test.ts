import ProvisioningProcessDetail from 'c/provisioningProcessDetail';
import * as runStart from 'c/provisioningRunStart';
import LightningConfirm from 'lightning/confirm';
import { CurrentPageReference } from 'lightning/navigation';
import * as navigation from 'lightning/navigation';
import getItems from '@salesforce/apex/ProvisioningProcessController.getItems';
import getProcess from '@salesforce/apex/ProvisioningProcessController.getProcess';
import resumeRun from '@salesforce/apex/ProvisioningController.resumeRun';
import retryRun from '@salesforce/apex/ProvisioningController.retryRun';
import getBringBackPeople from '@salesforce/apex/EmployeeLifecycleController.getBringBackPeople';
import foreseeBringBack from '@salesforce/apex/EmployeeLifecycleController.foreseeBringBack';
import foreseeUndo from '@salesforce/apex/EmployeeLifecycleController.foreseeUndo';
import getOverview from '@salesforce/apex/EmployeeLifecycleController.getOverview';
import cancelRun from '@salesforce/apex/ProvisioningController.cancelRun';
import { apex, aCause, all, aLiveProcess, anEvent, aProcess, aStartedProcess, labelled, mount, one, refusal, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningProcessController.getItems', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningProcessController.getProcess', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.resumeRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.retryRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.bringBack', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.deactivateCreated', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.getBringBackPeople', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.foreseeBringBack', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.foreseeUndo', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.getOverview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.cancelRun', () => ({ default: jest.fn() }), { virtual: true });

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const address = CurrentPageReference as unknown as { emit(reference: unknown): void };
const confirm = jest.spyOn(LightningConfirm, 'open');

const aRun = (changes: Partial<Apex.ProvisioningProcessView> = {}) => aProcess({ causes: [aCause()], ...changes });

async function detail() {
  const element = mount('c-provisioning-process-detail', ProvisioningProcessDetail, { processId: 'a01' });
  await jest.advanceTimersByTimeAsync(0);
  return element;
}

describe('c-provisioning-process-detail', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    apex(getProcess).mockResolvedValue(aRun());
    apex(getItems).mockResolvedValue({ items: [], next: null });
    apex(cancelRun).mockResolvedValue(aLiveProcess({ canCancel: false, statusMessage: 'Cancel requested.' }));
    apex(foreseeBringBack).mockResolvedValue({ people: 120, leavers: 0 });
    apex(getBringBackPeople).mockResolvedValue({ people: [], next: null });
    apex(foreseeUndo).mockResolvedValue({ people: 300, lockouts: 300, guard: null });
    apex(getOverview).mockResolvedValue({ mayRun: true, leaverAction: null, leaverStatuses: [], scopes: [] });
    confirm.mockResolvedValue(true);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  it('shows that it is loading', async () => {
    apex(getProcess).mockReturnValue(new Promise(() => undefined));
    const element = await detail();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('takes back the users that a run created after a question, and shows the run that does it (R31)', async () => {
    apex(getProcess).mockResolvedValue(aRun({ scope: 'All', created: 300, canUndo: true }));
    const element = await detail();
    const more = one(element, 'lightning-button-menu');
    expect(more.alternativeText).toBe('More actions');
    more.dispatchEvent(new CustomEvent('select', { detail: { value: 'undo' } }));
    await jest.advanceTimersByTimeAsync(0);
    const panel = one(element, 'c-provisioning-undo-created');
    expect(panel).toMatchObject({ processId: 'a01', created: 300 });
    panel.dispatchEvent(new CustomEvent('cancel'));
    await jest.advanceTimersByTimeAsync(0);
    expect(all(element, 'c-provisioning-undo-created')).toHaveLength(0);

    more.dispatchEvent(new CustomEvent('select', { detail: { value: 'undo' } }));
    await jest.advanceTimersByTimeAsync(0);
    one(element, 'c-provisioning-undo-created').dispatchEvent(
      new CustomEvent('started', { detail: aStartedProcess({ id: 'a02', name: 'PP-000002' }) }),
    );
    await jest.advanceTimersByTimeAsync(0);
    expect(navigate.mock.calls[0]?.[0]).toMatchObject({ state: { c__process: 'a02' } });
  });

  it('offers no menu where nothing can be taken back', async () => {
    apex(getProcess).mockResolvedValue(aRun({ canUndo: false }));
    expect(all(await detail(), 'lightning-button-menu')).toHaveLength(0);
  });

  it('undoes a run over leavers for all or for some after a question, and shows the run that does it', async () => {
    apex(getProcess).mockResolvedValue(aRun({ scope: 'Leavers', updated: 120, canBringBack: true }));
    const element = await detail();
    expect(all(element, 'c-provisioning-bring-back')).toHaveLength(0);
    labelled(element, 'lightning-button', 'Bring back 120').click();
    await jest.advanceTimersByTimeAsync(0);
    expect(one(element, 'c-provisioning-bring-back')).toMatchObject({ processId: 'a01', employeeIds: [] });
    one(element, 'c-provisioning-bring-back').dispatchEvent(new CustomEvent('cancel'));
    await jest.advanceTimersByTimeAsync(0);
    expect(all(element, 'c-provisioning-bring-back')).toHaveLength(0);

    one(element, 'c-provisioning-process-items').dispatchEvent(new CustomEvent('bringback', { detail: ['e1', 'e2'] }));
    await jest.advanceTimersByTimeAsync(0);
    const panel = one(element, 'c-provisioning-bring-back');
    expect(panel.employeeIds).toEqual(['e1', 'e2']);
    panel.dispatchEvent(new CustomEvent('started', { detail: aStartedProcess({ id: 'a02', name: 'PP-000002' }) }));
    await jest.advanceTimersByTimeAsync(0);
    expect(navigate.mock.calls[0]?.[0]).toMatchObject({ state: { c__process: 'a02' } });
  });

  it.each([
    [{ scope: 'All' }, 1],
    [{ scope: 'Leavers' }, 0],
    [{ scope: 'All', mode: 'DryRun' }, 0],
  ])('tells below an ended run over everybody who is back and locked out still, and below no other: %o', async (changes, notes) => {
    apex(getProcess).mockResolvedValue(aRun(changes));
    expect(all(await detail(), 'c-provisioning-returns-note')).toHaveLength(notes);
  });

  it('says what a queued run waits for', async () => {
    apex(getProcess).mockResolvedValue(aLiveProcess({ status: 'Queued', waitsFor: 'Waits for PP-000001 to end.' }));
    const element = await detail();
    expect(textOf(element)).toContain('Waits for PP-000001 to end.');
  });

  it('shows an ended run with its causes and asks no more', async () => {
    const element = await detail();
    expect(one(element, 'h1').textContent).toBe(aRun().name);
    expect(all(element, 'c-provisioning-status-badge')[0]?.label).toBe('Finished with failures');
    expect(all(element, 'c-provisioning-cause-card')).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(getProcess).toHaveBeenCalledTimes(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows the people of the outcome whose number somebody follows, and of a cause, by the address', async () => {
    const element = await detail();
    const place = { type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' } };
    address.emit({ ...place, state: { c__process: 'a01' } });
    one(element, 'c-provisioning-process-progress').dispatchEvent(new CustomEvent('show', { detail: 'Created' }));
    const created = { c__process: 'a01', c__outcome: 'Created', c__cause: undefined, c__search: undefined };
    expect(navigate).toHaveBeenLastCalledWith({ ...place, state: created }, true);
    one(element, 'c-provisioning-cause-card').dispatchEvent(new CustomEvent('show', { detail: 'MISSING_FIELD' }));
    const state = { c__process: 'a01', c__outcome: 'Failed', c__cause: 'MISSING_FIELD', c__search: undefined };
    expect(navigate).toHaveBeenLastCalledWith({ ...place, state }, true);
    address.emit({ ...place, state: { ...state, c__search: 'ada' } });
    await jest.advanceTimersByTimeAsync(0);
    expect(one(element, 'c-provisioning-process-items')).toMatchObject({ outcome: 'Failed', cause: 'MISSING_FIELD', search: 'ada' });
    expect(apex(getItems)).toHaveBeenLastCalledWith(expect.objectContaining({ outcome: 'Failed', cause: 'MISSING_FIELD', search: 'ada' }));
    one(element, 'c-provisioning-process-items').dispatchEvent(
      new CustomEvent('filter', { detail: { outcome: 'Linked', cause: '', search: '' } }),
    );
    expect(navigate).toHaveBeenLastCalledWith(
      { ...place, state: { c__process: 'a01', c__outcome: 'Linked', c__cause: undefined, c__search: undefined } },
      true,
    );
  });

  it('asks the server three times when it opens, and ties what the run is at to its name', async () => {
    apex(getProcess).mockResolvedValue(aRun({ scope: 'All', mode: 'Live', events: [anEvent()] }));
    const element = await detail();
    expect([getProcess, getItems, getOverview].map((call) => apex(call).mock.calls.length)).toEqual([1, 1, 1]);
    expect(one(element, 'c-provisioning-process-timeline').events).toHaveLength(1);
    expect(one(element, '.badges').id).toMatch(/^state/);
    expect(one(element, 'h1').getAttribute('aria-describedby')).toBe(one(element, '.badges').id);
  });

  it('takes the keyboard to its heading when it opens', async () => {
    const element = await detail();
    expect(element.shadowRoot?.activeElement?.textContent).toBe(aRun().name);
  });

  it('says how many failed beside what the run is at, and of a dry run that nothing was changed', async () => {
    const live = await detail();
    expect(all(live, 'c-provisioning-status-badge').map(({ label }) => label)).toEqual(['Finished with failures', '3 failed']);
    apex(getProcess).mockResolvedValue(aRun({ mode: 'DryRun', stateText: 'Finished, some would fail' }));
    const dry = await detail();
    expect(all(dry, 'c-provisioning-status-badge').map(({ label }) => label)).toEqual(['Finished, some would fail']);
    expect(textOf(dry)).toContain('Nothing was changed.');
    expect(all(dry, 'lightning-card').map(({ title }) => title)).toContain('What a run would do');
  });

  it('watches a live run to its end', async () => {
    apex(getProcess)
      .mockResolvedValueOnce(aLiveProcess())
      .mockResolvedValueOnce(aLiveProcess({ processed: 2000, failed: 3, causes: [aCause()] }))
      .mockResolvedValueOnce(aRun());
    const element = await detail();
    expect(all(element, 'c-provisioning-cause-card')).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(3000);
    expect((one(element, 'c-provisioning-process-progress').process as Apex.ProvisioningProcessView).processed).toBe(2000);
    expect(all(element, 'c-provisioning-cause-card')).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(getProcess).toHaveBeenCalledTimes(3);
    expect(all(element, 'c-provisioning-status-badge')[0]?.label).toBe('Finished with failures');
  });

  it('names the tab of the browser after the run and what it is at, and gives the name back', async () => {
    document.title = 'View Processes | Northwind';
    apex(getProcess).mockResolvedValue(aRun({ state: 'WithFailures', stateText: 'Finished with failures' }));
    const element = await detail();
    expect(document.title).toBe(`${aRun().name}: Finished with failures | View Processes`);
    element.remove();
    expect(document.title).toBe('View Processes | Northwind');
  });

  it('says since when a run gives no sign of life, and promises no end', async () => {
    const silence = { silentSince: '2026-11-20T10:00:00.000Z', revivalTime: null };
    apex(getProcess).mockResolvedValue(aLiveProcess({ state: 'Silent', stateText: 'No sign of life', ...silence }));
    const element = await detail();
    expect(one(element, 'c-provisioning-status-badge')).toMatchObject({ label: 'No sign of life', tone: 'warning' });
    expect(textOf(element)).toContain('No sign of life since');
    expect(textOf(element)).not.toMatch(/a minute|left/);
  });

  it('runs for real what a dry run rehearsed, through the window, and goes to that run', async () => {
    const rehearsal = { settingsAreSame: true, peopleThen: 40, peopleNow: 40, canRun: true };
    apex(getProcess).mockResolvedValue(aRun({ mode: 'DryRun', rehearsal }));
    const run = { type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' }, state: { c__process: 'a09' } };
    const confirmed = jest.spyOn(runStart, 'confirmRun').mockResolvedValue({ text: 'PP-000009 has started', page: null, run });
    const element = await detail();
    expect(all(element, 'c-provisioning-dry-run-trust')).toHaveLength(1);
    labelled(element, 'lightning-button', 'Run for real').click();
    await jest.advanceTimersByTimeAsync(0);
    expect(confirmed).toHaveBeenCalledTimes(1);
    expect(navigate).toHaveBeenLastCalledWith(run, undefined);
  });

  it('offers no run for real to somebody who may only look, nor after a live run', async () => {
    const rehearsal = { settingsAreSame: true, peopleThen: 40, peopleNow: 40, canRun: false };
    apex(getProcess).mockResolvedValueOnce(aRun({ mode: 'DryRun', rehearsal }));
    expect(all(await detail(), 'lightning-button').map(({ label }) => label)).not.toContain('Run for real');
    expect(all(await detail(), 'c-provisioning-dry-run-trust')).toHaveLength(0);
  });

  it('stops asking when it leaves the page', async () => {
    apex(getProcess).mockResolvedValue(aLiveProcess());
    await detail();
    document.body.replaceChildren();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(getProcess).toHaveBeenCalledTimes(1);
  });

  it('shows why a run cannot be shown and looks again on demand', async () => {
    apex(getProcess).mockRejectedValueOnce(refusal('There is no such process.'));
    const element = await detail();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('There is no such process.');
    panel.dispatchEvent(new CustomEvent('retry'));
    await jest.advanceTimersByTimeAsync(0);
    expect(one(element, 'h1').textContent).toBe(aRun().name);
  });

  it('keeps what it knows while the server is away, and comes back by itself', async () => {
    apex(getProcess).mockResolvedValueOnce(aLiveProcess()).mockRejectedValueOnce(refusal('Disconnected')).mockResolvedValue(aRun());
    const element = await detail();
    await jest.advanceTimersByTimeAsync(3000);
    expect(one(element, '[role="alert"]').textContent).toBe('Disconnected');
    expect(one(element, 'h1').textContent).toBe(aRun().name);
    await jest.advanceTimersByTimeAsync(5000);
    expect(all(element, '[role="alert"]')).toHaveLength(0);
    expect(all(element, 'c-provisioning-status-badge')[0]?.label).toBe('Finished with failures');
  });

  it('lets somebody decide about a parked run below its reason, and continues it after a question', async () => {
    const parked = aLiveProcess({ status: 'Queued', guard: 'SEATS', statusMessage: 'Only 3 seats are left.', canResume: true });
    apex(getProcess).mockResolvedValue(parked);
    const element = await detail();
    const decision = one(element, 'c-provisioning-guard-decision');
    expect(decision.process).toEqual(parked);
    expect(all(element, 'lightning-button').map(({ label }) => label)).not.toContain('Continue');
    confirm.mockResolvedValueOnce(false);
    decision.dispatchEvent(new CustomEvent('continue'));
    await jest.advanceTimersByTimeAsync(0);
    expect(resumeRun).not.toHaveBeenCalled();
    decision.dispatchEvent(new CustomEvent('continue'));
    await jest.advanceTimersByTimeAsync(0);
    expect(resumeRun).toHaveBeenCalledWith({ processId: aRun().id });
    decision.dispatchEvent(new CustomEvent('stop'));
    await jest.advanceTimersByTimeAsync(0);
    expect(cancelRun).toHaveBeenCalledWith({ processId: aRun().id });
  });

  it('is accessible while a guard holds it', async () => {
    apex(getProcess).mockResolvedValue(aLiveProcess({ guard: 'SEATS', statusMessage: 'Full.', canResume: true, mode: 'DryRun' }));
    const element = await detail();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('tries failed people again, all or those of a cause or the selected, and goes to the run that does', async () => {
    apex(getProcess).mockResolvedValue(aRun({ canRetry: true }));
    apex(retryRun).mockResolvedValue(aStartedProcess({ id: 'a02', name: 'PP-000003' }));
    const element = await detail();
    labelled(element, 'lightning-button', `Retry ${aCause().count} failed`).click();
    await jest.advanceTimersByTimeAsync(0);
    expect(retryRun).toHaveBeenLastCalledWith({ processId: aRun().id, cause: null, employeeIds: [] });
    expect(navigate.mock.lastCall?.[0]).toMatchObject({ state: { c__process: 'a02' } });
    one(element, 'c-provisioning-cause-card').dispatchEvent(new CustomEvent('retry', { detail: 'MISSING_FIELD' }));
    await jest.advanceTimersByTimeAsync(0);
    expect(retryRun).toHaveBeenLastCalledWith({ processId: aRun().id, cause: 'MISSING_FIELD', employeeIds: [] });
    one(element, 'c-provisioning-process-items').dispatchEvent(new CustomEvent('retry', { detail: ['0Em1'] }));
    await jest.advanceTimersByTimeAsync(0);
    expect(retryRun).toHaveBeenLastCalledWith({ processId: aRun().id, cause: null, employeeIds: ['0Em1'] });
  });

  it('says why nobody could be tried again', async () => {
    apex(getProcess).mockResolvedValue(aRun({ canRetry: true }));
    apex(retryRun).mockRejectedValue(refusal('Nobody is left.'));
    const element = await detail();
    labelled(element, 'lightning-button', `Retry ${aCause().count} failed`).click();
    await jest.advanceTimersByTimeAsync(0);
    expect(one(element, '[role="alert"]').textContent).toBe('Nobody is left.');
  });

  it('cancels after a question, and not without', async () => {
    apex(getProcess).mockResolvedValue(aLiveProcess());
    const element = await detail();
    confirm.mockResolvedValueOnce(false);
    labelled(element, 'lightning-button', 'Stop run').click();
    await jest.advanceTimersByTimeAsync(0);
    expect(cancelRun).not.toHaveBeenCalled();
    labelled(element, 'lightning-button', 'Stop run').click();
    await jest.advanceTimersByTimeAsync(0);
    expect(cancelRun).toHaveBeenCalledWith({ processId: aRun().id });
    expect(textOf(element)).toContain('Cancel requested.');
  });

  it('says why a cancel was refused, for as long as somebody may read it', async () => {
    apex(getProcess).mockResolvedValue(aLiveProcess());
    apex(cancelRun).mockRejectedValue(refusal('You may not cancel.'));
    const element = await detail();
    labelled(element, 'lightning-button', 'Stop run').click();
    await jest.advanceTimersByTimeAsync(0);
    expect(one(element, '[role="alert"]').textContent).toBe('You may not cancel.');
    // the run goes on and is looked at again
    await jest.advanceTimersByTimeAsync(3000);
    expect(one(element, '[role="alert"]').textContent).toBe('You may not cancel.');
  });

  it('says what a run waits for', async () => {
    apex(getProcess).mockResolvedValue(aLiveProcess({ status: 'Queued', guard: 'POPULATION', statusMessage: null }));
    const element = await detail();
    expect(one(element, 'c-provisioning-guard-decision').process).toMatchObject({ guard: 'POPULATION' });
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
