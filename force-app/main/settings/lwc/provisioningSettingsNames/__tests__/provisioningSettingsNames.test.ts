import ProvisioningSettingsNames from 'c/provisioningSettingsNames';
import previewSettings from '@salesforce/apex/EmployeeUserSettingsController.previewSettings';
import { aFinding, apex, mount, one, refusal, settled, someOptions, someSettings, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeUserSettingsController.previewSettings', () => ({ default: jest.fn() }), { virtual: true });

const person = {
  employeeNumber: 'E1',
  name: 'Pia Neu',
  rule: 'Everybody else',
  username: 'pia.neu@north.example',
  alias: 'pneu',
  nickname: 'pneu',
  isSecondTry: false,
  values: {},
  problems: [],
};
const preview: Apex.ProvisioningSettingsPreview = {
  people: [
    person,
    { ...person, employeeNumber: 'E2', username: 'pia.neu.e2@north.example', isSecondTry: true },
    { ...person, employeeNumber: 'E3', problems: [{ code: 'USERNAME_TAKEN', field: 'Username', message: 'The username is taken.' }] },
  ],
  collisions: { usernames: 110, nicknames: 4 },
  counted: 2000,
  errors: [],
};

const NAMES = someOptions({
  inputs: [{ name: 'usernamePattern', label: 'Username Pattern', section: 'NAMES', kind: 'TEXT', choices: [], least: null, most: null }],
});

async function names(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-names', ProvisioningSettingsNames, {
    settings: someSettings(),
    options: someOptions(),
    ...properties,
  });
  await jest.advanceTimersByTimeAsync(500);
  await settled();
  return element;
}

describe('c-provisioning-settings-names', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  it('shows what real people would be called and how many names meet others', async () => {
    apex(previewSettings).mockResolvedValue(preview);
    const element = await names();
    expect(previewSettings).toHaveBeenCalledWith({ settings: someSettings(), employees: [] });
    expect(one(element, '[data-person="E1"]').textContent).toContain('pia.neu@north.example');
    expect(one(element, '[data-person="E1"]').textContent).toContain('none, all are free');
    expect(one(element, '[data-person="E2"]').textContent).toContain('second try');
    expect(one(element, '[data-person="E3"]').textContent).toContain('The username is taken.');
    expect(textOf(element)).toContain('Usernames taken at the first try: 110');
    expect(textOf(element)).toContain('Among 2000 people');
  });

  it('is accessible with people', async () => {
    jest.useRealTimers();
    apex(previewSettings).mockResolvedValue(preview);
    await expect(await names()).toBeAccessible();
  });

  it('asks anew once somebody has stopped typing', async () => {
    apex(previewSettings).mockResolvedValue(preview);
    const element = await names();
    element.settings = someSettings({ usernamePattern: '{lastName' });
    element.settings = someSettings({ usernamePattern: '{lastName}' });
    expect(previewSettings).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(500);
    await settled();
    expect(previewSettings).toHaveBeenCalledTimes(2);
    expect(previewSettings).toHaveBeenLastCalledWith({ settings: someSettings({ usernamePattern: '{lastName}' }), employees: [] });
  });

  it.each([
    [{ ...preview, people: [], errors: [aFinding()] }, 'Correct what is wrong'],
    [{ ...preview, people: [] }, 'Nobody is in the employee status.'],
  ])('says why nobody is shown', async (answer, text) => {
    apex(previewSettings).mockResolvedValue(answer);
    expect(textOf(await names())).toContain(text);
  });

  it('says why it could not ask', async () => {
    apex(previewSettings).mockRejectedValue(refusal('No.'));
    expect(one(await names(), '[role="alert"]').textContent).toBe('No.');
  });

  it('shows no people to those who may not save', async () => {
    await names({ disabled: true });
    expect(previewSettings).not.toHaveBeenCalled();
  });

  it('passes on what is entered, and errors to the inputs', async () => {
    const element = await names({ options: NAMES, errors: new Map([['usernamePattern', 'No.']]) });
    const changed = jest.fn();
    element.addEventListener('valuechange', (event) => changed((event as CustomEvent).detail));
    const detail = { field: 'usernamePattern', value: '{lastName}' };
    one(element, 'c-provisioning-settings-inputs').dispatchEvent(new CustomEvent('valuechange', { detail }));
    expect(changed).toHaveBeenCalledWith(detail);
    expect(one(element, 'c-provisioning-settings-inputs').errors).toEqual(new Map([['usernamePattern', 'No.']]));
  });
});
