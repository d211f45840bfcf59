import ProvisioningSettingsLeavers from 'c/provisioningSettingsLeavers';
import { all, mount, one, settled, someOptions, someSettings } from 'jest-helpers';

function leavers(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-leavers', ProvisioningSettingsLeavers, {
    settings: someSettings(),
    options: someOptions(),
    ...properties,
  });
  const changed = jest.fn();
  element.addEventListener('valuechange', (event) => changed((event as CustomEvent).detail));
  return { element, changed };
}
const field = (element: Element, name: string) => one(element, `[data-field="${name}"]`);

describe('c-provisioning-settings-leavers', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows what is set', async () => {
    const settings = someSettings({ leaverStatuses: ['Onboarding'], leaverAction: 'Freeze' });
    const { element } = leavers({ settings });
    expect(one(element, 'c-provisioning-settings-inputs')).toMatchObject({ section: 'LEAVERS', settings });
    expect(field(element, 'leaverAction').value).toBe('Freeze');
    expect(field(element, 'leaverStatuses').value).toEqual(['Onboarding']);
    await expect(element).toBeAccessible();
  });

  it('says what every field is for', () => {
    const { element } = leavers();
    // a group of checkboxes has no help of its own
    const others = all(element, '[data-field]').filter(({ fieldLevelHelp }) => !fieldLevelHelp);
    expect(others.map(({ dataset }) => dataset.field)).toEqual(['leaverStatuses']);
    expect(one(element, '[data-help]').textContent).not.toBe('');
  });

  it('does not offer the provisioning status to leavers', () => {
    const { element } = leavers();
    expect(field(element, 'leaverStatuses').options).toEqual([{ label: 'Onboarding', value: 'Onboarding' }]);
  });

  it.each([
    ['leaverStatuses', ['Onboarding'], ['Onboarding']],
    ['leaverAction', 'Deactivate', 'Deactivate'],
    ['leaverAction', '', null],
    ['bringBack', 'Automatic', 'Automatic'],
    ['deletedEmployees', 'Leavers', 'Leavers'],
  ])('tells that %s became %j', (name, entered, value) => {
    const { element, changed } = leavers();
    field(element, name).dispatchEvent(new CustomEvent('change', { detail: { value: entered } }));
    expect(changed).toHaveBeenCalledWith({ field: name, value });
  });

  it('passes on what becomes of the inputs', () => {
    const { element, changed } = leavers();
    const detail = { field: 'freezeForeignUsers', value: true };
    one(element, 'c-provisioning-settings-inputs').dispatchEvent(new CustomEvent('valuechange', { detail }));
    expect(changed).toHaveBeenCalledWith(detail);
  });

  it('shows an error once, at its field', async () => {
    const { element } = leavers();
    const action = field(element, 'leaverAction') as unknown as { setCustomValidity(message: string): void };
    const messages = jest.spyOn(action, 'setCustomValidity');
    element.errors = new Map([['leaverAction', 'Say what happens to them.']]);
    await settled();
    expect(messages).toHaveBeenLastCalledWith('Say what happens to them.');
    expect(one(element, 'c-provisioning-settings-inputs').errors).toEqual(element.errors);
    await expect(element).toBeAccessible();
  });

  it('can be looked at only', async () => {
    const { element } = leavers({ disabled: true, settings: undefined, options: undefined });
    expect(all(element, '[data-field]').every((input) => input.disabled)).toBe(true);
    await expect(element).toBeAccessible();
  });
});
