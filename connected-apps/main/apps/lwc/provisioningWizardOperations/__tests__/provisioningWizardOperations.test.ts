import ProvisioningWizardOperations from 'c/provisioningWizardOperations';
import { all, labelled, mount, someAppOptions, someAppSettings } from 'jest-helpers';

const step = (settings: Partial<Apex.AppSettings> = {}, properties: Readonly<Record<string, unknown>> = {}) => {
  const element = mount('c-provisioning-wizard-operations', ProvisioningWizardOperations, {
    name: 'Hub',
    settings: someAppSettings(settings),
    options: someAppOptions(),
    ...properties,
  });
  const told: unknown[] = [];
  for (const name of ['change', 'confirmed']) element.addEventListener(name, (event) => told.push((event as CustomEvent).detail));
  return { element, told };
};
const set = (element: Element, tag: string, label: string, value: unknown) =>
  labelled(element, tag, label).dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-provisioning-wizard-operations', () => {
  afterEach(() => document.body.replaceChildren());

  it('chooses who gets an account, what is done there, and how long it waits', async () => {
    const { element, told } = step();
    set(element, 'lightning-dual-listbox', 'Permission sets that entitle', ['A']);
    set(element, 'lightning-checkbox-group', 'What is done at Hub', ['Create']);
    set(element, 'lightning-input', 'Hours before deactivation, in which it can be stopped', '24');
    set(element, 'lightning-input', 'Hours before deactivation, in which it can be stopped', '');
    expect(told).toEqual([
      { permissionSets: ['A'] },
      { operations: ['Create'] },
      { deactivateAfterHours: 24 },
      { deactivateAfterHours: 0 },
    ]);
    await expect(element).toBeAccessible();
  });

  it('asks for days and the name only where accounts are deleted', async () => {
    expect(all(step().element, 'lightning-input')).toHaveLength(1);
    const { element, told } = step({ deactivation: 'Delete' });
    set(element, 'lightning-input', 'Days inactive before it is deleted', '60');
    set(element, 'lightning-input', 'Type the name of the app to confirm deleting: Hub', 'Hub');
    set(element, 'lightning-radio-group', 'Deactivate means', 'Inactive');
    expect(told).toEqual([{ deleteAfterDays: 60 }, 'Hub', { deactivation: 'Inactive' }]);
    await expect(element).toBeAccessible();
  });

  it('may be read only', () => {
    const { element } = step({}, { disabled: true });
    expect(labelled(element, 'lightning-radio-group', 'Deactivate means').disabled).toBe(true);
  });
});
