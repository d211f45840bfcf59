import ProvisioningConnectedApps from 'c/provisioningConnectedApps';
import { CurrentPageReference } from 'lightning/navigation';
import { all, mount, one, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/AppController.getApp', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), { virtual: true });
jest.mock('@salesforce/apex/AppController.getApps', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), { virtual: true });
jest.mock('@salesforce/apex/AppController.getPermissions', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});

const emit = (page: object) => (CurrentPageReference as unknown as { emit(page: object): void }).emit(page);
const tab = { type: 'standard__navItemPage', attributes: { apiName: 'Connected_Apps' } };

describe('c-provisioning-connected-apps', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows nothing until it knows where it is', async () => {
    const element = mount('c-provisioning-connected-apps', ProvisioningConnectedApps);
    expect(all(element, 'c-provisioning-app-list')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('shows all apps, or the one that the address names', async () => {
    const element = mount('c-provisioning-connected-apps', ProvisioningConnectedApps);
    emit({ ...tab, state: {} });
    await settled();
    expect(one(element, 'c-provisioning-app-list').heading).toBe('Connected apps');
    emit({ ...tab, state: { c__app: 'aA0' } });
    await settled();
    expect(one(element, 'c-provisioning-app-page')).toMatchObject({ appId: 'aA0', heading: 'Connected apps' });
    expect(all(element, 'c-provisioning-app-list')).toHaveLength(0);
  });

  it('bears the name of the page of Setup there', async () => {
    const element = mount('c-provisioning-connected-apps', ProvisioningConnectedApps);
    emit({ type: 'standard__webPage', attributes: { url: '/lightning/setup/ManageConnectedApps/home' }, state: {} });
    await settled();
    expect(one(element, 'c-provisioning-app-list').heading).toBe('Manage Connected Apps');
  });
});
