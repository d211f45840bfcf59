import ProvisioningLeaversAndChanges from 'c/provisioningLeaversAndChanges';
import LightningConfirm from 'lightning/confirm';
import * as navigation from 'lightning/navigation';
import getChanges from '@salesforce/apex/EmployeeLifecycleController.getChanges';
import getOverview from '@salesforce/apex/EmployeeLifecycleController.getOverview';
import getReturns from '@salesforce/apex/EmployeeLifecycleController.getReturns';
import startLifecycleRun from '@salesforce/apex/EmployeeLifecycleController.startLifecycleRun';
import { all, apex, aProcess, aStartedProcess, labelled, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.getOverview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.getLeavers', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/EmployeeLifecycleController.getReturns', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.getChanges', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.startLifecycleRun', () => ({ default: jest.fn() }), { virtual: true });

type Scope = Apex.EmployeeLifecycleOverview_Scope;

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const confirm = jest.spyOn(LightningConfirm, 'open');

const aScope = (changes: Partial<Scope>): Scope => ({
  name: 'Leavers',
  off: null,
  people: 12,
  daily: 'AfterFirst',
  goneToday: null,
  last: null,
  ...changes,
});
const anOverview = (changes: Partial<Apex.EmployeeLifecycleOverview> = {}): Apex.EmployeeLifecycleOverview => ({
  mayRun: true,
  leaverAction: 'Freeze',
  leaverStatuses: ['Inactive', 'Terminated'],
  scopes: [
    aScope({ goneToday: 3 }),
    aScope({
      name: 'Changes',
      people: 1530,
      daily: 'Yes',
      last: aProcess({ name: 'PP-000028', status: 'Finished', updated: 12, total: 40 }),
    }),
    aScope({ name: 'Returns', people: 1, daily: 'No' }),
  ],
  ...changes,
});
async function page() {
  const element = mount('c-provisioning-leavers-and-changes', ProvisioningLeaversAndChanges, {});
  await settled();
  return element;
}
const card = (element: Element, scope: string) => one(element, `[data-card="${scope}"]`);
const factsOf = (element: Element, scope: string) =>
  [...card(element, scope).querySelectorAll('dl > div')].map((fact) => {
    const link = fact.querySelector('c-provisioning-page-link') as (Element & { label: string }) | null;
    return `${fact.querySelector('dt')!.textContent}: ${link?.label ?? fact.querySelector('dd')!.textContent}`;
  });
const live = (element: Element, scope: string) => one(element, `[data-scope="${scope}"]:not([data-dry])`);

describe('c-provisioning-leavers-and-changes', () => {
  beforeEach(() => {
    apex(getOverview).mockResolvedValue(anOverview());
    apex(getChanges).mockReturnValue(new Promise(() => undefined));
    apex(getReturns).mockReturnValue(new Promise(() => undefined));
    apex(startLifecycleRun).mockResolvedValue(aStartedProcess({ id: 'a01', name: 'PP-000001' }));
    confirm.mockResolvedValue(true);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows that it is loading', async () => {
    apex(getOverview).mockReturnValue(new Promise(() => undefined));
    const element = await page();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows whom each run would be about, when it goes by itself, and the last one', async () => {
    const element = await page();
    expect(one(element, 'c-provisioning-page-heading').heading).toBe('Leavers and changes');
    expect(all(element, '[data-title]').map(({ textContent }) => textContent)).toEqual(['Leavers', 'Changes', 'Returns']);
    expect(one(element, 'c-provisioning-status-badge').label).toBe('12 can still sign in');
    expect(factsOf(element, 'Leavers')).toEqual([
      'Statuses: Inactive, Terminated',
      'What happens: Frozen, never deleted',
      'Lane: Its own: no other run holds it up',
      'Can still sign in: Show 12 people',
      'Lost access within 24 hours: 3',
      'Every night: After a first run by hand',
      'Last run: None yet',
    ]);
    expect(factsOf(element, 'Changes')).toEqual([
      'Have a user and are compared: 1,530',
      'Every night: Yes',
      'Last run: PP-000028, Finished: 12 of 40 updated',
    ]);
    expect([live(element, 'Leavers').label, live(element, 'Changes').label, live(element, 'Returns').label]).toEqual([
      'Freeze 12 leavers',
      'Carry changes over',
      'Bring back 1',
    ]);
    await expect(element).toBeAccessible();
  });

  it('leads to the people, to the last run and to the settings of leavers', async () => {
    const element = await page();
    const references = all(element, 'c-provisioning-page-link').map((link) => (link.reference as { state: object }).state);
    expect(references).toEqual([{ c__section: 'leavers' }, { c__view: 'Leavers' }, { c__process: aProcess().id }, { c__view: 'Returns' }]);
  });

  it('says what became of the last run over returns, and that it was a dry one', async () => {
    const last = aProcess({ name: 'PP-000030', status: 'Finished', mode: 'DryRun', updated: 5, total: 6 });
    apex(getOverview).mockResolvedValue(anOverview({ scopes: [aScope({ name: 'Returns', people: 0, last })] }));
    const element = await page();
    expect(factsOf(element, 'Returns')[2]).toBe('Last run: PP-000030, Finished (Dry run): 5 of 6 let in');
    expect(all(element, 'c-provisioning-page-link')).toHaveLength(2);
  });

  it('offers nothing that the settings do not allow, and says why', async () => {
    const off = aScope({ off: 'The settings name no leavers.', people: null, daily: 'No' });
    apex(getOverview).mockResolvedValue(anOverview({ leaverAction: null, scopes: [off] }));
    const element = await page();
    expect(one(element, '[data-off]').textContent).toContain('The settings name no leavers.');
    expect(one(element, '[data-off] c-provisioning-page-link').reference).toMatchObject({ state: { c__section: 'leavers' } });
    expect(all(element, 'lightning-button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('offers no run to whoever may only look', async () => {
    apex(getOverview).mockResolvedValue(anOverview({ mayRun: false }));
    const element = await page();
    expect(factsOf(element, 'Leavers')[3]).toBe('Can still sign in: Show 12 people');
    expect(all(element, 'lightning-button')).toHaveLength(0);
  });

  it('shows why it could not load, and loads again', async () => {
    apex(getOverview).mockRejectedValueOnce(refusal('You need View Provisioning.'));
    const element = await page();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('You need View Provisioning.');
    await expect(element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(all(element, 'lightning-card')).toHaveLength(3);
  });

  it.each(['Leavers', 'Changes', 'Returns'])('starts a dry run of %s at once and shows it', async (scope) => {
    one(await page(), `[data-scope="${scope}"][data-dry]`).click();
    await settled();
    expect(confirm).not.toHaveBeenCalled();
    expect(startLifecycleRun).toHaveBeenCalledWith({ scope, isDryRun: true, employeeIds: null });
    expect(navigate.mock.calls[0]?.[0]).toMatchObject({ state: { c__process: 'a01' } });
  });

  it('asks before a live run, with the number of people', async () => {
    const element = await page();
    confirm.mockResolvedValueOnce(false);
    labelled(element, 'lightning-button', 'Freeze 12 leavers').click();
    await settled();
    expect(startLifecycleRun).not.toHaveBeenCalled();
    expect(confirm.mock.calls[0]?.[0]).toMatchObject({ label: 'Freeze 12 leavers' });
    expect(confirm.mock.calls[0]?.[0].message).toContain('People who can sign in now and lose that: 12.');
    live(element, 'Leavers').click();
    await settled();
    expect(startLifecycleRun).toHaveBeenCalledWith({ scope: 'Leavers', isDryRun: false, employeeIds: null });
  });

  it('names one leaver, and what is done, as one', async () => {
    apex(getOverview).mockResolvedValue(anOverview({ leaverAction: 'Deactivate', scopes: [aScope({ people: 1 })] }));
    expect(live(await page(), 'Leavers').label).toBe('Deactivate 1 leaver');
  });

  it('takes the word of the list for whom a run would lock out, and says why there is nobody', async () => {
    const element = await page();
    const list = one(element, 'c-provisioning-leaver-list');
    list.dispatchEvent(new CustomEvent('known', { detail: 10 }));
    await settled();
    expect(live(element, 'Leavers').label).toBe('Freeze 10 leavers');
    expect(live(element, 'Leavers').disabled).toBeFalsy();
    list.dispatchEvent(new CustomEvent('known', { detail: 0 }));
    await settled();
    expect(live(element, 'Leavers').disabled).toBeTruthy();
    expect(one(element, '[data-why]').textContent).toMatch(/^A run would lock out nobody/);
    await expect(element).toBeAccessible();
  });

  it('says how many users differ once everybody was compared, and asks with that number', async () => {
    const element = await page();
    one(element, 'c-provisioning-change-list').dispatchEvent(new CustomEvent('known', { detail: 31 }));
    await settled();
    expect(all(element, 'c-provisioning-status-badge').map(({ label }) => label)).toEqual(['12 can still sign in', '31 users differ']);
    labelled(element, 'lightning-button', 'Carry 31 changes over').click();
    await settled();
    expect(confirm.mock.calls[0]?.[0].message).toBe('Users who differ and are changed: 31. The run starts at once.');
    one(element, 'c-provisioning-change-list').dispatchEvent(new CustomEvent('known', { detail: 0 }));
    await settled();
    expect(live(element, 'Changes').disabled).toBeTruthy();
    expect(one(element, '[data-why]').textContent).toMatch(/^Nothing to do: no user differs/);
    expect(factsOf(element, 'Changes')[0]).toBe('Have a user and are compared: 1,530');
  });

  it('lets nobody start a run over nobody', async () => {
    apex(getOverview).mockResolvedValue(anOverview({ scopes: [aScope({ people: 0 }), aScope({ name: 'Returns', people: 0 })] }));
    const element = await page();
    expect(live(element, 'Returns').disabled).toBeTruthy();
    expect(all(element, '[data-dry]')).toHaveLength(0);
    expect(all(element, '[data-why]')[1]!.textContent).toMatch(/^Nothing to do: nobody whom a run locked out/);
    expect(live(element, 'Leavers').disabled).toBeTruthy();
    expect(all(element, '[data-why]')[0]!.textContent).toBe('Nothing to do: no leaver can sign in.');
    expect(all(element, 'c-provisioning-status-badge')).toHaveLength(0);
  });

  it('runs over those who are selected, after a question for a live run', async () => {
    const element = await page();
    const list = one(element, 'c-provisioning-leaver-list');
    const start = (isDryRun: boolean) =>
      list.dispatchEvent(new CustomEvent('start', { detail: { employeeIds: ['a', 'b'], isDryRun, label: 'Freeze 2' } }));
    start(true);
    await settled();
    expect(confirm).not.toHaveBeenCalled();
    expect(startLifecycleRun).toHaveBeenLastCalledWith({ scope: 'Leavers', isDryRun: true, employeeIds: ['a', 'b'] });
    start(false);
    await settled();
    expect(confirm.mock.calls[0]?.[0]).toMatchObject({ label: 'Freeze 2' });
    expect(confirm.mock.calls[0]?.[0].message).toContain('Selected people who can sign in now and lose that: 2.');
    expect(startLifecycleRun).toHaveBeenLastCalledWith({ scope: 'Leavers', isDryRun: false, employeeIds: ['a', 'b'] });
  });

  it('lets in who is selected among those who came back', async () => {
    const element = await page();
    const detail = { employeeIds: ['a'], isDryRun: false, label: 'Bring back 1' };
    one(element, 'c-provisioning-return-list').dispatchEvent(new CustomEvent('start', { detail }));
    await settled();
    expect(confirm.mock.calls[0]?.[0].message).toContain('Selected people who are let in again: 1.');
    expect(startLifecycleRun).toHaveBeenLastCalledWith({ scope: 'Returns', isDryRun: false, employeeIds: ['a'] });
  });

  it('says why a run was not started', async () => {
    apex(startLifecycleRun).mockRejectedValueOnce(refusal('No access.'));
    const element = await page();
    one(element, '[data-scope="Changes"][data-dry]').click();
    await settled();
    expect(one(element, '[role="alert"]').textContent).toBe('No access.');
    expect(navigate).not.toHaveBeenCalled();
  });
});
