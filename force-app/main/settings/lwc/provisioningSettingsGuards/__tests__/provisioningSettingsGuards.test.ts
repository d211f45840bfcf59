import ProvisioningSettingsGuards from 'c/provisioningSettingsGuards';
import { all, mount, one, settled, someOptions, someSettings } from 'jest-helpers';

function guards(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-guards', ProvisioningSettingsGuards, {
    settings: someSettings(),
    options: someOptions(),
    ...properties,
  });
  const changed = jest.fn();
  element.addEventListener('valuechange', (event) => changed((event as CustomEvent).detail));
  return { element, changed };
}
const field = (element: Element, name: string) => one(element, `[data-field="${name}"]`);
const change = (element: Element, name: string, value: unknown) =>
  field(element, name).dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-provisioning-settings-guards', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows what is set; what is not set stays empty', async () => {
    const settings = someSettings({ leaverStatuses: ['Onboarding'], leaverAction: 'Freeze' });
    const { element } = guards({ settings });
    expect(all(element, 'c-provisioning-settings-inputs').map((inputs) => inputs.section)).toEqual(['GUARDS', 'LEAVERS', 'RETENTION']);
    expect(all(element, 'c-provisioning-settings-inputs')[0]?.settings).toEqual(settings);
    expect(field(element, 'leaverAction').value).toBe('Freeze');
    expect(field(element, 'leaverStatuses').value).toEqual(['Onboarding']);
    await expect(element).toBeAccessible();
  });

  it('says what the recipients will be told', () => {
    const { element } = guards();
    expect(one(element, '[data-told]').textContent).toContain('when a guard has stopped a run');
  });

  it('does not offer the provisioning status to leavers', () => {
    const { element } = guards();
    expect(field(element, 'leaverStatuses').options).toEqual([{ label: 'Onboarding', value: 'Onboarding' }]);
  });

  it.each([
    ['leaverStatuses', ['Onboarding'], ['Onboarding']],
    ['leaverAction', 'Deactivate', 'Deactivate'],
    ['leaverAction', '', null],
    ['bringBack', 'Automatic', 'Automatic'],
    ['deletedEmployees', 'Leavers', 'Leavers'],
    ['notificationRecipients', 'a@x.example\n\n b@x.example ', ['a@x.example', 'b@x.example']],
  ])('tells that %s became %j', (name, entered, value) => {
    const { element, changed } = guards();
    change(element, name, entered);
    expect(changed).toHaveBeenCalledWith({ field: name, value });
  });

  it('passes on what becomes of the numbers', () => {
    const { element, changed } = guards();
    const detail = { field: 'maximumCreates', value: 500 };
    all(element, 'c-provisioning-settings-inputs')[0]?.dispatchEvent(new CustomEvent('valuechange', { detail }));
    expect(changed).toHaveBeenCalledWith(detail);
  });

  it('opens and says what is wrong', async () => {
    const errors = new Map([
      ['failureRatePercent', 'Must be a whole number from 1 to 100.'],
      ['timeZone', 'not its business'],
    ]);
    const { element } = guards({ errors });
    expect(all(element, '[data-error]').map((row) => row.textContent)).toEqual(['Must be a whole number from 1 to 100.']);
    expect((one(element, 'details') as unknown as HTMLDetailsElement).open).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('can be looked at only', () => {
    const { element } = guards({ disabled: true, settings: undefined, options: undefined });
    expect(all(element, '[data-field]').every((input) => input.disabled)).toBe(true);
  });

  it('stays open once the error is gone', async () => {
    const { element } = guards({ errors: new Map([['seatReserve', 'No.']]) });
    const details = one(element, 'details') as unknown as HTMLDetailsElement;
    details.dispatchEvent(new CustomEvent('toggle'));
    element.errors = new Map();
    await settled();
    expect(details.open).toBe(true);
  });
});
