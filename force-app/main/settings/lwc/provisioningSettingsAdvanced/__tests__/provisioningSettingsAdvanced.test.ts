import ProvisioningSettingsAdvanced from 'c/provisioningSettingsAdvanced';
import { all, labelled, mount, one, settled, someOptions, someSettings } from 'jest-helpers';

function advanced(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-advanced', ProvisioningSettingsAdvanced, {
    settings: someSettings(),
    options: someOptions(),
    ...properties,
  });
  const change = jest.fn();
  element.addEventListener('valuechange', (event) => change((event as CustomEvent).detail));
  return { element, change };
}

describe('c-provisioning-settings-advanced', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks for the defaults of new users, and passes on what becomes of them', async () => {
    const { element, change } = advanced();
    const inputs = one(element, 'c-provisioning-settings-inputs');
    expect(inputs.section).toBe('NEW_USERS');
    expect(inputs.settings).toEqual(someSettings());
    inputs.dispatchEvent(new CustomEvent('valuechange', { detail: { field: 'timeZone', value: null } }));
    expect(change).toHaveBeenLastCalledWith({ field: 'timeZone', value: null });
    await expect(element).toBeAccessible();
  });

  it('tells which switch became what', () => {
    const { element, change } = advanced();
    labelled(element, 'lightning-input', 'Provision automatically').dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    expect(change).toHaveBeenLastCalledWith({ field: 'automaticProvisioning', value: true });
  });

  it('shows the matching rules in the order in which they decide, and passes on what becomes of them', () => {
    const { element, change } = advanced();
    const rules = one(element, 'c-provisioning-matching-rules');
    expect(rules.rules).toEqual(someSettings().matchingRules);
    expect(rules.choices).toEqual(someOptions().matchingRules);
    rules.dispatchEvent(new CustomEvent('valuechange', { detail: { field: 'matchingRules', value: [] } }));
    expect(change).toHaveBeenLastCalledWith({ field: 'matchingRules', value: [] });
  });

  it('opens when an error would hide in it', async () => {
    const { element } = advanced();
    expect(one(element, 'details').hasAttribute('open')).toBe(false);
    element.errors = new Map([['locale', 'Not a locale.']]);
    await settled();
    expect(one(element, 'details').hasAttribute('open')).toBe(true);
    expect(one(element, 'c-provisioning-settings-inputs').errors).toEqual(element.errors);
    await expect(element).toBeAccessible();
  });

  it('stands without settings and options, as while they load', async () => {
    const element = mount('c-provisioning-settings-advanced', ProvisioningSettingsAdvanced);
    expect(all(element, 'lightning-input')).toHaveLength(4);
    await expect(element).toBeAccessible();
  });
});
