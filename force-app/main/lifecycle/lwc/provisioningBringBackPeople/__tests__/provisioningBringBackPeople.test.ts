import ProvisioningBringBackPeople from 'c/provisioningBringBackPeople';
import getBringBackPeople from '@salesforce/apex/EmployeeLifecycleController.getBringBackPeople';
import { all, apex, mount, one, refusal, settled, type Mounted } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.getBringBackPeople', () => ({ default: jest.fn() }), { virtual: true });

const aPerson = (changes: Partial<Apex.EmployeeBringBackPage_Row> = {}): Apex.EmployeeBringBackPage_Row => ({
  employeeId: 'e1',
  employeeNumber: 'E100419',
  name: 'Kent Isaksson',
  username: 'kent@people.example',
  differences: [{ label: 'Frozen', before: 'Yes', after: 'No' }],
  note: null,
  reason: null,
  ...changes,
});
const KEPT = aPerson({ employeeId: 'e2', name: null, differences: [], reason: 'Marked Keep locked out by Admin.' });

async function list(properties: object = {}) {
  const element = mount('c-provisioning-bring-back-people', ProvisioningBringBackPeople, { processId: 'a01', ...properties });
  await settled();
  return element;
}
const table = (element: Element) => one(element, 'c-provisioning-record-table');
const rows = (element: Element) => table(element).rows as { cells: Record<string, object> }[];
const fire = (element: Mounted, name: string) => element.dispatchEvent(new CustomEvent(name));

describe('c-provisioning-bring-back-people', () => {
  beforeEach(() => {
    apex(getBringBackPeople).mockResolvedValue({ people: [aPerson(), KEPT], next: 'i2' });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('loads', async () => {
    apex(getBringBackPeople).mockReturnValue(new Promise(() => undefined));
    const element = await list();
    expect(rows(element)).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('shows what each person has now and would have then, and why somebody stays as they are', async () => {
    const element = await list();
    expect(getBringBackPeople).toHaveBeenCalledWith({ processId: 'a01', includeLeavers: false, employeeIds: null, after: null });
    const [back, kept] = rows(element);
    expect(back!.cells.person).toEqual({ text: 'Kent Isaksson', second: 'E100419' });
    expect(back!.cells.what).toEqual({ differences: [{ label: 'Frozen', before: 'Yes', after: 'No' }] });
    expect(back!.cells.result).toMatchObject({ text: 'Is brought back', second: null });
    expect(kept!.cells.person).toMatchObject({ text: 'E100419' });
    expect(kept!.cells.what).toEqual({});
    expect(kept!.cells.result).toMatchObject({ text: 'Stays as is', second: 'Marked Keep locked out by Admin.' });
    await expect(element).toBeAccessible();
  });

  it('adds the next page below', async () => {
    const element = await list();
    apex(getBringBackPeople).mockResolvedValue({ people: [aPerson({ employeeId: 'e3' })], next: null });
    fire(table(element), 'more');
    await settled();
    expect(getBringBackPeople).toHaveBeenLastCalledWith(expect.objectContaining({ after: 'i2' }));
    expect(rows(element)).toHaveLength(3);
    expect(table(element).hasMore).toBe(false);
  });

  it('asks anew, from the start, when leavers are included', async () => {
    const element = await list({ employeeIds: ['e1', 'e2'] });
    element.includesLeavers = true;
    await settled();
    expect(getBringBackPeople).toHaveBeenLastCalledWith({ processId: 'a01', includeLeavers: true, employeeIds: ['e1', 'e2'], after: null });
    expect(rows(element)).toHaveLength(2);
  });

  it('says that nobody is in it', async () => {
    apex(getBringBackPeople).mockResolvedValue({ people: [], next: null });
    const element = await list();
    expect(table(element).emptyText).toBe('This run locked nobody out.');
    await expect(element).toBeAccessible();
  });

  it('says why it cannot, and asks again', async () => {
    apex(getBringBackPeople).mockRejectedValueOnce(refusal('You need Run Provisioning.'));
    const element = await list();
    expect(table(element).failure).toBe('You need Run Provisioning.');
    await expect(element).toBeAccessible();
    fire(table(element), 'retry');
    await settled();
    expect(table(element).failure).toBe('');
    expect(all(element, 'c-provisioning-record-table')).toHaveLength(1);
    expect(rows(element)).toHaveLength(2);
  });
});
