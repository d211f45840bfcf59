import ProvisioningWizardReconciliation from 'c/provisioningWizardReconciliation';
import { labelled, mount, settled, someAppSettings, textOf } from 'jest-helpers';

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

  it('says what each guard means and what it counts today', async () => {
    const figures = { creates: 3, deactivations: 1, allowedDeactivations: 117, collected: 1212 };
    const element = mount('c-provisioning-wizard-reconciliation', ProvisioningWizardReconciliation, {
      settings: someAppSettings({ maximumDeactivations: 40 }),
      figures,
    });
    expect(labelled(element, 'lightning-input', 'Accounts deactivated, as a number').value).toBe(40);
    expect(labelled(element, 'lightning-input', 'Accounts collected, at least').value).toBeNull();
    expect(textOf(element)).toContain('A number takes its place. Within the last 24 hours: 1.');
    expect(textOf(element)).toContain('Within the last 24 hours: 1; 117 are allowed.');
    expect(textOf(element)).toContain('The last complete collect found 1,212.');
    element.figures = { ...figures, collected: null };
    await settled();
    expect(textOf(element)).not.toContain('The last complete collect');
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
