import ProvisioningAppAccounts from 'c/provisioningAppAccounts';
import LightningConfirm from 'lightning/confirm';
import type { TableRow } from 'c/provisioningRecordTable';
import type { Tile } from 'c/provisioningStatTiles';
import decide from '@salesforce/apex/AppAccountsController.decide';
import getAccounts from '@salesforce/apex/AppAccountsController.getAccounts';
import start from '@salesforce/apex/AppReconciliationController.start';
import { aProcess, aRow, anAccount, anAppDetail, apex, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/AppAccountsController.decide', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppAccountsController.getAccounts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.start', () => ({ default: jest.fn() }), { virtual: true });

const detail = {
  ...anAppDetail({ name: 'Expense Cloud', accounts: { linked: 3, orphaned: 1, duplicate: 0, ignored: 0 } }),
  canProcess: true,
};
const page = (accounts: readonly Apex.AppAccountView[], next: string | null = null) => ({ accounts, next, activeThere: 2 });
const accounts = async (properties: object = {}) => {
  const element = mount('c-provisioning-app-accounts', ProvisioningAppAccounts, { appId: 'aA0', detail, ...properties });
  const told: unknown[] = [];
  element.addEventListener('say', (event) => told.push((event as CustomEvent).detail));
  await settled();
  return { element, told };
};
const table = (element: Element) => one(element, 'c-provisioning-list-frame');
const tell = async (element: Element, selector: string, name: string, what: unknown = null) => {
  one(element, selector).dispatchEvent(new CustomEvent(name, { detail: what }));
  await settled();
};

describe('c-provisioning-app-accounts', () => {
  beforeEach(() =>
    apex(getAccounts).mockResolvedValue(page([anAccount({ name: 'Amos Smith', linkState: 'linked', manualOverride: true })])),
  );
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('waits', async () => {
    apex(getAccounts).mockReturnValue(new Promise(() => undefined));
    const { element } = await accounts();
    expect(table(element).rows).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('shows whose accounts are, who is active there first', async () => {
    const { element } = await accounts();
    const [row] = table(element).rows as readonly TableRow[];
    expect(row?.cells.user?.text).toBe('Amos Smith');
    expect(row?.cells.override?.text).toBe('kept by hand');
    expect((one(element, 'c-provisioning-stat-tiles').tiles as readonly Tile[]).map(({ value }) => value)).toEqual([2, 3, 1, 0, 0]);
    await expect(element).toBeAccessible();
  });

  it('says why there are none, and asks again', async () => {
    apex(getAccounts).mockRejectedValueOnce(refusal('No access.'));
    const { element } = await accounts();
    expect(table(element).failure).toBe('No access.');
    await tell(element, 'c-provisioning-list-frame', 'retry');
    expect(table(element).failure).toBe('');
  });

  it('asks the server for views, status and search, and for more', async () => {
    apex(getAccounts).mockResolvedValueOnce(page([anAccount({ id: 'alm7' })], 'AA-1'));
    const { element } = await accounts();
    await tell(element, 'c-provisioning-list-frame', 'more');
    expect(apex(getAccounts).mock.calls[1]?.[0]?.after).toBe('AA-1');
    expect(table(element).rows).toHaveLength(2);
    await tell(element, 'c-provisioning-list-frame', 'filter', { segment: 'orphaned', search: 'mo', filters: { status: 'Active' } });
    expect(apex(getAccounts).mock.calls[2]?.[0]).toMatchObject({
      linkState: 'orphaned',
      search: 'mo',
      status: 'Active',
      activeThere: false,
    });
    await tell(element, 'c-provisioning-stat-tiles', 'open', 'activeThere');
    expect(apex(getAccounts).mock.calls[3]?.[0]).toMatchObject({ linkState: null, activeThere: true });
  });

  it('decides about one and about those selected, and says what became of them', async () => {
    apex(decide).mockResolvedValue([aRow(), aRow({ outcome: 'Failed', message: 'Not linked.' })]);
    const { element, told } = await accounts();
    await tell(element, 'c-provisioning-list-frame', 'rowaction', { id: 'alm1', action: 'Unlink' });
    expect(apex(decide)).toHaveBeenLastCalledWith({ appId: 'aA0', decision: 'Unlink', ids: ['alm1'], userId: null });
    await tell(element, 'c-provisioning-list-frame', 'select', ['alm1', 'alm2']);
    await tell(element, 'c-provisioning-list-frame', 'act', 'Push');
    expect(apex(decide)).toHaveBeenLastCalledWith({ appId: 'aA0', decision: 'Push', ids: ['alm1', 'alm2'], userId: null });
    expect(told).toContain('1 done, 0 unchanged. 1 failed: Not linked.');
    expect(table(element).said).toContain('1 failed: Not linked.');
  });

  it('says why a decision was refused', async () => {
    apex(decide).mockRejectedValue(refusal('Not possible.'));
    const { element } = await accounts();
    await tell(element, 'c-provisioning-list-frame', 'rowaction', { id: 'alm1', action: 'Update' });
    expect(table(element).problem).toBe('Not possible.');
  });

  it('pushes all that are linked as a process, once that is confirmed', async () => {
    const confirm = jest.spyOn(LightningConfirm, 'open').mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    apex(start).mockResolvedValue(aProcess({ name: 'PP-7' }));
    const { element } = await accounts();
    await tell(element, 'c-provisioning-list-frame', 'all');
    expect(start).not.toHaveBeenCalled();
    await tell(element, 'c-provisioning-list-frame', 'all');
    expect(start).toHaveBeenCalledWith({ appId: 'aA0', kind: 'Push', mode: 'Live' });
    expect(confirm.mock.calls[0]?.[0]?.message).toBe('Everything is sent again to 3 linked accounts at Expense Cloud.');
  });

  it('lets who may only look do nothing', async () => {
    const { element } = await accounts({ detail: { ...detail, canProcess: false } });
    expect(table(element).selectable).toBe(false);
    expect((table(element).rows as readonly TableRow[])[0]?.actions).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
