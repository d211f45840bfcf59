import ProvisioningChangeList from 'c/provisioningChangeList';
import getChanges from '@salesforce/apex/EmployeeLifecycleController.getChanges';
import confirmMovers from '@salesforce/apex/EmployeeLifecycleController.confirmMovers';
import { all, apex, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.getChanges', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.confirmMovers', () => ({ default: jest.fn() }), { virtual: true });

const aChange = (changes: Partial<Apex.EmployeeChangeRow> = {}): Apex.EmployeeChangeRow => ({
  employeeId: 'a',
  employeeNumber: 'E100470',
  name: 'Maria Luiza Moraes',
  userId: '005000000000001AAA',
  username: 'maria@northwind.example',
  differences: [{ label: 'Last Name', before: 'Moraes', after: 'Moraes Alves' }],
  note: null,
  reason: null,
  cause: null,
  changedAt: '2026-11-27T08:31:00.000Z',
  ...changes,
});
const aPage = (changes: Partial<Apex.EmployeeChangePage> = {}): Apex.EmployeeChangePage => ({
  changes: [
    aChange(),
    aChange({ employeeId: 'b', name: 'Karim Haddad', differences: [], reason: 'Another person?', cause: 'DIFFERENT_PERSON' }),
  ],
  compared: 500,
  next: null,
  ...changes,
});
const known: number[] = [];
const list = async () => {
  const element = mount('c-provisioning-change-list', ProvisioningChangeList, { people: 1530 });
  element.addEventListener('known', (event) => known.push((event as CustomEvent<number>).detail));
  await settled();
  return element;
};
interface Frame {
  readonly rows?: { cells: Record<string, object> }[];
  readonly [name: string]: unknown;
}
const frame = (element: Element) => one(element, 'c-provisioning-list-frame') as unknown as Frame & HTMLElement;
const tell = async (element: Element, name: string, detail: unknown) => {
  frame(element).dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};
const foot = (element: Element) => one(element, '[data-foot]').textContent;

describe('c-provisioning-change-list', () => {
  beforeEach(() => {
    known.length = 0;
    apex(getChanges).mockResolvedValue(aPage());
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('holds the places while it loads', async () => {
    apex(getChanges).mockReturnValue(new Promise(() => undefined));
    const element = await list();
    expect(frame(element).rows).toBeUndefined();
    expect(foot(element)).toBe('');
    await expect(element).toBeAccessible();
  });

  it('lets those be confirmed by name whom a rule would make administrators, and compares again', async () => {
    const reason = 'The rule Heads would give Manage Users.';
    apex(getChanges).mockResolvedValueOnce(
      aPage({ changes: [aChange(), aChange({ employeeId: 'c', name: 'Ada One', reason, cause: 'PRIVILEGED_GRANT' })] }),
    );
    const element = await list();
    const confirm = one(element, 'c-provisioning-administrative-confirm') as unknown as {
      readonly people: readonly object[];
      readonly start: (chosen: { employeeIds: string[] }) => unknown;
    } & HTMLElement;
    expect(confirm.people).toEqual([{ id: 'c', employeeNumber: 'E100470', name: 'Ada One', message: reason }]);
    confirm.start({ employeeIds: ['c'] });
    expect(confirmMovers).toHaveBeenCalledWith({ employeeIds: ['c'] });
    await expect(element).toBeAccessible();
    confirm.dispatchEvent(new CustomEvent('confirmed'));
    await settled();
    expect(getChanges).toHaveBeenCalledTimes(2);
    expect(all(element, 'c-provisioning-administrative-confirm')).toHaveLength(0);
  });

  it('shows what differs, and why somebody is not carried over', async () => {
    const element = await list();
    expect(getChanges).toHaveBeenCalledWith({ search: '', after: null });
    expect(frame(element).rows!.map(({ cells }) => cells.what)).toEqual([
      { differences: aChange().differences, second: null },
      { text: 'Not carried over', second: 'Another person?', icon: 'utility:ban', tone: 'bad' },
    ]);
    expect(foot(element)).toBe('Everybody is compared. Blank values of an employee empty nothing but the first name.');
    await settled();
    await expect(element).toBeAccessible();
  });

  it('tells how many a run would change only once everybody was compared', async () => {
    apex(getChanges).mockResolvedValueOnce(aPage({ next: '1 a' }));
    apex(getChanges).mockResolvedValueOnce(aPage({ changes: [aChange({ employeeId: 'c' })], compared: 30 }));
    const element = await list();
    expect(known).toEqual([]);
    expect(foot(element)).toBe('500 of 1,530 people are compared, changed last first. Load more compares on.');
    await tell(element, 'more', null);
    expect(getChanges).toHaveBeenLastCalledWith({ search: '', after: '1 a' });
    expect(frame(element).rows).toHaveLength(3);
    expect(known).toEqual([2]);
  });

  it('goes on where nobody of the first ones differs', async () => {
    apex(getChanges).mockResolvedValueOnce(aPage({ changes: [], next: '1 a' }));
    const element = await list();
    expect(frame(element).emptyText).toBe('Nobody differs among those who are compared.');
    one(element, '[data-more]').click();
    await settled();
    expect(frame(element).rows).toHaveLength(2);
    expect(all(element, '[data-more]')).toHaveLength(0);
  });

  it('searches, and says that nobody matches, without telling a number of all', async () => {
    const element = await list();
    apex(getChanges).mockResolvedValue(aPage({ changes: [] }));
    await tell(element, 'filter', { segment: '', search: 'zoe', filters: {} });
    expect(getChanges).toHaveBeenLastCalledWith({ search: 'zoe', after: null });
    expect(frame(element).emptyText).toBe('No employee matches the filters.');
    expect(known).toEqual([1]);
  });

  it('says why it could not look, and looks again', async () => {
    apex(getChanges).mockRejectedValueOnce(refusal('Not for you.'));
    const element = await list();
    expect(frame(element).failure).toBe('Not for you.');
    await expect(element).toBeAccessible();
    await tell(element, 'retry', null);
    expect(frame(element).failure).toBe('');
  });
});
