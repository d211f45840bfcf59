import ProvisioningWizardMapping from 'c/provisioningWizardMapping';
import { all, labelled, mount, someAppOptions, someAppSettings } from 'jest-helpers';

const step = (settings: Partial<Apex.AppSettings> = {}) => {
  const element = mount('c-provisioning-wizard-mapping', ProvisioningWizardMapping, {
    settings: someAppSettings(settings),
    options: someAppOptions(),
  });
  const told: unknown[] = [];
  element.addEventListener('change', (event) => told.push((event as CustomEvent).detail));
  return { element, told };
};
const set = (input: Element | undefined, value: unknown) => input?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
const [userName, userType] = someAppSettings().mapping;

describe('c-provisioning-wizard-mapping', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows every attribute with its field or its constant', async () => {
    const { element } = step();
    expect(all(element, '[role="group"]').map((row) => row.getAttribute('aria-label'))).toEqual(['Attribute 1', 'Attribute 2']);
    expect(all(element, 'lightning-combobox').map((field) => field.value)).toEqual(['Username', '']);
    expect(labelled(element, 'lightning-input', 'Constant').value).toBe('Employee');
    await expect(element).toBeAccessible();
  });

  it('changes target, field and constant of one row, and keeps its further fields', () => {
    const { element, told } = step({ mapping: [{ target: 'title', paths: ['Title', 'Department'], constant: null }] });
    set(all(element, 'lightning-input')[0], ' nickName ');
    set(all(element, 'lightning-combobox')[0], 'Email');
    set(all(element, 'lightning-combobox')[0], '');
    expect(told).toEqual([
      { mapping: [{ target: 'nickName', paths: ['Title', 'Department'], constant: null }] },
      { mapping: [{ target: 'title', paths: ['Email', 'Department'], constant: null }] },
      { mapping: [{ target: 'title', paths: [], constant: null }] },
    ]);
    const other = step();
    set(labelled(other.element, 'lightning-input', 'Constant'), 'Guest');
    expect(other.told).toEqual([{ mapping: [userName, { ...userType, constant: 'Guest' }] }]);
  });

  it('adds and removes rows, and chooses what is carried over', () => {
    const { element, told } = step();
    labelled(element, 'lightning-button', 'Add attribute').click();
    all(element, 'lightning-button-icon')[0]?.click();
    set(labelled(element, 'lightning-dual-listbox', 'Fields whose change is carried over'), ['Email']);
    expect(told).toEqual([
      { mapping: [userName, userType, { target: '', paths: [], constant: null }] },
      { mapping: [userType] },
      { onUpdate: ['Email'] },
    ]);
  });

  it('is empty but for its buttons where nothing is mapped', async () => {
    const { element } = step({ mapping: [], onUpdate: [] });
    expect(all(element, '[role="group"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
