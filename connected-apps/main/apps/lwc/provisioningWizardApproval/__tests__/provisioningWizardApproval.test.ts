import ProvisioningWizardApproval from 'c/provisioningWizardApproval';
import { all, labelled, mount, someAppOptions, someAppSettings } from 'jest-helpers';

const step = (approval: Partial<Apex.AppSettings_Approval> = {}) => {
  const settings = someAppSettings({ approval: { decidedBy: 'None', users: [], days: null, ...approval } });
  const element = mount('c-provisioning-wizard-approval', ProvisioningWizardApproval, { settings, options: someAppOptions() });
  const told: unknown[] = [];
  element.addEventListener('change', (event) => told.push((event as CustomEvent).detail));
  return { element, told };
};
const set = (input: Element, value: unknown) => input.dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-provisioning-wizard-approval', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks for nobody where nobody agrees', async () => {
    const { element, told } = step();
    expect(all(element, 'lightning-dual-listbox')).toHaveLength(0);
    set(labelled(element, 'lightning-radio-group', 'Who agrees before access is given'), 'Manager');
    expect(told).toEqual([{ approval: { decidedBy: 'Manager', users: [], days: null } }]);
    await expect(element).toBeAccessible();
  });

  it('names people and a deadline where somebody agrees', async () => {
    const { element, told } = step({ decidedBy: 'Users' });
    set(labelled(element, 'lightning-dual-listbox', 'People who approve, also where there is no manager'), ['005']);
    set(labelled(element, 'lightning-input', 'Days until a request without an answer is denied'), '5');
    set(labelled(element, 'lightning-input', 'Days until a request without an answer is denied'), '');
    expect(told).toEqual([
      { approval: { decidedBy: 'Users', users: ['005'], days: null } },
      { approval: { decidedBy: 'Users', users: [], days: 5 } },
      { approval: { decidedBy: 'Users', users: [], days: null } },
    ]);
    await expect(element).toBeAccessible();
  });
});
