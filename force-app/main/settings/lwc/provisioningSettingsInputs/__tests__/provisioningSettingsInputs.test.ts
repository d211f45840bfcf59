import ProvisioningSettingsInputs from 'c/provisioningSettingsInputs';
import { all, mount, one, settled, someOptions, someSettings } from 'jest-helpers';

function inputs(section: string, properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-inputs', ProvisioningSettingsInputs, {
    settings: someSettings(),
    options: someOptions(),
    section,
    ...properties,
  });
  const changed = jest.fn();
  element.addEventListener('valuechange', (event) => changed((event as CustomEvent).detail));
  return { element, changed };
}
const field = (element: Element, name: string) => one(element, `[data-field="${name}"]`);
const enter = (element: Element, name: string, detail: object) => field(element, name).dispatchEvent(new CustomEvent('change', { detail }));
const input = (name: string, kind: string): Apex.ProvisioningSettingsInput => ({
  name,
  label: `Label of ${name}`,
  section: 'NEW_USERS',
  kind,
  choices: [],
  least: null,
  most: null,
});

describe('c-provisioning-settings-inputs', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the numbers of its section; what is not set stays empty', async () => {
    const { element } = inputs('GUARDS', { settings: someSettings({ maximumCreates: 500 }) });
    expect(field(element, 'maximumCreates').value).toBe(500);
    expect(field(element, 'maximumCreates').type).toBe('number');
    expect(field(element, 'failureRatePercent').value).toBe('');
    expect(all(element, '[data-field="retentionDays"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['maximumCreates', '500', 500],
    ['maximumLockouts', ' 20', 20],
    ['maximumCreates', ' ', null],
    ['seatReserve', '-1', -1],
    // D4: what is no whole number is told as it was typed
    ['seatReserve', '1.5', '1.5'],
    ['minimumPopulation', '100000000000000000000', '100000000000000000000'],
  ])('tells that the number %s became %j', (name, entered, value) => {
    const { element, changed } = inputs('GUARDS');
    enter(element, name, { value: entered });
    expect(changed).toHaveBeenCalledWith({ field: name, value });
  });

  it('says what every field is for', () => {
    const sections = [...new Set(someOptions().inputs.map(({ section }) => section ?? ''))];
    const helps = sections.flatMap((section) => all(inputs(section).element, '[data-field]').map((shown) => shown.fieldLevelHelp));
    expect(helps.length).toBe(someOptions().inputs.length);
    expect(helps.every(Boolean)).toBe(true);
  });

  it('shows what a guard would count beside it, and the way to turn it off', async () => {
    const figures = new Map([
      ['maximumCreates', { text: '58 employees wait', share: 50 }],
      ['minimumPopulation', { text: '2,640 employees', share: null }],
    ]);
    const { element } = inputs('GUARDS', { figures, removable: new Set(['maximumCreates']) });
    const removed = jest.fn();
    element.addEventListener('remove', (event) => removed((event as CustomEvent).detail));
    expect(all(element, '[data-figure]').map(({ textContent }) => textContent)).toEqual(['58 employees wait', '2,640 employees']);
    expect(all(element, 'svg rect').map((bar) => bar.getAttribute('width'))).toEqual(['50']);
    const button = one(element, 'lightning-button');
    expect(button).toMatchObject({ label: 'Turn off…', title: 'Turn off: Maximum New Users per Run' });
    button.click();
    expect(removed).toHaveBeenCalledWith('maximumCreates');
    await expect(element).toBeAccessible();
  });

  it('lets values be picked, and tells the choice of nothing as no value', async () => {
    const { element, changed } = inputs('NEW_USERS', { narrow: true });
    const zone = field(element, 'timeZone');
    expect((zone.options as { label: string }[])[0]).toEqual({ label: 'Default of the organization', value: '' });
    expect(zone.value).toBe('');
    enter(element, 'timeZone', { value: 'Europe/Berlin' });
    expect(changed).toHaveBeenLastCalledWith({ field: 'timeZone', value: 'Europe/Berlin' });
    enter(element, 'timeZone', { value: '' });
    expect(changed).toHaveBeenLastCalledWith({ field: 'timeZone', value: null });
    await expect(element).toBeAccessible();
  });

  it('asks for texts and switches as well', async () => {
    const options = someOptions({ inputs: [input('usernameSuffix', 'TEXT'), input('welcomeEmail', 'FLAG')] });
    const { element, changed } = inputs('NEW_USERS', { options, settings: someSettings({ welcomeEmail: true }) });
    expect(field(element, 'usernameSuffix').value).toBe('north.example');
    expect(field(element, 'welcomeEmail').checked).toBe(true);
    enter(element, 'usernameSuffix', { value: '' });
    expect(changed).toHaveBeenLastCalledWith({ field: 'usernameSuffix', value: null });
    enter(element, 'welcomeEmail', { checked: false });
    expect(changed).toHaveBeenLastCalledWith({ field: 'welcomeEmail', value: false });
    await expect(element).toBeAccessible();
  });

  it('shows an error at its input, and takes it back', async () => {
    const { element } = inputs('NEW_USERS');
    const locale = field(element, 'locale') as unknown as { setCustomValidity(message: string): void };
    const messages = jest.spyOn(locale, 'setCustomValidity');
    element.errors = new Map([['locale', 'Not a locale.']]);
    await settled();
    expect(messages).toHaveBeenLastCalledWith('Not a locale.');
    element.errors = new Map();
    await settled();
    expect(messages).toHaveBeenLastCalledWith('');
  });

  it('marks what was changed, with what stood there', async () => {
    const { element } = inputs('GUARDS', { was: new Map([['seatReserve', '0']]) });
    expect(one(element, '[data-was]').textContent).toBe('Was: 0');
    expect(all(element, '.changed')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('goes to the field that it is told', async () => {
    const { element } = inputs('GUARDS');
    await settled();
    const focus = jest.spyOn(field(element, 'maximumCreates') as unknown as HTMLElement, 'focus');
    (element as unknown as { focusField(name: string): void }).focusField('maximumCreates');
    expect(focus).toHaveBeenCalled();
  });

  it('can be looked at only, and stands while settings and options load', async () => {
    const { element } = inputs('GUARDS', { disabled: true });
    expect(all(element, '[data-field]').every((number) => number.disabled)).toBe(true);
    const { element: empty } = inputs('GUARDS', { settings: undefined, options: undefined });
    expect(all(empty, '[data-field]')).toHaveLength(0);
    await expect(empty).toBeAccessible();
  });
});
