import ProvisioningReturnList from 'c/provisioningReturnList';
import getReturns from '@salesforce/apex/EmployeeLifecycleController.getReturns';
import * as navigation from 'lightning/navigation';
import { apex, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.getReturns', () => ({ default: jest.fn() }), { virtual: true });

type Return = Apex.EmployeeReturnPage_Row;
const { navigate } = navigation as unknown as { navigate: jest.Mock };
const aReturn = (changes: Partial<Return> = {}): Return => ({
  employeeId: 'a',
  employeeNumber: 'E100398',
  name: 'Leonie Brandt',
  status: 'Active',
  userId: '005000000000001AAA',
  username: 'leonie.brandt@northwind.example',
  state: 'Frozen',
  processId: 'p12',
  processName: 'PP-000012',
  lockedAt: '2026-11-10T12:00:00.000Z',
  sets: 3,
  reason: null,
  ...changes,
});
const aPage = (changes: Partial<Apex.EmployeeReturnPage> = {}): Apex.EmployeeReturnPage => ({
  returns: [
    aReturn(),
    aReturn({ employeeId: 'b', sets: 0 }),
    aReturn({ employeeId: 'c', sets: 1, state: 'Inactive' }),
    aReturn({ employeeId: 'd', sets: null, processId: null, processName: null, lockedAt: null, reason: 'A person did it.' }),
  ],
  next: null,
  ...changes,
});
const list = async (mayRun = true) => {
  const element = mount('c-provisioning-return-list', ProvisioningReturnList, { mayRun });
  await settled();
  return element;
};
interface Frame {
  readonly rows?: { selectable: boolean; cells: Record<string, { text?: string; second?: string }> }[];
  readonly [name: string]: unknown;
}
const frame = (element: Element) => one(element, 'c-provisioning-list-frame') as unknown as Frame & HTMLElement;
const tell = async (element: Element, name: string, detail: unknown) => {
  frame(element).dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};

describe('c-provisioning-return-list', () => {
  beforeEach(() => {
    apex(getReturns).mockResolvedValue(aPage());
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('holds the places while it loads', async () => {
    apex(getReturns).mockReturnValue(new Promise(() => undefined));
    const element = await list();
    expect(frame(element).rows).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('shows who locked whom out, and whether a run may let them in', async () => {
    const element = await list();
    expect(getReturns).toHaveBeenCalledWith({ search: '', after: null });
    const rows = frame(element).rows!;
    expect(rows.map(({ cells }) => cells.back!.text)).toEqual(['Yes, with 3 sets', 'Yes, no sets', 'Yes, with 1 set', 'Not by a run']);
    expect(rows.map(({ cells }) => cells.by!.text)).toEqual(['PP-000012', 'PP-000012', 'PP-000012', 'a person']);
    expect(rows.map(({ cells }) => cells.user!.second)).toEqual(['frozen', 'frozen', 'inactive', 'frozen']);
    expect(rows[3]!.cells.back!.second).toBe('A person did it.');
    expect(rows.map(({ selectable }) => selectable)).toEqual([true, true, true, false]);
    await expect(element).toBeAccessible();
  });

  it('asks for a run over those who are selected, and lets nobody select who may not run', async () => {
    const starts: unknown[] = [];
    const element = await list();
    element.addEventListener('start', (event) => starts.push((event as CustomEvent).detail));
    await tell(element, 'select', ['a', 'b']);
    await tell(element, 'act', 'run');
    await tell(element, 'act', 'dryRun');
    expect(starts).toEqual([
      { employeeIds: ['a', 'b'], isDryRun: false, label: 'Bring back 2' },
      { employeeIds: ['a', 'b'], isDryRun: true, label: 'Bring back 2' },
    ]);
    document.body.replaceChildren();
    expect(frame(await list(false)).selectable).toBe(false);
  });

  it('leads to the panel of a person, searches, and loads more', async () => {
    apex(getReturns).mockResolvedValueOnce(aPage({ next: 'x' }));
    const element = await list();
    await tell(element, 'rowaction', { id: 'b', action: 'why' });
    expect(navigate.mock.calls[0]?.[0]).toMatchObject({ state: { c__view: 'Returns', c__employee: 'b' } });
    apex(getReturns).mockResolvedValueOnce(aPage({ returns: [aReturn({ employeeId: 'z' })] }));
    await tell(element, 'more', null);
    expect(getReturns).toHaveBeenLastCalledWith({ search: '', after: 'x' });
    expect(frame(element).rows).toHaveLength(5);
    apex(getReturns).mockResolvedValueOnce(aPage({ returns: [] }));
    await tell(element, 'filter', { segment: '', search: 'zoe', filters: {} });
    expect(getReturns).toHaveBeenLastCalledWith({ search: 'zoe', after: null });
    expect(frame(element).emptyText).toBe('No employee matches the filters.');
  });

  it('says that nobody came back, and why it could not look', async () => {
    apex(getReturns).mockResolvedValue(aPage({ returns: [] }));
    expect(frame(await list()).emptyText).toMatch(/^Nobody in the provisioning status/);
    document.body.replaceChildren();
    apex(getReturns).mockRejectedValueOnce(refusal('Not for you.'));
    const element = await list();
    expect(frame(element).failure).toBe('Not for you.');
    await expect(element).toBeAccessible();
    await tell(element, 'retry', null);
    expect(frame(element).failure).toBe('');
  });
});
