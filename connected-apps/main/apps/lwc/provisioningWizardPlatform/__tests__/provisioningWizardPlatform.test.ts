import ProvisioningWizardPlatform from 'c/provisioningWizardPlatform';
import { aPlatformConfig as config, all, labelled, mount, one, textOf } from 'jest-helpers';

const step = (properties: Readonly<Record<string, unknown>> = {}) =>
  mount('c-provisioning-wizard-platform', ProvisioningWizardPlatform, { platform: config(), ...properties });

describe('c-provisioning-wizard-platform', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows how the platform is configured and where that is changed', async () => {
    const element = step();
    const text = textOf(element);
    for (const word of ['Travel Desk', 'Create, Update', 'Email', 'Travel', 'Ask Kim first.', 'is enabled for this app'])
      expect(text).toContain(word);
    expect(one(element, 'a').getAttribute('href')).toContain('applicationId=0H41');
    expect(all(element, 'dd c-provisioning-date-time').filter(({ value }) => value)).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says that it is not enabled yet, and that nothing is there yet', async () => {
    expect(textOf(step({ platform: config({ enabled: false, lastReconciled: null, operations: [] }) }))).toContain(
      'is not enabled for this app yet',
    );
    const element = step({ platform: config({ isThere: false, enabled: false }) });
    expect(textOf(element)).toContain('has no configuration of user provisioning for this app yet');
    expect(textOf(element)).not.toContain('Travel Desk');
    await expect(element).toBeAccessible();
  });

  it('has the state looked at again, once at a time and only by whoever may', async () => {
    const element = step();
    const checked = jest.fn();
    element.addEventListener('check', checked);
    labelled(element, 'lightning-button', 'Check again').click();
    expect(checked).toHaveBeenCalledTimes(1);
    expect(labelled(step({ busy: true }), 'lightning-button', 'Check again').disabled).toBe(true);
    const locked = step({ disabled: true, platform: null });
    expect(labelled(locked, 'lightning-button', 'Check again').disabled).toBe(true);
    await expect(locked).toBeAccessible();
  });
});
