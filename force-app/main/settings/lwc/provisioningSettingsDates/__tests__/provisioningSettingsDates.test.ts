import ProvisioningSettingsDates from 'c/provisioningSettingsDates';
import { all, mount, one, someOptions, someSettings } from 'jest-helpers';

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

describe('c-provisioning-settings-dates', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks for the fields, the days before and the statuses', async () => {
    const settings = someSettings({ startField: 'StartDate__c', endStatuses: ['Onboarding'] });
    const { element } = dates({ settings });
    expect(all(element, 'c-provisioning-settings-inputs').map((inputs) => inputs.section)).toEqual(['DATES']);
    expect(one(element, '[data-field="endStatuses"]').value).toEqual(['Onboarding']);
    expect(one(element, '[data-field="endStatuses"]').options).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('says what every field is for', () => {
    const { element } = dates();
    // a group of checkboxes has no help of its own
    const others = all(element, '[data-field]').filter(({ fieldLevelHelp }) => !fieldLevelHelp);
    expect(others.map(({ dataset }) => dataset.field)).toEqual(['endStatuses']);
    expect(one(element, '[data-help]').textContent).not.toBe('');
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

  it('says what is wrong', async () => {
    const { element } = dates({ errors: new Map([['endStatuses', 'Set a limit.']]) });
    expect(one(element, '[data-error]').textContent).toBe('Set a limit.');
    await expect(element).toBeAccessible();
  });

  it('can be looked at only', () => {
    const { element } = dates({ disabled: true, settings: undefined, options: undefined });
    expect(one(element, '[data-field="endStatuses"]').disabled).toBe(true);
  });
});
