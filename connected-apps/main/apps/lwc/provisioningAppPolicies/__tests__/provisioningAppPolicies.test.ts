import ProvisioningAppPolicies from 'c/provisioningAppPolicies';
import enableProvisioning from '@salesforce/apex/AppSettingsController.enableProvisioning';
import { apex, labelled, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/AppSettingsController.enableProvisioning', () => ({ default: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});

const policies = (enabled: boolean) => {
  const element = mount('c-provisioning-app-policies', ProvisioningAppPolicies, { appId: 'aA0', enabled, label: 'Edit Policies' });
  const closed: unknown[] = [];
  element.addEventListener('modalclose', (event) => closed.push((event as CustomEvent).detail));
  return { element, closed };
};

describe('c-provisioning-app-policies', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('enables user provisioning and closes', async () => {
    const { element, closed } = policies(false);
    const box = labelled(element, 'lightning-input', 'Enable User Provisioning');
    expect(box.checked).toBe(false);
    box.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    labelled(element, 'lightning-button', 'Save').click();
    await settled();
    expect(enableProvisioning).toHaveBeenCalledWith({ appId: 'aA0', enable: true });
    expect(closed).toEqual([true]);
  });

  it('stays open with the reason when it is refused', async () => {
    apex(enableProvisioning).mockRejectedValueOnce(refusal('You may not.'));
    const { element, closed } = policies(true);
    labelled(element, 'lightning-button', 'Save').click();
    await settled();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('You may not.');
    expect(closed).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('changes nothing when it is cancelled', async () => {
    const { element, closed } = policies(true);
    await expect(element).toBeAccessible();
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(closed).toEqual([null]);
    expect(enableProvisioning).not.toHaveBeenCalled();
  });
});
