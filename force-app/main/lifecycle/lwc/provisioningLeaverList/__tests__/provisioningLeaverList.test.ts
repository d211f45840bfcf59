import ProvisioningLeaverList from 'c/provisioningLeaverList';
import getLeavers from '@salesforce/apex/EmployeeLifecycleController.getLeavers';
import { CurrentPageReference } from 'lightning/navigation';
import * as navigation from 'lightning/navigation';
import { apex, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.getLeavers', () => ({ default: jest.fn() }), { virtual: true });

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const go = CurrentPageReference as unknown as { emit(page: object): void };
const at = (state: object = {}) => ({ type: 'standard__navItemPage', attributes: { apiName: 'Leavers_And_Changes' }, state });
const aLeaver = (changes: Partial<Apex.EmployeeLeaverRow> = {}): Apex.EmployeeLeaverRow => ({
  employeeId: '9gs00000000000LAAQ',
  employeeNumber: 'E100461',
  name: 'Tamia Wisozk',
  status: 'Inactive',
  lastDay: null,
  userId: '005000000000001AAA',
  username: 'tamia.wisozk@northwind.example',
  lastLogin: '2026-11-18T08:00:00.000Z',
  action: 'Freeze',
  isOurs: true,
  reason: null,
  cause: null,
  ...changes,
});
const aPage = (changes: Partial<Apex.EmployeeLeaverPage> = {}): Apex.EmployeeLeaverPage => ({
  leavers: [
    aLeaver(),
    aLeaver({ employeeId: 'b', name: 'Waino Willms', isOurs: false, lastDay: '2026-11-25' }),
    aLeaver({ employeeId: 'c', name: 'Silas Illing', action: 'Deactivate', lastLogin: null }),
    aLeaver({ employeeId: 'd', name: 'Ada Admin', action: null, reason: 'ada is the last active administrator.', cause: 'PROTECTED_USER' }),
  ],
  counts: { CanSignIn: 4, LockedOut: 30, MustStay: 1 },
  next: null,
  ...changes,
});
const list = async (state: object = {}, mayRun = true) => {
  const element = mount('c-provisioning-leaver-list', ProvisioningLeaverList, { action: 'Freeze', mayRun });
  go.emit(at(state));
  await settled();
  return element;
};
interface Frame {
  readonly rows?: { id: string; selectable: boolean; cells: Record<string, object> }[];
  readonly [name: string]: unknown;
}
const frame = (element: Element) => one(element, 'c-provisioning-list-frame') as unknown as Frame & HTMLElement;
const tell = async (element: Element, name: string, detail: unknown) => {
  frame(element).dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};
const foot = (element: Element) => one(element, '[data-foot]').textContent;

describe('c-provisioning-leaver-list', () => {
  beforeEach(() => {
    apex(getLeavers).mockResolvedValue(aPage());
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('holds the places while it loads', async () => {
    apex(getLeavers).mockReturnValue(new Promise(() => undefined));
    const element = await list();
    expect(frame(element).rows).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('shows what a run would do with each, and why somebody stays', async () => {
    const element = await list();
    expect(getLeavers).toHaveBeenCalledWith({ view: 'CanSignIn', search: '', pageSize: 50, after: null });
    const rows = frame(element).rows!;
    expect(rows.map(({ cells }) => cells.action)).toEqual([
      { text: 'Freeze', second: null },
      { text: 'Freeze', second: 'not created here, never deactivated' },
      { text: 'Deactivate', second: 'never signed in, so cannot be frozen' },
      { text: 'Stays', second: 'ada is the last active administrator.', icon: 'utility:lock' },
    ]);
    expect(rows.map(({ selectable }) => selectable)).toEqual([true, true, true, false]);
    expect(rows[1]!.cells.status).toEqual({ text: 'Inactive', second: 'last day 2026-11-25' });
    expect(rows[2]!.cells.login).toEqual({ text: 'never' });
    const segments = frame(element).segments as { label: string; count: number }[];
    expect(segments.map(({ label, count }) => `${label} ${count}`)).toEqual(['Can sign in 4', 'Locked out 30', 'Cannot be locked out 1']);
    expect(foot(element)).toBe('1 must stay: see “Cannot be locked out” for the reason. A run can be undone: Bring back on its page.');
    await expect(element).toBeAccessible();
  });

  it('tells how many a run would lock out, once everybody was looked at', async () => {
    const known: number[] = [];
    const element = mount('c-provisioning-leaver-list', ProvisioningLeaverList, { mayRun: true });
    element.addEventListener('known', (event) => known.push((event as CustomEvent<number>).detail));
    apex(getLeavers).mockResolvedValueOnce(aPage({ counts: { CanSignIn: 2000, LockedOut: 1 } }));
    go.emit(at());
    await settled();
    expect(known).toEqual([]);
    expect(foot(element)).toBe('A run can be undone: Bring back on its page.');
    await tell(element, 'retry', null);
    expect(known).toEqual([3]);
  });

  it('says of whom has lost access, and of whose record is gone, what is so', async () => {
    apex(getLeavers).mockResolvedValue(aPage({ leavers: [aLeaver({ action: null, status: null, reason: 'Cannot sign in.' })] }));
    const [row] = frame(await list({ c__view: 'LockedOut' })).rows!;
    expect(row!.cells.action).toEqual({ text: 'Nothing', second: 'Cannot sign in.' });
    expect(row!.cells.status).toMatchObject({ text: 'Deleted' });
  });

  it('keeps view and search in the address, and asks by it', async () => {
    const element = await list({ c__view: 'MustStay', c__search: 'ada' });
    expect(getLeavers).toHaveBeenCalledWith(expect.objectContaining({ view: 'MustStay', search: 'ada' }));
    expect(frame(element).selectable).toBe(false);
    await tell(element, 'filter', { segment: 'CanSignIn', search: '', filters: {} });
    expect(navigate).toHaveBeenLastCalledWith(at({ c__view: 'CanSignIn', c__search: undefined }), true);
  });

  it('asks for a run over those who are selected', async () => {
    const starts: unknown[] = [];
    const element = await list();
    element.addEventListener('start', (event) => starts.push((event as CustomEvent).detail));
    await tell(element, 'select', ['b', 'c']);
    const [run] = frame(element).actions as { label: string }[];
    expect(run!.label).toBe('Freeze 2');
    await tell(element, 'act', 'run');
    await tell(element, 'act', 'dryRun');
    expect(starts).toEqual([
      { employeeIds: ['b', 'c'], isDryRun: false, label: 'Freeze 2' },
      { employeeIds: ['b', 'c'], isDryRun: true, label: 'Freeze 2' },
    ]);
  });

  it('lets nobody select who may not run', async () => {
    expect(frame(await list({}, false)).selectable).toBe(false);
  });

  it('leads to the panel of a person', async () => {
    await tell(await list(), 'rowaction', { id: 'b', action: 'why' });
    expect(navigate.mock.calls[0]?.[0]).toMatchObject({ state: { c__view: 'All', c__employee: 'b' } });
  });

  it('says that nobody is left, that nobody matches, and why it could not look', async () => {
    apex(getLeavers).mockResolvedValue(aPage({ leavers: [], counts: { CanSignIn: 0, LockedOut: 0, MustStay: 0 } }));
    expect(frame(await list()).emptyText).toBe('No leaver can sign in.');
    document.body.replaceChildren();
    expect(frame(await list({ c__search: 'x' })).emptyText).toBe('No employee matches the filters.');
    document.body.replaceChildren();
    apex(getLeavers).mockRejectedValueOnce(refusal('Not for you.'));
    const element = await list();
    expect(frame(element).failure).toBe('Not for you.');
    await expect(element).toBeAccessible();
    await tell(element, 'retry', null);
    expect(frame(element).failure).toBe('');
  });

  it('shows the next page below the first', async () => {
    apex(getLeavers).mockResolvedValueOnce(aPage({ next: 'x' }));
    apex(getLeavers).mockResolvedValueOnce(aPage({ leavers: [aLeaver({ employeeId: 'z' })] }));
    const element = await list();
    await tell(element, 'more', null);
    expect(getLeavers).toHaveBeenLastCalledWith(expect.objectContaining({ after: 'x' }));
    expect(frame(element).rows).toHaveLength(5);
    expect(frame(element).hasMore).toBe(false);
  });
});
