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

  it('offers the default of the organization first and tells it as no value', async () => {
    const { element, change } = advanced();
    const zone = labelled(element, 'lightning-select', 'Time Zone');
    expect(zone.options).toEqual([
      { label: 'Default of the organization', value: '' },
      { label: 'Berlin', value: 'Europe/Berlin' },
    ]);
    expect(zone.value).toBe('');
    zone.dispatchEvent(new CustomEvent('change', { detail: { value: 'Europe/Berlin' } }));
    expect(change).toHaveBeenLastCalledWith({ field: 'timeZone', value: 'Europe/Berlin' });
    zone.dispatchEvent(new CustomEvent('change', { detail: { value: '' } }));
    expect(change).toHaveBeenLastCalledWith({ field: 'timeZone', value: null });
    await expect(element).toBeAccessible();
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
    const messages = jest.spyOn(
      labelled(element, 'lightning-select', 'Locale') as unknown as { setCustomValidity(message: string): void },
      'setCustomValidity',
    );
    element.errors = new Map([['locale', 'Not a locale.']]);
    await settled();
    expect(one(element, 'details').hasAttribute('open')).toBe(true);
    expect(messages).toHaveBeenCalledWith('Not a locale.');
    await expect(element).toBeAccessible();
  });

  it('stands without settings and options, as while they load', async () => {
    const element = mount('c-provisioning-settings-advanced', ProvisioningSettingsAdvanced);
    expect(all(element, 'lightning-select')).toHaveLength(3);
    await expect(element).toBeAccessible();
  });
});
