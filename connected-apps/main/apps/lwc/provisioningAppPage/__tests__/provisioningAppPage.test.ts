import ProvisioningAppPage from 'c/provisioningAppPage';
import ProvisioningAppPolicies from 'c/provisioningAppPolicies';
import getApp from '@salesforce/apex/AppController.getApp';
import * as navigation from 'lightning/navigation';
import { all, anAppDetail, apex, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppController.getApp', () => ({ default: jest.fn() }), { virtual: true });
// what the tabs ask is answered in their own tests
jest.mock('@salesforce/apex/AppAccountsController.getAccounts', () => ({ default: () => new Promise(() => undefined) }), { virtual: true });
jest.mock('@salesforce/apex/AppController.getProcesses', () => ({ default: () => new Promise(() => undefined) }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.getDrift', () => ({ default: () => new Promise(() => undefined) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppReconciliationController.getProcess', () => ({ default: () => new Promise(() => undefined) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppReconciliationController.getReconciliation', () => ({ default: () => new Promise(() => undefined) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppRequestsController.getOverview', () => ({ default: () => new Promise(() => undefined) }), { virtual: true });
jest.mock('@salesforce/apex/AppRequestsController.getRequests', () => ({ default: () => new Promise(() => undefined) }), { virtual: true });
jest.mock('@salesforce/apex/AppSettingsController.getOptions', () => ({ default: () => new Promise(() => undefined) }), { virtual: true });
jest.mock('@salesforce/apex/AppSettingsController.getSettings', () => ({ default: () => new Promise(() => undefined) }), { virtual: true });

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const page = { type: 'standard__navItemPage', attributes: { apiName: 'Connected_Apps' }, state: { c__app: 'aA0' } };
const appPage = async (properties: object = {}) => {
  const element = mount('c-provisioning-app-page', ProvisioningAppPage, { appId: 'aA0', page, heading: 'Connected apps', ...properties });
  await settled();
  return element;
};

describe('c-provisioning-app-page', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('waits for the app', async () => {
    apex(getApp).mockReturnValue(new Promise(() => undefined));
    const element = await appPage();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows its facts, its state, and its tabs', async () => {
    apex(getApp).mockResolvedValue(anAppDetail());
    const element = await appPage();
    expect([one(element, 'h1').textContent, one(element, 'h2').textContent]).toEqual(['Connected apps', 'Expense Cloud']);
    expect(one(element, 'c-provisioning-status-badge')).toMatchObject({ label: 'On', tone: 'good' });
    expect(textOf(element)).toContain('Entitled by Expense Cloud Access');
    expect(all(element, '[role="tab"]').map((tab) => tab.textContent)).toEqual([
      'User Accounts',
      'Requests',
      'Reconciliation',
      'Processes',
      'Settings',
    ]);
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ provisioning: 'NotPossible', kind: 'ExternalClientApp', reason: 'It has none.' }, {}, ['It has none.']],
    [{ provisioning: 'Off', kind: 'ConnectedApp' }, { canManage: false }, ['User provisioning is off for this app.']],
    [{ provisioning: 'Setup' }, {}, ['Nothing is sent yet.']],
    [{ engine: 'Platform' }, {}, ['Expense Cloud is provisioned by the platform']],
    [{ kind: 'ConnectedApp' }, { userProvisioning: false }, ['User provisioning is not enabled in this org']],
    [{}, { userProvisioning: false }, []],
  ])('says why little happens: %j %j', async (app, changes, texts) => {
    apex(getApp).mockResolvedValue(anAppDetail(app, changes));
    const element = await appPage();
    const notes = all(element, '[role="note"]').map((note) => note.textContent ?? '');
    expect(notes).toHaveLength(texts.length);
    texts.forEach((text, index) => expect(notes[index]).toContain(text));
    await expect(element).toBeAccessible();
  });

  it('keeps the tab in the address', async () => {
    apex(getApp).mockResolvedValue(anAppDetail());
    const element = await appPage({ page: { ...page, state: { c__app: 'aA0', c__tab: 'processes' } } });
    expect(one(element, '[aria-selected="true"]').textContent).toBe('Processes');
    expect(all(element, 'c-provisioning-app-processes')).toHaveLength(1);
    one(element, '[data-tab="settings"]').click();
    expect(navigate).toHaveBeenCalledWith({ ...page, state: { c__app: 'aA0', c__tab: 'settings' } }, true);
  });

  it.each([
    ['ArrowRight', 'settings'],
    ['ArrowLeft', 'reconciliation'],
    ['Home', 'accounts'],
    ['End', 'settings'],
  ])('goes with %s to the tab %s', async (key, tab) => {
    apex(getApp).mockResolvedValue(anAppDetail());
    const element = await appPage({ page: { ...page, state: { c__app: 'aA0', c__tab: 'processes' } } });
    one(element, '[aria-selected="true"]').dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    expect(navigate).toHaveBeenCalledWith({ ...page, state: { c__app: 'aA0', c__tab: tab } }, true);
    expect(element.shadowRoot?.activeElement).toBe(one(element, `[data-tab="${tab}"]`));
  });

  it('has no tab for what an app without user provisioning has none of', async () => {
    apex(getApp).mockResolvedValue(anAppDetail({ provisioning: 'Off' }));
    const element = await appPage();
    expect(all(element, '[role="tab"]').map((tab) => tab.textContent)).toEqual(['Requests', 'Processes']);
  });

  it('edits the policies, and launches the wizard of an app that has user provisioning', async () => {
    apex(getApp).mockResolvedValue(anAppDetail({ provisioning: 'Off' }));
    const element = await appPage();
    expect(all(element, 'lightning-button').map((button) => button.label)).toEqual(['Edit Policies']);
    (ProvisioningAppPolicies.open as jest.Mock).mockResolvedValueOnce(true);
    apex(getApp).mockResolvedValue(anAppDetail({ provisioning: 'Setup' }));
    labelled(element, 'lightning-button', 'Edit Policies').click();
    await settled();
    labelled(element, 'lightning-button', 'Launch User Provisioning Wizard').click();
    expect(navigate).toHaveBeenLastCalledWith({ ...page, state: { c__app: 'aA0', c__tab: 'settings' } }, true);
  });

  it('offers nothing to whoever may only look', async () => {
    apex(getApp).mockResolvedValue(anAppDetail({}, { canManage: false }));
    const element = await appPage();
    expect(all(element, 'lightning-button')).toHaveLength(0);
  });

  it('says why there is no app, and asks again', async () => {
    apex(getApp).mockRejectedValueOnce(refusal('There is no app aA0.')).mockResolvedValueOnce(anAppDetail());
    const element = await appPage();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('There is no app aA0.');
    expect(all(element, 'c-provisioning-loading')).toHaveLength(0);
    await expect(element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(one(element, 'h2').textContent).toBe('Expense Cloud');
  });
});
