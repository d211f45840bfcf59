import ProvisioningSettingsForm from 'c/provisioningSettingsForm';
import { all, anError, labelled, mount, one, settled, someOptions, someSettings, textOf, type Mounted } from 'jest-helpers';

const missing = anError();

function form(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-form', ProvisioningSettingsForm, {
    settings: someSettings(),
    options: someOptions(),
    ...properties,
  });
  const change = jest.fn();
  element.addEventListener('settingschange', (event) => change((event as CustomEvent).detail));
  return { element, change };
}
const profile = (element: Element): Mounted => labelled(element, 'lightning-combobox', 'Profile');
const pick = (field: Mounted, value: unknown) => field.dispatchEvent(new CustomEvent('change', { detail: { value } }));

/** Messages that a field was given, by the stub's method. */
function messagesAt(field: Mounted): jest.SpyInstance {
  return jest.spyOn(field as unknown as { setCustomValidity(message: string): void }, 'setCustomValidity');
}

/** What all components inside say that was there before. */
const marks = (element: Element): (string | null)[] => [
  ...all(element, '[data-was]').map(({ textContent }) => textContent),
  ...all(element, '*').flatMap((child) => (child.shadowRoot ? marks(child) : [])),
];

describe('c-provisioning-settings-form', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the settings, the license of the profile and an example of the username', async () => {
    const { element } = form();
    expect(profile(element).value).toBe('00e000000000002AAA');
    expect(textOf(element)).toContain('User license: Salesforce');
    expect(textOf(element)).toContain('maria.lopez@north.example');
    expect(one(element, 'lightning-dual-listbox').value).toEqual(['PS:Provisioning_Employee_Data']);
    await expect(element).toBeAccessible();
  });

  it('explains the rule while there is no suffix, and follows what is typed', async () => {
    const { element } = form({ settings: someSettings({ usernameSuffix: null }) });
    expect(textOf(element)).toContain('then @ and this suffix');
    element.settings = someSettings({ usernameSuffix: 'other.example' });
    await settled();
    expect(textOf(element)).toContain('maria.lopez@other.example');
  });

  it('asks for the source only where there is a choice', async () => {
    const { element } = form();
    expect(all(element, '[data-field="sourceName"]')).toHaveLength(0);
    const two = someOptions({
      sources: [...someOptions().sources, { value: 'Employee', label: 'Employee (custom)', license: null, type: null }],
    });
    element.options = two;
    await settled();
    expect(all(element, '[data-field="sourceName"]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('tells the whole settings after a change, the name of the profile included', () => {
    const { element, change } = form();
    pick(profile(element), '00e000000000006AAA');
    expect(change).toHaveBeenLastCalledWith(someSettings({ profileId: '00e000000000006AAA', profileName: 'Unified Employee' }));
    pick(one(element, 'lightning-dual-listbox'), ['PS:Sales']);
    expect(change).toHaveBeenLastCalledWith(someSettings({ permissionSets: ['PS:Sales'] }));
    one(element, 'c-provisioning-settings-inputs').dispatchEvent(
      new CustomEvent('valuechange', { detail: { field: 'locale', value: 'en_US' } }),
    );
    expect(change).toHaveBeenLastCalledWith(someSettings({ locale: 'en_US' }));
  });

  it('leaves the switches of the default order to the order of the matching rules', () => {
    const { element, change } = form({ section: 'matching' });
    const value = [{ rule: 'Email', enabled: true }];
    one(element, 'c-provisioning-matching-rules').dispatchEvent(
      new CustomEvent('valuechange', { detail: { field: 'matchingRules', value } }),
    );
    expect(change).toHaveBeenLastCalledWith({
      ...someSettings(),
      matchingRules: value,
      matchByEmployeeNumber: null,
      matchByFederationId: null,
      matchByEmail: null,
      matchByUsername: null,
    });
  });

  it('turns a guard off with all that goes with it, once', () => {
    const { element, change } = form({ section: 'guards' });
    const off = jest.fn();
    element.addEventListener('guardoff', (event) => off((event as CustomEvent).detail));
    const changes = { maximumLockoutPercent: null, lockoutReason: 'We are few.' };
    one(element, 'c-provisioning-settings-guards').dispatchEvent(
      new CustomEvent('guardoff', { detail: { name: 'maximumLockoutPercent', changes } }),
    );
    expect(off).toHaveBeenCalledWith('maximumLockoutPercent');
    expect(change.mock.calls).toEqual([[someSettings(changes)]]);
  });

  it('keeps quiet about fields that nobody touched', async () => {
    const { element } = form({ settings: someSettings({ profileId: null }) });
    const messages = messagesAt(profile(element));
    element.findings = [missing];
    await settled();
    expect(messages).not.toHaveBeenCalled();
    pick(profile(element), '');
    element.findings = [{ ...missing }];
    await settled();
    expect(messages).toHaveBeenCalledWith('Profile is missing. Choose the profile of new users.');
  });

  it('shows every error once it is told to, and takes it back when it is gone', async () => {
    const { element } = form();
    const messages = messagesAt(profile(element));
    element.findings = [missing];
    element.showErrors = true;
    await settled();
    expect(messages).toHaveBeenLastCalledWith('Profile is missing. Choose the profile of new users.');
    await expect(element).toBeAccessible();
    element.findings = [];
    await settled();
    expect(messages).toHaveBeenLastCalledWith('');
  });

  it('asks for the record type of people only where there are several, or where the chosen one is gone', async () => {
    const types = (...names: string[]) =>
      someOptions({ personRecordTypes: names.map((name) => ({ value: name, label: `${name} label`, license: null, type: null })) });
    const { element, change } = form({ options: types('PersonAccount') });
    expect(all(element, '[data-field="personRecordType"]')).toHaveLength(0);

    element.options = types('PersonAccount', 'Staff');
    await settled();
    const picker = labelled(element, 'lightning-combobox', 'Record type of new person accounts');
    expect(picker.options).toEqual([
      { value: 'PersonAccount', label: 'PersonAccount label' },
      { value: 'Staff', label: 'Staff label' },
    ]);
    pick(picker, 'Staff');
    expect(change).toHaveBeenCalledWith(expect.objectContaining({ personRecordType: 'Staff' }));
    await expect(element).toBeAccessible();

    element.options = types('PersonAccount');
    element.settings = someSettings({ personRecordType: 'Staff' });
    await settled();
    expect(all(element, '[data-field="personRecordType"]')).toHaveLength(1);
  });

  it.each([
    ['matching', 'c-provisioning-matching-rules'],
    ['rules', 'c-provisioning-assignment-rules'],
    ['mapping', 'c-provisioning-settings-mappings'],
    ['names', 'c-provisioning-settings-names'],
    ['dates', 'c-provisioning-settings-dates'],
    ['tables', 'c-provisioning-settings-tables'],
    ['automation', 'c-provisioning-settings-automation'],
    ['leavers', 'c-provisioning-settings-leavers'],
    ['guards', 'c-provisioning-settings-guards'],
    ['notifications', 'c-provisioning-settings-notifications'],
    ['retention', 'c-provisioning-settings-inputs'],
  ])('shows the section %s alone', async (section, tag) => {
    const { element } = form({ section, disabled: true });
    expect(all(element, tag)).toHaveLength(1);
    expect(all(element, '[data-field]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('marks what was changed, with what stood there', async () => {
    const { element } = form({
      was: new Map([
        ['profileId', 'Standard User'],
        ['usernameSuffix', 'empty'],
      ]),
    });
    expect(all(element, '[data-was]').map(({ textContent }) => textContent)).toEqual(['Was: Standard User', 'Was: empty']);
    expect(all(element, '.changed')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['matching', 'matchingRules'],
    ['rules', 'assignmentRules'],
    ['rules', 'moversFollowRules'],
    ['mapping', 'fieldMappings'],
    ['names', 'aliasPattern'],
    ['dates', 'startField'],
    ['dates', 'endStatuses'],
    ['tables', 'valueTables'],
    ['automation', 'welcomeEmail'],
    ['leavers', 'leaverStatuses'],
    ['leavers', 'leaverAction'],
    ['leavers', 'deletedEmployees'],
    ['leavers', 'bringBack'],
    ['leavers', 'freezeForeignUsers'],
    ['guards', 'maximumCreates'],
    ['notifications', 'notificationRecipients'],
    ['retention', 'retentionDays'],
  ])('marks in the section %s that %s was changed, and nothing else', async (section, name) => {
    const { element } = form({ section, was: new Map([[name, 'before']]) });
    expect(marks(element)).toEqual(['Was: before']);
    await expect(element).toBeAccessible();
  });

  it('says what every field of the defaults is for', () => {
    const { element } = form();
    const fields = all(element, '[data-field]');
    expect(fields.length).toBeGreaterThan(4);
    expect(fields.filter(({ fieldLevelHelp }) => !fieldLevelHelp)).toEqual([]);
  });

  it('proposes automatic provisioning where nothing was saved yet, with what it does', async () => {
    const { element, change } = form({ first: true, settings: someSettings({ automaticProvisioning: true }) });
    const automatic = labelled(element, 'lightning-input', 'Provision automatically');
    expect(automatic.checked).toBe(true);
    expect(textOf(element)).toContain('Proposed: it is on as soon as you save');
    automatic.dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
    expect(change).toHaveBeenLastCalledWith(someSettings({ automaticProvisioning: false }));
    await expect(element).toBeAccessible();
  });

  it('goes to the field that it is told, also in a child', async () => {
    const { element } = form();
    await settled();
    const focusField = (name: string) => (element as unknown as { focusField(field: string): void }).focusField(name);
    const own = jest.spyOn(profile(element) as unknown as HTMLElement, 'focus');
    focusField('profileId');
    expect(own).toHaveBeenCalled();
    const child = jest.spyOn(
      one(element, 'c-provisioning-settings-inputs') as unknown as { focusField(field: string): void },
      'focusField',
    );
    focusField('locale');
    expect(child).toHaveBeenCalledWith('locale');
  });

  it('disables every editor for somebody who may only look', async () => {
    const { element } = form({ disabled: true });
    expect(all(element, '[data-field]').every((field) => field.disabled)).toBe(true);
    await expect(element).toBeAccessible();
  });
});
