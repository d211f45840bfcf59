import ProvisioningSettingsAutomation from 'c/provisioningSettingsAutomation';
import { all, labelled, mount, settled, someSettings, textOf } from 'jest-helpers';

function automation(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-automation', ProvisioningSettingsAutomation, { settings: someSettings(), ...properties });
  const change = jest.fn();
  element.addEventListener('valuechange', (event) => change((event as CustomEvent).detail));
  return { element, change };
}

describe('c-provisioning-settings-automation', () => {
  afterEach(() => document.body.replaceChildren());

  it('says of each switch what it does', async () => {
    const { element } = automation();
    expect(all(element, 'lightning-input')).toHaveLength(4);
    expect(
      all(element, 'p')
        .map((help) => help.textContent?.length ?? 0)
        .every((length) => length > 20),
    ).toBe(true);
    expect(textOf(element)).not.toContain('Proposed');
    await expect(element).toBeAccessible();
  });

  it('says that it only proposes, before anything was saved', async () => {
    const { element } = automation({ first: true });
    expect(textOf(element)).toContain('Proposed');
    await expect(element).toBeAccessible();
  });

  it('tells which switch became what', () => {
    const { element, change } = automation();
    labelled(element, 'lightning-input', 'Provision automatically').dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    expect(change).toHaveBeenLastCalledWith({ field: 'automaticProvisioning', value: true });
  });

  it('shows an error at its switch', async () => {
    const { element } = automation();
    const native = all(element, '[data-field="nativeEngineOff"]')[0] as unknown as { setCustomValidity(message: string): void };
    const messages = jest.spyOn(native, 'setCustomValidity');
    element.errors = new Map([['nativeEngineOff', 'Say that it is off.']]);
    await settled();
    expect(messages).toHaveBeenLastCalledWith('Say that it is off.');
    await expect(element).toBeAccessible();
  });

  it('stands without settings, and can be looked at only', async () => {
    const { element } = automation({ settings: undefined, disabled: true });
    expect(all(element, 'lightning-input').every((input) => input.disabled && !input.checked)).toBe(true);
    await expect(element).toBeAccessible();
  });
});
