import ProvisioningNewTarget from 'c/provisioningNewTarget';
import createTarget from '@salesforce/apex/AppController.createTarget';
import getOptions from '@salesforce/apex/AppSettingsController.getOptions';
import { apex, labelled, mount, one, refusal, settled, someAppOptions } from 'jest-helpers';

jest.mock('@salesforce/apex/AppController.createTarget', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppSettingsController.getOptions', () => ({ default: jest.fn() }), { virtual: true });

const target = async () => {
  const element = mount('c-provisioning-new-target', ProvisioningNewTarget, { label: 'New target' });
  const closed: unknown[] = [];
  element.addEventListener('modalclose', (event) => closed.push((event as CustomEvent).detail));
  await settled();
  return { element, closed };
};
const change = async (element: Element, tag: string, label: string, value: unknown) => {
  labelled(element, tag, label).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
};

describe('c-provisioning-new-target', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('makes a target of a name and the permission sets that entitle', async () => {
    apex(getOptions).mockResolvedValue(someAppOptions());
    apex(createTarget).mockResolvedValue('aA2');
    const { element, closed } = await target();
    expect(labelled(element, 'lightning-button', 'Save').disabled).toBe(true);
    await change(element, 'lightning-input', 'Name', ' Quay ');
    await change(element, 'lightning-dual-listbox', 'Permission sets that entitle', ['Expense_Cloud_Access']);
    await expect(element).toBeAccessible();
    labelled(element, 'lightning-button', 'Save').click();
    await settled();
    expect(createTarget).toHaveBeenCalledWith({ name: ' Quay ', permissionSets: ['Expense_Cloud_Access'] });
    expect(closed).toEqual([{ id: 'aA2', name: 'Quay' }]);
  });

  it('stays open with the reason when it is refused', async () => {
    apex(getOptions).mockResolvedValue(someAppOptions());
    apex(createTarget).mockRejectedValueOnce(refusal('A target needs a name.'));
    const { element, closed } = await target();
    await change(element, 'lightning-input', 'Name', 'Quay');
    labelled(element, 'lightning-button', 'Save').click();
    await settled();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('A target needs a name.');
    expect(closed).toEqual([]);
  });

  it('says why there is nothing to choose from, and is left by Cancel', async () => {
    apex(getOptions).mockRejectedValueOnce(refusal('No access.'));
    const { element, closed } = await target();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('No access.');
    await expect(element).toBeAccessible();
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(closed).toEqual([null]);
  });
});
