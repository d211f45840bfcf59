import ProvisioningAppWizard from 'c/provisioningAppWizard';
import confirmEmpty from '@salesforce/apex/AppSettingsController.confirmEmpty';
import getOptions from '@salesforce/apex/AppSettingsController.getOptions';
import getSettings from '@salesforce/apex/AppSettingsController.getSettings';
import saveSettings from '@salesforce/apex/AppSettingsController.saveSettings';
import testConnection from '@salesforce/apex/AppSettingsController.testConnection';
import {
  aConnectionTest,
  all,
  anAppDetail,
  anAppSettingsView,
  aPlatformConfig,
  apex,
  labelled,
  mount,
  one,
  refusal,
  settled,
  someAppOptions,
  someAppSettings,
  textOf,
} from 'jest-helpers';

jest.mock('@salesforce/apex/AppSettingsController.confirmEmpty', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppSettingsController.assignCredential', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppSettingsController.getCredentialAccess', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppSettingsController.getOptions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppSettingsController.getSettings', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppSettingsController.saveSettings', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppSettingsController.testConnection', () => ({ default: jest.fn() }), { virtual: true });

const wizard = async (view: Apex.AppSettingsView = anAppSettingsView(), detail = anAppDetail({ provisioning: 'Setup' })) => {
  apex(getSettings).mockResolvedValue(view);
  const element = mount('c-provisioning-app-wizard', ProvisioningAppWizard, { appId: 'aA0', detail });
  const told: [string, unknown][] = [];
  for (const name of ['opentab', 'changed', 'say'])
    element.addEventListener(name, (event) => told.push([name, (event as CustomEvent).detail]));
  await settled();
  return { element, told };
};
const press = async (element: Element, label: string) => {
  labelled(element, 'lightning-button', label).click();
  await settled();
};
const tell = async (element: Element, selector: string, name: string, detail: unknown) => {
  one(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};
const at = (step: string, settings: Partial<Apex.AppSettings> = {}, changes: Partial<Apex.AppSettingsView> = {}) =>
  anAppSettingsView(settings, { step, ...changes });

describe('c-provisioning-app-wizard', () => {
  beforeEach(() => {
    apex(getOptions).mockResolvedValue(someAppOptions());
    apex(saveSettings).mockImplementation(({ settings }) => Promise.resolve(anAppSettingsView({ ...settings, version: 4 })));
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('waits for the settings', async () => {
    apex(getSettings).mockReturnValue(new Promise(() => undefined));
    const element = mount('c-provisioning-app-wizard', ProvisioningAppWizard, { appId: 'aA0' });
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says why there are none, and asks again', async () => {
    apex(getSettings).mockRejectedValueOnce(refusal('No access.'));
    const element = mount('c-provisioning-app-wizard', ProvisioningAppWizard, { appId: 'aA0' });
    await settled();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('No access.');
    await expect(element).toBeAccessible();
    apex(getSettings).mockResolvedValue(anAppSettingsView());
    panel.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(textOf(element)).toContain('User Provisioning Wizard');
  });

  it('begins with a welcome that may be skipped', async () => {
    const { element } = await wizard();
    expect(one(element, 'h4').textContent).toContain('Welcomestep 1 of 12');
    await expect(element).toBeAccessible();
    await press(element, 'Skip');
    expect(one(element, 'h4').textContent).toContain('Named credential');
    expect(element.shadowRoot?.activeElement).toBe(one(element, 'h4'));
    expect(saveSettings).not.toHaveBeenCalled();
  });

  it('goes on where it was left', async () => {
    const { element } = await wizard(at('approval'));
    expect(one(element, 'h4').textContent).toContain('Approvalstep 5 of 12');
    expect(all(element, 'c-provisioning-wizard-approval')).toHaveLength(1);
  });

  it('saves what changed as a version when the step is left, and says so', async () => {
    const { element, told } = await wizard(at('reconciliation'));
    await tell(element, 'c-provisioning-wizard-reconciliation', 'change', { maximumCreates: 50 });
    await press(element, 'Next: Collect');
    expect(saveSettings).toHaveBeenCalledWith({
      appId: 'aA0',
      settings: someAppSettings({ maximumCreates: 50 }),
      step: 'collect',
      typedName: '',
    });
    expect(told).toEqual([
      ['say', 'Saved as version 4'],
      ['changed', null],
    ]);
    await press(element, 'Back');
    expect(saveSettings).toHaveBeenCalledTimes(1);
  });

  it('marks what is done, also after going back, and what is not', async () => {
    const marks = (element: Element) =>
      (one(element, 'c-provisioning-step-path').steps as { state: string }[]).map(({ state }) => state[0]).join('');
    const { element } = await wizard(at('approval', { connector: null }));
    // the connector is missing
    expect(marks(element)).toBe('ddodcooooooo');
    await tell(element, 'c-provisioning-step-path', 'step', 'welcome');
    expect(marks(element)).toBe('cdodoooooooo');
    document.body.replaceChildren();
    const collected = await wizard(at('credential', {}, { reconciled: 'Analyzed' }));
    expect(marks(collected.element)).toBe('dcdddddddooo');
    document.body.replaceChildren();
    const done = await wizard(at('process', { enabled: true }, { reconciled: 'Completed', accountsKnown: true }));
    expect(marks(done.element)).toBe('dddddddddddc');
  });

  it('holds Next and the later steps while something is left, and says what', async () => {
    const { element } = await wizard(at('credential', {}, { isTested: false }));
    expect(labelled(element, 'lightning-button', 'Next: Connector').disabled).toBe(true);
    expect(textOf(element)).toContain('1 thing is left before the next step Test the connection; it has to work.');
    const { steps } = one(element, 'c-provisioning-step-path') as unknown as { steps: { opens: boolean }[] };
    expect(steps.map((step) => step.opens).slice(0, 3)).toEqual([true, true, false]);
    await expect(element).toBeAccessible();
  });

  it('saves, then really tests, and lets the step be left when it works', async () => {
    const { element, told } = await wizard(at('connector', { connector: null, namedCredential: null }, { isTested: false }));
    await tell(element, 'c-provisioning-wizard-connection', 'change', { connector: 'Mock' });
    apex(testConnection).mockResolvedValue(aConnectionTest());
    apex(getSettings).mockResolvedValue(at('connector', { connector: 'Mock', namedCredential: null }));
    await tell(element, 'c-provisioning-connection-test', 'test', null);
    expect(saveSettings).toHaveBeenCalledTimes(1);
    expect(one(element, 'c-provisioning-connection-test')).toMatchObject({ tested: true, busy: false, result: { milliseconds: 84 } });
    expect(told).toContainEqual(['say', 'The test found: Works']);
    expect(labelled(element, 'lightning-button', 'Next: Operations and mapping').disabled).toBe(false);
  });

  it('takes an app off whose connection changes, and says that it does', async () => {
    const { element } = await wizard(at('connector', { enabled: true }), anAppDetail());
    await tell(element, 'c-provisioning-wizard-connection', 'change', { connector: 'Mock' });
    await press(element, 'Back');
    expect(saveSettings).toHaveBeenCalledWith(expect.objectContaining({ settings: expect.objectContaining({ enabled: false }) as object }));
    expect(textOf(element)).toContain('The connection has changed, so Expense Cloud is off');
  });

  it('shows what a save was refused for, at its place in words', async () => {
    apex(saveSettings).mockRejectedValueOnce(
      refusal('These settings cannot be saved.', [{ field: 'linking.target', severity: 'error', message: 'No path.' }]),
    );
    const { element } = await wizard(at('linking'));
    await tell(element, 'c-provisioning-wizard-linking', 'change', {
      linking: { salesforce: 'Username', target: 'not a path', filter: null },
    });
    await press(element, 'Next: Reconciliation');
    expect(one(element, 'c-provisioning-error-panel').message).toBe('These settings cannot be saved.');
    expect(one(element, 'c-provisioning-finding-list').findings).toHaveLength(1);
    expect(one(element, 'h4').textContent).toContain('Linking');
  });

  it('confirms an empty target by name and switches the app on', async () => {
    const { element, told } = await wizard(at('process'));
    apex(confirmEmpty).mockResolvedValue(at('process', {}, { accountsKnown: true }));
    await tell(element, 'c-provisioning-wizard-run', 'empty', 'Expense Cloud');
    expect(confirmEmpty).toHaveBeenCalledWith({ appId: 'aA0', name: 'Expense Cloud' });
    await tell(element, 'c-provisioning-wizard-run', 'enable', true);
    expect(saveSettings).toHaveBeenCalledWith(expect.objectContaining({ settings: expect.objectContaining({ enabled: true }) as object }));
    expect(told).toContainEqual(['say', 'Expense Cloud is on']);
  });

  it('stays off when switching on is refused', async () => {
    apex(saveSettings).mockRejectedValueOnce(refusal('Test first.'));
    const { element } = await wizard(at('process', {}, { accountsKnown: true }));
    await tell(element, 'c-provisioning-wizard-run', 'enable', true);
    expect(one(element, 'c-provisioning-error-panel').message).toBe('Test first.');
    await press(element, 'Back');
    expect(saveSettings).toHaveBeenCalledTimes(1);
  });

  it('offers an app that is set up what the wizard is run again for', async () => {
    const { element, told } = await wizard(at('process', { enabled: true }), anAppDetail());
    await press(element, 'Collect and analyze');
    await press(element, 'Process all');
    expect(told).toEqual([
      ['opentab', 'reconciliation'],
      ['opentab', 'reconciliation'],
    ]);
    await press(element, 'Change configuration');
    expect(one(element, 'h4').textContent).toContain('Named credential');
  });

  it('leaves the work to the platform where that is chosen, and looks whether it is enabled there', async () => {
    const connectedApp = anAppDetail({ kind: 'ConnectedApp', provisioning: 'Setup' });
    const { element, told } = await wizard(at('platform', { engine: 'Platform' }), connectedApp);
    const platform = () => one(element, 'c-provisioning-wizard-platform');
    expect(platform().platform).toBeNull();
    expect(labelled(element, 'lightning-button', 'Next: Collect').disabled).toBe(true);
    const enabled = aPlatformConfig();
    apex(testConnection).mockResolvedValue(aConnectionTest());
    apex(getSettings).mockResolvedValue(at('platform', { engine: 'Platform' }, { platform: enabled, platformEngineOn: true }));
    await tell(element, 'c-provisioning-wizard-platform', 'check', undefined);
    expect(platform().platform).toEqual(enabled);
    expect(told).toContainEqual(['changed', null]);
    expect(labelled(element, 'lightning-button', 'Next: Collect').disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('says why the configuration of the platform does not say the same', async () => {
    const { element } = await wizard(at('operations', {}, { mirrorProblem: 'no such luck' }));
    expect(textOf(element)).toContain('The record of the platform about this was not written: no such luck');
  });

  it('chooses who does the work of a connected app', async () => {
    const { element } = await wizard(at('welcome'), anAppDetail({ kind: 'ConnectedApp', provisioning: 'Setup' }));
    await tell(element, 'lightning-radio-group', 'change', { value: 'Platform' });
    expect(labelled(element, 'lightning-button', 'Next: Platform engine').disabled).toBe(false);
  });

  it('shows everything and changes nothing for whoever may only look', async () => {
    const { element } = await wizard(at('operations', { permissionSets: [] }, { canManage: false }));
    expect(textOf(element)).toContain('You can see these settings but not change them.');
    expect(one(element, 'c-provisioning-wizard-operations').disabled).toBe(true);
    await press(element, 'Next: Approval');
    expect(one(element, 'h4').textContent).toContain('Approval');
    expect(saveSettings).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('leaves with everything saved', async () => {
    const { element, told } = await wizard(at('operations'));
    await tell(element, 'c-provisioning-wizard-operations', 'change', { deactivateAfterHours: 24 });
    await press(element, 'Save and leave');
    expect(saveSettings).toHaveBeenCalledWith(expect.objectContaining({ step: 'operations' }));
    expect(told).toContainEqual(['opentab', '']);
  });

  it('asks for the name of the app before accounts are deleted', async () => {
    const { element } = await wizard(at('operations'));
    await tell(element, 'c-provisioning-wizard-operations', 'change', { deactivation: 'Delete' });
    expect(textOf(element)).toContain('Confirm deleting by the name of the app.');
    await tell(element, 'c-provisioning-wizard-operations', 'confirmed', 'Expense Cloud');
    expect(textOf(element)).not.toContain('Confirm deleting by the name of the app.');
    await press(element, 'Next: Approval');
    expect(saveSettings).toHaveBeenCalledWith(expect.objectContaining({ typedName: 'Expense Cloud' }));
  });
});
