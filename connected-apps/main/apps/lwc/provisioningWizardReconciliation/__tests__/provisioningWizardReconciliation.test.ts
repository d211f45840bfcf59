import ProvisioningWizardReconciliation from 'c/provisioningWizardReconciliation';
import { labelled, mount, someAppSettings } from 'jest-helpers';

describe('c-provisioning-wizard-reconciliation', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what is collected and when, and sets the guards', async () => {
    const element = mount('c-provisioning-wizard-reconciliation', ProvisioningWizardReconciliation, { settings: someAppSettings() });
    const told: unknown[] = [];
    element.addEventListener('change', (event) => told.push((event as CustomEvent).detail));
    const set = (tag: string, label: string, value: string) =>
      labelled(element, tag, label).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    set('lightning-input', 'Filter of the accounts that are collected', ' active eq true');
    set('lightning-combobox', 'Reconcile by itself', 'Daily');
    set('lightning-input', 'Accounts created', '50');
    set('lightning-input', 'Accounts created', '');
    expect(told).toEqual([{ reconFilter: 'active eq true' }, { schedule: 'Daily' }, { maximumCreates: 50 }, { maximumCreates: null }]);
    await expect(element).toBeAccessible();
  });

  it('may be read only', async () => {
    const element = mount('c-provisioning-wizard-reconciliation', ProvisioningWizardReconciliation, {
      settings: someAppSettings(),
      disabled: true,
    });
    expect(labelled(element, 'lightning-input', 'Accounts created').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });
});
