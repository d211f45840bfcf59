import ProvisioningSettingsMappings from 'c/provisioningSettingsMappings';
import { all, labelled, mount, one, someOptions, textOf } from 'jest-helpers';

const department: Apex.EmployeeFieldMapping = {
  userField: 'Department',
  paths: ['Department__c', 'Contact.Title'],
  constant: null,
  steps: [],
};
const title: Apex.EmployeeFieldMapping = { userField: 'Title', paths: [], constant: 'Agent', steps: [] };

function mappings(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-mappings', ProvisioningSettingsMappings, {
    mappings: [department, title],
    options: someOptions(),
    ...properties,
  });
  const changed = jest.fn();
  element.addEventListener('valuechange', (event) => changed((event as CustomEvent<{ value: unknown }>).detail.value));
  return { element, changed };
}
const inRow = (element: Element, index: number, tag: string, label: string) => {
  const found = all(element, `[data-row="${index}"] ${tag}`).find((candidate) => candidate.label === label);
  if (!found) throw new Error(`no ${label}`);
  return found;
};
const change = (input: Element, value: string) => input.dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-provisioning-settings-mappings', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows each mapping', async () => {
    const { element } = mappings();
    expect(inRow(element, 0, 'lightning-select', 'User Field').value).toBe('Department');
    expect(inRow(element, 0, 'lightning-input', 'Employee Fields, Apart by Commas').value).toBe('Department__c, Contact.Title');
    expect(inRow(element, 1, 'lightning-input', 'Constant').value).toBe('Agent');
    await expect(element).toBeAccessible();
  });

  it('says that no field is mapped', async () => {
    const { element } = mappings({ mappings: [] });
    expect(textOf(element)).toContain('No further field is filled.');
    await expect(element).toBeAccessible();
  });

  it('adds and removes', () => {
    const { element, changed } = mappings();
    labelled(element, 'lightning-button', 'Add Field').click();
    expect(changed).toHaveBeenLastCalledWith([department, title, { userField: null, paths: [], constant: null, steps: [] }]);
    inRow(element, 0, 'lightning-button', 'Remove Field').click();
    expect(changed).toHaveBeenLastCalledWith([title]);
  });

  it('changes one mapping and leaves the others', () => {
    const { element, changed } = mappings();
    change(inRow(element, 1, 'lightning-select', 'User Field'), 'Department');
    expect(changed).toHaveBeenLastCalledWith([department, { ...title, userField: 'Department' }]);
    change(inRow(element, 1, 'lightning-input', 'Constant'), '');
    expect(changed).toHaveBeenLastCalledWith([department, { ...title, constant: null }]);
    change(inRow(element, 0, 'lightning-input', 'Employee Fields, Apart by Commas'), ' A__c ,, B__c');
    expect(changed).toHaveBeenLastCalledWith([{ ...department, paths: ['A__c', 'B__c'] }, title]);
    change(inRow(element, 1, 'lightning-select', 'Add an Employee Field'), 'Contact.Title');
    expect(changed).toHaveBeenLastCalledWith([department, { ...title, paths: ['Contact.Title'] }]);
  });

  it('carries the steps of a mapping', () => {
    const { element, changed } = mappings({ tables: [{ name: 'Zones', rows: [], otherwise: null }] });
    const steps = all(element, 'c-provisioning-mapping-steps')[0]!;
    expect(steps.tables).toEqual(['Zones']);
    const lower = { action: 'lower' };
    steps.dispatchEvent(new CustomEvent('stepschange', { detail: { steps: [lower] } }));
    expect(changed).toHaveBeenLastCalledWith([{ ...department, steps: [lower] }, title]);
  });

  it('says what is wrong', async () => {
    const { element } = mappings({ error: 'Username is decided by user provisioning itself.' });
    expect(one(element, '[role="alert"]').textContent).toContain('Username');
    await expect(element).toBeAccessible();
  });

  it('can be looked at only', () => {
    const { element } = mappings({ disabled: true });
    expect(all(element, 'lightning-button')).toHaveLength(0);
    expect(all(element, 'lightning-input').every((input) => input.disabled)).toBe(true);
  });
});
