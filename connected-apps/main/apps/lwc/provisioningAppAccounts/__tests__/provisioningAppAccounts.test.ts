import ProvisioningAppAccounts from 'c/provisioningAppAccounts';
import ProvisioningRaiseRequests from 'c/provisioningRaiseRequests';
import ProvisioningDecideAll from 'c/provisioningDecideAll';
import type { TableRow } from 'c/provisioningRecordTable';
import type { Tile } from 'c/provisioningStatTiles';
import decide from '@salesforce/apex/AppAccountsController.decide';
import getProcess from '@salesforce/apex/AppReconciliationController.getProcess';
import getAccounts from '@salesforce/apex/AppAccountsController.getAccounts';
import { aProcess, aRow, anAccount, anAppDetail, apex, labelled, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/AppAccountsController.decide', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppAccountsController.getAccounts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.findUsers', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppRequestsController.raise', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppAccountsController.decideAll', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.getProcess', () => ({ default: jest.fn() }), { virtual: true });

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

  it('asks for an operation for the users of what is selected, and for others', async () => {
    const open = ProvisioningRaiseRequests.open as jest.Mock;
    open.mockResolvedValueOnce([aRow()]).mockResolvedValueOnce(undefined);
    apex(getAccounts).mockResolvedValue(page([anAccount({ id: 'alm1', userId: '0051', name: 'Amos Smith' }), anAccount({ id: 'alm2' })]));
    const { element, told } = await accounts();
    await tell(element, 'c-provisioning-list-frame', 'select', ['alm1', 'alm2']);
    await tell(element, 'c-provisioning-list-frame', 'act', 'Raise');
    expect(open).toHaveBeenLastCalledWith(
      expect.objectContaining({ appId: 'aA0', name: 'Expense Cloud', people: [{ userId: '0051', name: 'Amos Smith' }], leftOut: 1 }),
    );
    expect(told).toEqual(['1 done, 0 unchanged.']);
    labelled(element, 'lightning-button', 'Raise requests').click();
    await settled();
    expect(open).toHaveBeenLastCalledWith(expect.objectContaining({ people: [], leftOut: 0 }));
    expect(told).toHaveLength(1);
  });

  it('shows what was asked last, and exports all pages that match', async () => {
    const links: HTMLAnchorElement[] = [];
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(this);
    });
    const lastRequest = { operation: 'Update', state: 'Completed', moment: '2026-11-26T15:02:00.000Z' };
    apex(getAccounts).mockResolvedValue(page([anAccount({ lastRequest })]));
    const { element } = await accounts();
    expect((table(element).rows as readonly TableRow[])[0]?.cells.last).toEqual({
      moment: '2026-11-26T15:02:00.000Z',
      second: 'Update, Completed',
    });
    apex(getAccounts)
      .mockResolvedValueOnce(page([anAccount({ lastRequest })], 'AA-1'))
      .mockResolvedValueOnce(page([anAccount({ id: 'alm2' })]));
    await tell(element, 'c-provisioning-list-frame', 'export');
    expect(apex(getAccounts).mock.calls.at(-1)?.[0]).toMatchObject({ pageSize: 200, after: 'AA-1' });
    const lines = decodeURIComponent(links[0]?.href ?? '').split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('f09b,m.moraes,');
    expect(lines[1]).toContain(',Update,Completed,2026-11-26T15:02:00.000Z');
    click.mockRestore();
  });

  it('says why a decision was refused', async () => {
    apex(decide).mockRejectedValue(refusal('Not possible.'));
    const { element } = await accounts();
    await tell(element, 'c-provisioning-list-frame', 'rowaction', { id: 'alm1', action: 'Update' });
    expect(table(element).problem).toBe('Not possible.');
  });

  it('decides about all that match the list, in a window that begins a run', async () => {
    const open = ProvisioningDecideAll.open as jest.Mock;
    open.mockResolvedValueOnce(undefined).mockResolvedValueOnce(aProcess({ id: 'p7', name: 'PP-7' }));
    apex(getProcess).mockResolvedValue(
      aProcess({ id: 'p7', name: 'PP-7', status: 'Finished', updated: 3, skipped: 1, failed: 0, statusMessage: null }),
    );
    const { element, told } = await accounts();
    await tell(element, 'c-provisioning-list-frame', 'filter', { segment: 'orphaned', search: 'mo', filters: { status: 'Active' } });
    await tell(element, 'c-provisioning-list-frame', 'all');
    expect(open).toHaveBeenLastCalledWith(
      expect.objectContaining({
        appId: 'aA0',
        name: 'Expense Cloud',
        matching: { linkState: 'orphaned', status: 'Active', activeThere: false, search: 'mo', drift: null },
      }),
    );
    expect(told).toEqual([]);
    labelled(element, 'lightning-button', 'Decide about all that match…').click();
    await settled();
    expect(told).toEqual(['PP-7 decides about all that match.', 'PP-7: 3 decided, 1 left as they were.']);
    expect(one(element, 'c-provisioning-page-link').label).toBe('PP-7');
    await expect(element).toBeAccessible();
  });

  it('lets who may only look do nothing', async () => {
    const { element } = await accounts({ detail: { ...detail, canProcess: false } });
    expect(table(element).selectable).toBe(false);
    expect((table(element).rows as readonly TableRow[])[0]?.actions).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
