import ProvisioningWizardLinking from 'c/provisioningWizardLinking';
import { labelled, mount, someAppOptions, someAppSettings } from 'jest-helpers';

describe('c-provisioning-wizard-linking', () => {
  afterEach(() => document.body.replaceChildren());

  it('says when an account belongs to a user', async () => {
    const element = mount('c-provisioning-wizard-linking', ProvisioningWizardLinking, {
      settings: someAppSettings(),
      options: someAppOptions(),
    });
    const told: unknown[] = [];
    element.addEventListener('change', (event) => told.push((event as CustomEvent).detail));
    const set = (tag: string, label: string, value: string) =>
      labelled(element, tag, label).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    set('lightning-combobox', 'User field', 'Email');
    set('lightning-input', 'Attribute there', ' emails.value ');
    set('lightning-input', 'Only users with', 'IsActive eq true');
    set('lightning-input', 'Only users with', ' ');
    const rule = { salesforce: 'Username', target: 'userName', filter: null };
    expect(told).toEqual([
      { linking: { ...rule, salesforce: 'Email' } },
      { linking: { ...rule, target: 'emails.value' } },
      { linking: { ...rule, filter: 'IsActive eq true' } },
      { linking: rule },
    ]);
    await expect(element).toBeAccessible();
  });

  it('has nothing to choose from until the choices are there', async () => {
    const element = mount('c-provisioning-wizard-linking', ProvisioningWizardLinking, { settings: someAppSettings(), disabled: true });
    expect(labelled(element, 'lightning-combobox', 'User field')).toMatchObject({ disabled: true, options: [] });
    await expect(element).toBeAccessible();
  });
});
