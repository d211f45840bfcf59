import ProvisioningWizardConnection from 'c/provisioningWizardConnection';
import { labelled, mount, someAppOptions, someAppSettings, textOf } from 'jest-helpers';

const step = (properties: Readonly<Record<string, unknown>> = {}) => {
  const element = mount('c-provisioning-wizard-connection', ProvisioningWizardConnection, {
    name: 'Hub',
    settings: someAppSettings(),
    options: someAppOptions(),
    ...properties,
  });
  const told: unknown[] = [];
  element.addEventListener('change', (event) => told.push((event as CustomEvent).detail));
  return { element, told };
};
const choose = (element: Element, tag: string, label: string, value: string) =>
  labelled(element, tag, label).dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-provisioning-wizard-connection', () => {
  afterEach(() => document.body.replaceChildren());

  it('chooses the named credential and says where it leads', async () => {
    const { element, told } = step();
    expect(textOf(element)).toContain('https://expense.example/scim/v2');
    choose(element, 'lightning-combobox', 'Named credential', 'Other');
    choose(element, 'lightning-combobox', 'Named credential', '');
    expect(told).toEqual([{ namedCredential: 'Other' }, { namedCredential: null }]);
    await expect(element).toBeAccessible();
  });

  it('takes SCIM for the first credential', () => {
    const { element, told } = step({ settings: someAppSettings({ connector: null, namedCredential: null }) });
    choose(element, 'lightning-combobox', 'Named credential', 'Other');
    expect(told).toEqual([{ namedCredential: 'Other', connector: 'SCIM' }]);
  });

  it('chooses the connector', async () => {
    const { element, told } = step({ step: 'connector' });
    choose(element, 'lightning-radio-group', 'Connector', 'Mock');
    expect(told).toEqual([{ connector: 'Mock' }]);
    await expect(element).toBeAccessible();
  });

  it('has nothing to choose from until the choices are there, and may be read only', async () => {
    const { element } = step({ options: undefined, disabled: true });
    expect(labelled(element, 'lightning-combobox', 'Named credential')).toMatchObject({ disabled: true, options: [{ value: '' }] });
    await expect(element).toBeAccessible();
  });
});
