import ProvisioningErasure from 'c/provisioningErasure';
import erase from '@salesforce/apex/EmployeeErasureController.erase';
import { all, apex, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeErasureController.erase', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Manage_Provisioning_Settings', () => ({ default: true }), { virtual: true });

const aReply = (changes: Partial<Apex.EmployeeErasureReply> = {}): Apex.EmployeeErasureReply => ({
  items: 3,
  processes: 2,
  more: false,
  erasureId: 'a09',
  ...changes,
});
async function erasure() {
  const element = mount('c-provisioning-erasure', ProvisioningErasure, { employeeId: 'e1', name: 'Ada Lima' });
  const toast = jest.fn();
  const erased = jest.fn();
  element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent<{ title: string }>).detail.title));
  element.addEventListener('erased', erased);
  await settled();
  return { element, toast, erased };
}
async function press(element: Element, label: string): Promise<void> {
  labelled(element, 'lightning-button', label).click();
  await settled();
}

describe('c-provisioning-erasure', () => {
  beforeEach(() => apex(erase).mockResolvedValue(aReply()));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('says what goes and what stays before anything is erased', async () => {
    const { element } = await erasure();
    await expect(element).toBeAccessible();
    await press(element, 'Erase person');
    expect(one(element, '[role="group"]').ariaLabel ?? one(element, '[role="group"]').getAttribute('aria-label')).toBe('Erase Ada Lima?');
    expect(textOf(element)).toMatch(/What goes: .*What stays: the employee record, the user/);
    expect(textOf(element)).toContain('It cannot be undone');
    expect(erase).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('erases to the end, however much there is, and says how much it was', async () => {
    apex(erase)
      .mockResolvedValueOnce(aReply({ items: 2000, processes: 4, more: true }))
      .mockResolvedValueOnce(aReply());
    const { element, toast, erased } = await erasure();
    await press(element, 'Erase person');
    await press(element, 'Erase now');
    expect(apex(erase).mock.calls).toEqual([[{ employee: 'e1' }], [{ employee: 'e1' }]]);
    expect(toast).toHaveBeenCalledWith('Erased: 2,003 entries in 6 processes.');
    expect(erased).toHaveBeenCalledTimes(1);
    expect(all(element, '[role="group"]')).toHaveLength(0);
  });

  it('says so where nothing was known', async () => {
    apex(erase).mockResolvedValue(aReply({ items: 0, processes: 0, erasureId: null }));
    const { element, toast } = await erasure();
    await press(element, 'Erase person');
    await press(element, 'Erase now');
    expect(toast).toHaveBeenCalledWith('Processes knew nothing about this person any more.');
  });

  it('erases nothing on Cancel', async () => {
    const { element } = await erasure();
    await press(element, 'Erase person');
    await press(element, 'Cancel');
    expect(all(element, '[role="group"]')).toHaveLength(0);
    expect(erase).not.toHaveBeenCalled();
  });

  it('says why it cannot, and stays open', async () => {
    apex(erase).mockRejectedValue(refusal('PP-000007 is about this person and still running.'));
    const { element, erased } = await erasure();
    await press(element, 'Erase person');
    await press(element, 'Erase now');
    expect(one(element, '[role="alert"]').textContent).toBe('PP-000007 is about this person and still running.');
    expect(all(element, '[role="group"]')).toHaveLength(1);
    expect(erased).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });
});
