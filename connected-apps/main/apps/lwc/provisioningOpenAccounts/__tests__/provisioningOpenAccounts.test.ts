import ProvisioningOpenAccounts from 'c/provisioningOpenAccounts';
import decide from '@salesforce/apex/AppAccountsController.decide';
import getAccounts from '@salesforce/apex/AppAccountsController.getAccounts';
import { aCandidate, aRow, all, anAccount, apex, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppAccountsController.decide', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppAccountsController.getAccounts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.findUsers', () => ({ default: jest.fn() }), { virtual: true });

const page = (next: string | null = null) => ({
  accounts: [anAccount({ candidates: [aCandidate()] }), anAccount({ id: 'alm9', externalUsername: 'svc-report' })],
  next,
  activeThere: 0,
});
const open = async (properties: object = {}) => {
  const element = mount('c-provisioning-open-accounts', ProvisioningOpenAccounts, { appId: 'aA0', mayAct: true, ...properties });
  const told: unknown[] = [];
  element.addEventListener('say', (event) => told.push((event as CustomEvent).detail));
  await settled();
  return { element, told };
};
const press = async (element: Element, label: string) => {
  labelled(element, 'lightning-button', label).click();
  await settled();
};
const fire = async (element: Element, selector: string, name: string, detail: unknown) => {
  one(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};

describe('c-provisioning-open-accounts', () => {
  beforeEach(() => {
    apex(getAccounts).mockResolvedValue(page());
    apex(decide).mockResolvedValue([aRow()]);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('waits', async () => {
    apex(getAccounts).mockReturnValue(new Promise(() => undefined));
    const { element } = await open();
    expect(one(element, 'c-provisioning-record-table').rows).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('says that there are none, or why it does not know', async () => {
    apex(getAccounts).mockRejectedValueOnce(refusal('No access.'));
    const { element } = await open();
    expect(one(element, 'c-provisioning-record-table').failure).toBe('No access.');
    apex(getAccounts).mockResolvedValue({ accounts: [], next: null, activeThere: 0 });
    await fire(element, 'c-provisioning-record-table', 'retry', null);
    const table = one(element, 'c-provisioning-record-table');
    expect(table.rows).toEqual([]);
    expect(table.emptyHeading).toBe('Nothing was collected so far.');
    element.collected = true;
    await settled();
    expect(table.emptyHeading).toBe('Every account has a user.');
    await fire(element, 'c-provisioning-filter-bar', 'filter', { segment: '', search: 'x', filters: {} });
    expect(table.emptyHeading).toBe('No accounts');
    expect(textOf(element)).toContain('Choose an account to see who may be its user.');
  });

  it('links the account to who is likeliest, goes to the next with the keyboard, and says how many are left', async () => {
    const { element, told } = await open();
    await expect(element).toBeAccessible();
    expect(textOf(element)).toContain('Maria L. Moraes maria@partner.example');
    await press(element, 'Link to Maria Luiza Moraes');
    expect(decide).toHaveBeenCalledWith({ appId: 'aA0', decision: 'Link', ids: ['alm1'], userId: '0051' });
    expect(told).toEqual(['Linked. 1 left.']);
    expect(element.shadowRoot?.activeElement?.textContent).toBe('svc-report');
    await press(element, 'Ignore');
    expect(told.at(-1)).toBe('Ignored. 0 left.');
    expect(element.shadowRoot?.activeElement?.textContent).toBe('Accounts without a user');
  });

  it('counts those that are not shown, too', async () => {
    apex(getAccounts).mockResolvedValue(page('AA-2'));
    const { element, told } = await open({ total: 21 });
    await press(element, 'Link to Maria Luiza Moraes');
    expect(told).toEqual(['Linked. 20 left.']);
    apex(getAccounts).mockResolvedValue({ accounts: [anAccount({ id: 'almA' })], next: null, activeThere: 0 });
    await fire(element, 'c-provisioning-record-table', 'more', null);
    expect(apex(getAccounts).mock.calls.at(-1)?.[0]?.after).toBe('AA-2');
  });

  it('links to somebody who was found by hand', async () => {
    const { element } = await open();
    await fire(element, 'c-provisioning-record-table', 'rowaction', { id: 'alm9', action: 'open' });
    expect(element.shadowRoot?.activeElement?.textContent).toBe('svc-report');
    expect(one(element, 'c-provisioning-user-search').accountId).toBe('alm9');
    await fire(element, 'c-provisioning-user-search', 'choose', aCandidate({ userId: '0057', name: 'Karla Moraes' }));
    await press(element, 'Link to Karla Moraes');
    expect(decide).toHaveBeenCalledWith({ appId: 'aA0', decision: 'Link', ids: ['alm9'], userId: '0057' });
  });

  it('takes another candidate, narrows the list, and reads it anew when the reconciliation went on', async () => {
    apex(getAccounts).mockResolvedValue({
      ...page(),
      accounts: [anAccount({ candidates: [aCandidate(), aCandidate({ userId: '0053', name: 'Mario Moraes', score: 0 })] })],
    });
    const { element } = await open({ stand: 'a:Collected' });
    await fire(element, 'c-provisioning-candidate-list', 'choose', '0053');
    expect(labelled(element, 'lightning-button', 'Link to Mario Moraes')).toBeTruthy();
    await fire(element, 'c-provisioning-filter-bar', 'filter', { segment: '', search: 'moraes', filters: {} });
    expect(apex(getAccounts).mock.calls.at(-1)?.[0]).toMatchObject({ search: 'moraes', linkState: 'orphaned' });
    element.stand = 'a:Analyzed';
    await settled();
    expect(getAccounts).toHaveBeenCalledTimes(3);
  });

  it('says why a link was refused', async () => {
    apex(decide).mockResolvedValue([aRow({ outcome: 'Failed', message: 'Linked already.' })]);
    const { element } = await open();
    await press(element, 'Link to Maria Luiza Moraes');
    expect(one(element, 'c-provisioning-error-panel').message).toBe('Linked already.');
  });

  it('lets who may only look do nothing', async () => {
    const { element } = await open({ mayAct: false });
    expect(all(element, 'lightning-button')).toHaveLength(0);
    expect(all(element, 'c-provisioning-user-search')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
