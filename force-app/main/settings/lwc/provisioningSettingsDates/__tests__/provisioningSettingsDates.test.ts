import ProvisioningSettingsDates from 'c/provisioningSettingsDates';
import { all, mount, one, settled, someOptions, someSettings } from 'jest-helpers';

function dates(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-dates', ProvisioningSettingsDates, {
    settings: someSettings(),
    options: someOptions(),
    ...properties,
  });
  const changed = jest.fn();
  element.addEventListener('valuechange', (event) => changed((event as CustomEvent).detail));
  return { element, changed };
}
const details = (element: Element) => one(element, 'details') as unknown as HTMLDetailsElement;

describe('c-provisioning-settings-dates', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks for the fields, the days before and the statuses', async () => {
    const settings = someSettings({ startField: 'StartDate__c', endStatuses: ['Onboarding'] });
    const { element } = dates({ settings });
    expect(all(element, 'c-provisioning-settings-inputs').map((inputs) => inputs.section)).toEqual(['DATES']);
    expect(one(element, '[data-field="endStatuses"]').value).toEqual(['Onboarding']);
    expect(one(element, '[data-field="endStatuses"]').options).toHaveLength(2);
    expect(details(element).open).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('tells which statuses count', () => {
    const { element, changed } = dates();
    one(element, '[data-field="endStatuses"]').dispatchEvent(new CustomEvent('change', { detail: { value: ['Active'] } }));
    expect(changed).toHaveBeenCalledWith({ field: 'endStatuses', value: ['Active'] });
  });

  it('passes on what becomes of the fields', () => {
    const { element, changed } = dates();
    const detail = { field: 'startField', value: 'Contact.StartDate__c' };
    one(element, 'c-provisioning-settings-inputs').dispatchEvent(new CustomEvent('valuechange', { detail }));
    expect(changed).toHaveBeenCalledWith(detail);
  });

  it('opens and says what is wrong, and stays open once it is mended', async () => {
    const { element } = dates({ errors: new Map([['endStatuses', 'Set a limit.']]) });
    expect(one(element, '[data-error]').textContent).toBe('Set a limit.');
    expect(details(element).open).toBe(true);
    await expect(element).toBeAccessible();
    details(element).dispatchEvent(new CustomEvent('toggle'));
    element.errors = new Map();
    await settled();
    expect(details(element).open).toBe(true);
  });

  it('can be looked at only', () => {
    const { element } = dates({ disabled: true, settings: undefined, options: undefined });
    expect(one(element, '[data-field="endStatuses"]').disabled).toBe(true);
  });
});
