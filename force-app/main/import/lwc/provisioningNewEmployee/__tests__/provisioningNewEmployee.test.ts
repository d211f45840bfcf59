import ProvisioningNewEmployee from 'c/provisioningNewEmployee';
import createEmployee from '@salesforce/apex/EmployeeImportController.createEmployee';
import getForm from '@salesforce/apex/EmployeeImportController.getForm';
import { all, apex, aHireForm, labelled, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeImportController.createEmployee', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeImportController.getForm', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Run_Provisioning', () => ({ default: true }), { virtual: true });

const CREATED = {
  employeeNumber: 'E1',
  employeeId: 'a01',
  outcome: 'Created',
  code: null,
  message: null,
  field: null,
  errors: [],
  changed: [],
};
const now = new Date();
const TODAY = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
const validity = jest.fn();
const open = async () => {
  const element = mount('c-provisioning-new-employee', ProvisioningNewEmployee, { label: 'New employee' });
  const closed: unknown[] = [];
  element.addEventListener('modalclose', (event) => closed.push((event as CustomEvent).detail));
  await settled();
  for (const input of all(element, '[data-field]')) {
    input.setCustomValidity = (message: string) => validity(input.dataset.field, message);
    input.reportValidity = () => true;
  }
  return { element, closed };
};
const type = async (element: Element, label: string, value: string) => {
  const [input] = all(element, '[data-field]').filter((found) => found.label === label);
  input!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
};
const press = async (element: Element, label: string) => {
  labelled(element, 'lightning-button', label).click();
  await settled();
};
const sent = () => JSON.parse(apex(createEmployee).mock.lastCall?.[0]?.employee ?? '') as object;

describe('c-provisioning-new-employee', () => {
  beforeEach(() => {
    apex(getForm).mockResolvedValue(aHireForm());
    apex(createEmployee).mockResolvedValue(CREATED);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('waits for the form, and says why there is none', async () => {
    apex(getForm).mockReturnValueOnce(new Promise(() => undefined));
    const { element } = await open();
    expect(labelled(element, 'lightning-button', 'Save').disabled).toBe(true);
    await expect(element).toBeAccessible();
    document.body.replaceChildren();
    apex(getForm).mockRejectedValueOnce(refusal('Not for you.'));
    const { element: refused } = await open();
    expect(one(refused, 'c-provisioning-error-panel').message).toBe('Not for you.');
    one(refused, 'c-provisioning-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(all(refused, '[data-field]')).toHaveLength(6);
  });

  it('asks for six fields in the words of the page, the status set and the start date today', async () => {
    const { element } = await open();
    const inputs = all(element, '[data-field]');
    expect(inputs.map(({ label }) => label)).toEqual(['Employee number', 'First name', 'Last name', 'Email', 'Status', 'Start date']);
    expect(inputs.map(({ value }) => value)).toEqual(['', '', '', '', 'Active', TODAY]);
    expect(inputs.map(({ required }) => required)).toEqual([true, false, true, false, true, true]);
    expect(inputs[4]!.fieldLevelHelp).toBe('People in status Active get a user.');
    await expect(element).toBeAccessible();
  });

  it('saves what was typed, as a row of the import, and closes with who it is', async () => {
    const { element, closed } = await open();
    await type(element, 'Employee number', 'E1');
    await type(element, 'First name', ' Ada ');
    await type(element, 'Last name', 'Lima');
    await press(element, 'Save');
    expect(sent()).toEqual({ employeeNumber: 'E1', firstName: 'Ada', lastName: 'Lima', status: 'Active', statusStartDate: TODAY });
    expect(closed).toEqual([{ employeeId: 'a01', name: 'Ada Lima', note: '', provision: false }]);
  });

  it('fills the day that runs wait for, too, and sends numbers as numbers', async () => {
    const extra = { name: 'grade', label: 'Grade', type: 'double', required: true, maximumLength: 0, choices: [] };
    const form = aHireForm();
    apex(getForm).mockResolvedValue({
      ...form,
      fields: [...(form.fields ?? []), extra],
      startDates: [...(form.startDates ?? []), { ...extra, name: 'firstDay', type: 'date' }],
    });
    const { element } = await open();
    await type(element, 'Start date', '2027-01-04');
    await type(element, 'Grade', '7');
    await press(element, 'Save and provision');
    expect(sent()).toMatchObject({ statusStartDate: '2027-01-04', firstDay: '2027-01-04', grade: 7 });
  });

  it('closes with the wish for a run, and what was noted', async () => {
    apex(createEmployee).mockResolvedValue({ ...CREATED, code: 'NO_ADDRESS', message: 'Without an address this person gets no user.' });
    const { element, closed } = await open();
    await type(element, 'Last name', 'Lima');
    await press(element, 'Save and provision');
    expect(closed).toEqual([{ employeeId: 'a01', name: 'Lima', note: 'Without an address this person gets no user.', provision: true }]);
  });

  it('shows each error at its input, the rest below, and stays open', async () => {
    const errors = [
      { code: 'A', message: 'Last Name is missing.', field: 'lastName' },
      { code: 'B', message: 'Status Start Date is not a date.', field: 'statusStartDate' },
      { code: 'C', message: 'A duplicate rule blocks this person.', field: null },
    ];
    apex(createEmployee).mockResolvedValueOnce({ ...CREATED, outcome: 'Failed', employeeId: null, errors });
    const { element, closed } = await open();
    await press(element, 'Save');
    expect(validity).toHaveBeenCalledWith('lastName', 'Last Name is missing.');
    expect(validity).toHaveBeenCalledWith('startDate', 'Status Start Date is not a date.');
    expect(validity).toHaveBeenCalledWith('email', '');
    expect(one(element, 'c-provisioning-error-panel').message).toBe('A duplicate rule blocks this person.');
    expect(closed).toEqual([]);
    await expect(element).toBeAccessible();
    await press(element, 'Save');
    expect(validity).toHaveBeenLastCalledWith('startDate', '');
    expect(closed).toHaveLength(1);
  });

  it('stays open with the reason when the server refuses, and is left by Cancel', async () => {
    apex(createEmployee).mockRejectedValueOnce(refusal('You do not have the permission "Import Employees".'));
    const { element, closed } = await open();
    await press(element, 'Save');
    expect(one(element, 'c-provisioning-error-panel').message).toContain('Import Employees');
    await press(element, 'Cancel');
    expect(closed).toEqual([null]);
  });
});
