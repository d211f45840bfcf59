import ProvisioningEmployeeList from 'c/provisioningEmployeeList';
import ProvisioningNewEmployee from 'c/provisioningNewEmployee';
import ProvisioningRunConfirmation from 'c/provisioningRunConfirmation';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import startDryRun from '@salesforce/apex/ProvisioningController.startDryRun';
import startRun from '@salesforce/apex/ProvisioningController.startRun';
import getEmployees from '@salesforce/apex/EmployeeListController.getEmployees';
import provision from '@salesforce/apex/EmployeeListController.provision';
import { CurrentPageReference } from 'lightning/navigation';
import * as navigation from 'lightning/navigation';
import { all, apex, aPreview, aStartedProcess, labelled, mount, one, refusal, settled, somePeople } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeListController.getEmployees', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeListController.provision', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeDiagnosisController.explain', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});

jest.mock('@salesforce/customPermission/Import_Employees', () => ({ default: true }), { virtual: true });

jest.mock('@salesforce/apex/ProvisioningController.getRunPreview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.startRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.startDryRun', () => ({ default: jest.fn() }), { virtual: true });

const confirm = jest.spyOn(ProvisioningRunConfirmation, 'open');
const open = jest.spyOn(ProvisioningNewEmployee, 'open');
const { navigate } = navigation as unknown as { navigate: jest.Mock };
const go = CurrentPageReference as unknown as { emit(page: object): void };
const at = (state: object = {}) => ({ type: 'standard__navItemPage', attributes: { apiName: 'Provisioning_Employees' }, state });
const page = async (state: object = {}) => {
  const element = mount('c-provisioning-employee-list', ProvisioningEmployeeList);
  go.emit(at(state));
  await settled();
  return element;
};
const frame = (element: Element) =>
  one(element, 'c-provisioning-list-frame') as unknown as { rows?: { id: string; cells: Record<string, object> }[] } & Record<
    string,
    unknown
  > &
    HTMLElement;
const buttons = (element: Element) => all(element, 'lightning-button').map(({ label }) => label);
const tell = async (element: Element, name: string, detail: unknown) => {
  frame(element).dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};

describe('c-provisioning-employee-list', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('holds the places while it loads', async () => {
    apex(getEmployees).mockReturnValue(new Promise(() => undefined));
    const element = await page();
    expect(frame(element).rows).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('shows who waits, what became of them, and the views with their counts', async () => {
    apex(getEmployees).mockResolvedValue(somePeople());
    const element = await page();
    expect(getEmployees).toHaveBeenCalledWith({ view: 'Waiting', filter: {}, pageSize: 50, after: null });
    expect(one(element, 'c-provisioning-page-heading').heading).toBe('Employees');
    expect(frame(element).label).toBe('Waiting for a user');
    expect(frame(element).rows?.[0]?.cells).toMatchObject({
      person: { text: 'Test Worker 20', second: 'W10020', action: 'why' },
      place: { text: null },
      status: { text: 'Active' },
      user: { text: expect.stringContaining('@') as string },
      last: { text: 'The matching user has administrative permissions', second: 'PP-000002', tone: 'bad' },
    });
    const segments = frame(element).segments as { label: string; count: number }[];
    expect(segments.map(({ label, count }) => `${label} ${count}`)).toEqual(['All 40', 'With a user 37', 'Waiting 3', 'Leavers 0', 'Returns 0']); // prettier-ignore
    await expect(element).toBeAccessible();
  });

  it('keeps view, search and filters in the address, and asks by it', async () => {
    apex(getEmployees).mockResolvedValue(somePeople({ hasDepartment: true }));
    const element = await page({ c__view: 'Leavers', c__search: 'ada', c__outcome: 'Failed', c__department: 'Tools' });
    const filter = { search: 'ada', outcome: 'Failed', department: 'Tools' };
    expect(getEmployees).toHaveBeenCalledWith(expect.objectContaining({ view: 'Leavers', filter }));
    const filters = frame(element).filters as { name: string; label: string; value: string; options: object[] }[];
    expect(filters.map(({ label, value }) => `${label}: ${value}`)).toEqual(['Last outcome: Failed', 'Cause: ', 'Status: ', 'Department: Tools']); // prettier-ignore
    expect(filters[2]!.options).toContainEqual({ value: 'Terminated', label: 'Terminated' });
    await tell(element, 'filter', { segment: 'All', search: '', filters: { outcome: '', cause: 'EMAIL', status: '', department: '' } });
    expect(navigate).toHaveBeenLastCalledWith(at({ c__view: 'All', c__cause: 'EMAIL' }), true);
  });

  it('has no department where the source knows none, and says what the username would be only to whoever waits', async () => {
    apex(getEmployees).mockResolvedValue(somePeople({ hasDepartment: false }));
    const element = await page();
    const labelsOf = () => (frame(element).columns as { label: string }[]).map(({ label }) => label);
    expect((frame(element).filters as object[]).length).toBe(3);
    expect(labelsOf()).toEqual(['Employee', 'Status', 'Planned username', 'Last outcome']);
    go.emit(at({ c__view: 'WithUser' }));
    apex(getEmployees).mockResolvedValue(somePeople({ hasDepartment: true }));
    go.emit(at({ c__view: 'All' }));
    await settled();
    expect(labelsOf()).toEqual(['Employee', 'Department and title', 'Status', 'User', 'Last outcome']);
  });

  it('asks "why not" only of whoever has no user', async () => {
    const [first, second] = somePeople().employees ?? [];
    apex(getEmployees).mockResolvedValue(
      somePeople({ employees: [first!, { ...second!, name: 'Ada Lima', userId: '005000000000001AAA' }] }),
    );
    const rows = frame(await page({ c__view: 'All' })).rows as unknown as { button: { label: string } }[];
    expect(rows.map(({ button }) => button.label)).toEqual([`Why not ${first!.name}?`, 'About Ada Lima']);
  });

  it('opens the window of a run over everybody who waits', async () => {
    apex(getEmployees).mockResolvedValue(somePeople({ mayRun: true }));
    apex(getRunPreview).mockResolvedValue(aPreview());
    apex(startRun).mockResolvedValue(aStartedProcess({ name: 'PP-000032' }));
    apex(startDryRun).mockResolvedValue(aStartedProcess({ name: 'PP-000033' }));
    const element = await page();
    const press = async (answer: unknown) => {
      confirm.mockResolvedValueOnce(answer);
      labelled(element, 'lightning-button', 'Provision all 3').click();
      await settled();
    };
    await press(undefined);
    expect(startRun).not.toHaveBeenCalled();
    await press('run');
    expect(frame(element).said).toContain('PP-000032 has started.');
    await press('dryRun');
    expect(frame(element).said).toContain('PP-000033 has started.');
    await press(at({ c__view: 'All' }));
    expect(navigate).toHaveBeenLastCalledWith(at({ c__view: 'All' }), undefined);
    await expect(element).toBeAccessible();
  });

  it('offers no run over everybody where nobody waits, or to whoever may not', async () => {
    apex(getEmployees).mockResolvedValue(somePeople({ mayRun: false }));
    expect(buttons(await page())).toEqual(['New employee']);
    document.body.replaceChildren();
    apex(getEmployees).mockResolvedValue(somePeople({ mayRun: true, counts: { Waiting: 0 } }));
    expect(buttons(await page())).toEqual(['New employee']);
  });

  it('writes everybody who matches into a file, says how far it is, and how many there are', async () => {
    apex(getEmployees).mockResolvedValue(somePeople());
    const element = await page({ c__cause: 'EMAIL' });
    let goOn: (page: Apex.EmployeeListPage) => void = () => undefined;
    apex(getEmployees)
      .mockResolvedValueOnce(somePeople({ next: 'x' }))
      .mockReturnValueOnce(new Promise((resolve) => (goOn = resolve)));
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined);
    await tell(element, 'export', null);
    expect(frame(element).said).toBe('Exporting: 3 people so far');
    goOn(somePeople());
    await settled();
    expect(getEmployees).toHaveBeenLastCalledWith({ view: 'Waiting', filter: { cause: 'EMAIL' }, pageSize: 200, after: 'x' });
    expect(frame(element).said).toBe('6 people are in the file.');
    expect(click).toHaveBeenCalledTimes(1);
  });

  it('opens the panel of a person, asks nothing anew for it, and closes it again', async () => {
    apex(getEmployees).mockResolvedValue(somePeople());
    const element = await page();
    await tell(element, 'rowaction', { id: '9gs00000000000LAAQ', action: 'why' });
    expect(navigate).toHaveBeenLastCalledWith(at({ c__employee: '9gs00000000000LAAQ' }), true);
    go.emit(at({ c__employee: '9gs00000000000LAAQ' }));
    await settled();
    expect(getEmployees).toHaveBeenCalledTimes(1);
    expect(one(element, 'c-employee-diagnosis').recordId).toBe('9gs00000000000LAAQ');
    one(element, 'c-provisioning-side-panel').dispatchEvent(new CustomEvent('close'));
    expect(navigate).toHaveBeenLastCalledWith(at({ c__employee: undefined }), true);
    await expect(element).toBeAccessible();
  });

  it('provisions who is selected, or only tries it, and says which process it is', async () => {
    apex(getEmployees).mockResolvedValue(somePeople());
    apex(provision).mockResolvedValue(aStartedProcess({ name: 'PP-000031' }));
    const element = await page();
    await tell(element, 'select', ['a', 'b']);
    await tell(element, 'act', 'provision');
    expect(provision).toHaveBeenLastCalledWith({ employeeIds: ['a', 'b'], dryRun: false });
    expect(frame(element).said).toContain('PP-000031 has started.');
    expect(frame(element).selected).toEqual([]);
    await tell(element, 'select', ['a']);
    await tell(element, 'act', 'dryRun');
    expect(provision).toHaveBeenLastCalledWith({ employeeIds: ['a'], dryRun: true });
  });

  it('lets nobody select who may not run, nor outside the view of those who wait', async () => {
    apex(getEmployees).mockResolvedValue(somePeople({ mayRun: false }));
    expect(frame(await page()).selectable).toBe(false);
    document.body.replaceChildren();
    apex(getEmployees).mockResolvedValue(somePeople({ mayRun: true }));
    expect(frame(await page({ c__view: 'WithUser' })).selectable).toBe(false);
  });

  it('says why nothing was started, and keeps the selection', async () => {
    apex(getEmployees).mockResolvedValue(somePeople());
    apex(provision).mockRejectedValue(refusal('PP-000030 is running.'));
    const element = await page();
    await tell(element, 'select', ['a']);
    await tell(element, 'act', 'provision');
    expect(frame(element).problem).toBe('PP-000030 is running.');
    expect(frame(element).selected).toEqual(['a']);
  });

  it('says that everybody has a user, that nobody matches, and why it could not look', async () => {
    apex(getEmployees).mockResolvedValue(somePeople({ employees: [] }));
    expect(frame(await page()).emptyText).toBe('Everybody in the provisioning status has a user.');
    document.body.replaceChildren();
    apex(getEmployees).mockResolvedValue(somePeople({ employees: [], status: null }));
    expect(frame(await page()).emptyText).toMatch(/^No settings are saved yet/);
    document.body.replaceChildren();
    expect(frame(await page({ c__search: 'x' })).emptyText).toBe('No employee matches the filters.');
    document.body.replaceChildren();
    apex(getEmployees).mockRejectedValue(refusal('Not for you.'));
    const element = await page();
    expect(frame(element).failure).toBe('Not for you.');
    apex(getEmployees).mockResolvedValue(somePeople());
    await tell(element, 'retry', null);
    expect(frame(element).rows).toHaveLength(3);
    expect(all(element, 'c-provisioning-side-panel')).toEqual([]);
  });

  it('opens the panel of somebody new, asks for a run where that was wished, and asks for the list anew', async () => {
    apex(getEmployees).mockResolvedValue(somePeople());
    const element = await page({ c__view: 'All' });
    const press = async () => {
      labelled(element, 'lightning-button', 'New employee').click();
      await settled();
    };
    open.mockResolvedValueOnce(undefined);
    await press();
    expect(navigate).not.toHaveBeenCalled();
    open.mockResolvedValueOnce({
      employeeId: 'e1',
      name: 'Ada Lima',
      note: 'Without an address this person gets no user.',
      provision: true,
    });
    await press();
    expect(frame(element).said).toBe('Ada Lima was saved. Without an address this person gets no user.');
    expect(navigate).toHaveBeenLastCalledWith(at({ c__view: 'All', c__employee: 'e1' }), true);
    expect(getEmployees).toHaveBeenCalledTimes(2);
    go.emit(at({ c__view: 'All', c__employee: 'e1' }));
    await settled();
    expect(one(element, 'c-employee-diagnosis').begins).toBe(true);
    one(element, 'c-employee-diagnosis').dispatchEvent(new CustomEvent('changed'));
    await settled();
    expect(getEmployees).toHaveBeenCalledTimes(3);
    go.emit(at({ c__view: 'All', c__employee: 'e2' }));
    await settled();
    expect(one(element, 'c-employee-diagnosis').begins).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('shows the next page below the first', async () => {
    apex(getEmployees)
      .mockResolvedValueOnce(somePeople({ next: 'x' }))
      .mockResolvedValueOnce(somePeople());
    const element = await page();
    expect(frame(element).hasMore).toBe(true);
    await tell(element, 'more', null);
    expect(getEmployees).toHaveBeenLastCalledWith(expect.objectContaining({ after: 'x' }));
    expect(frame(element).rows).toHaveLength(6);
  });
});
