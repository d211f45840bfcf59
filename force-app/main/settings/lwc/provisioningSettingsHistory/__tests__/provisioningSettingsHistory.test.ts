import ProvisioningSettingsHistory from 'c/provisioningSettingsHistory';
import { aHistory, all, labelled, mount, textOf } from 'jest-helpers';

const change = (before: string | null, after: string | null): Apex.ProvisioningSettingsVersion_Change => ({
  field: 'ProfileName__c',
  name: 'profileName',
  label: 'Profile',
  before,
  after,
});
const version = (changes: Partial<Apex.ProvisioningSettingsVersion>): Apex.ProvisioningSettingsVersion => ({
  ...aHistory()[1],
  ...changes,
});

describe('c-provisioning-settings-history', () => {
  afterEach(() => document.body.replaceChildren());

  it('says who saved what and what changed', async () => {
    const changes = [change(null, 'A'), change('A', 'B'), change('B', null)];
    const versions = [version({ versionNumber: 3, active: true, changes }), version({ id: 'a02', versionNumber: 2, changes: [] })];
    const element = mount('c-provisioning-settings-history', ProvisioningSettingsHistory, { versions });
    expect(all(element, '.slds-list_dotted li').map((row) => row.textContent)).toEqual([
      'Profile set to A',
      'Profile: A → B',
      'Profile: B removed',
    ]);
    expect(all(element, 'lightning-badge')).toHaveLength(1);
    expect(textOf(element)).toContain('Version 3');
    await expect(element).toBeAccessible();
  });

  it('says how many runs went by each, and leads to them', async () => {
    const versions = [3, 1, 0].map((runs) => version({ id: `a0${runs}`, name: `EUS-000${runs}`, runs }));
    const element = mount('c-provisioning-settings-history', ProvisioningSettingsHistory, { versions });
    const links = all(element, 'c-provisioning-page-link');
    expect(links.map(({ label }) => label)).toEqual(['Used by 3 runs', 'Used by 1 run']);
    expect(links[0]!.reference).toMatchObject({
      attributes: { apiName: 'View_Processes' },
      state: { c__settingsVersion: 'EUS-0003' },
    });
    expect(all(element, '[data-unused]').map(({ textContent }) => textContent)).toEqual(['Used by no run that is kept']);
    await expect(element).toBeAccessible();
  });

  it('says that nothing was saved yet', async () => {
    const element = mount('c-provisioning-settings-history', ProvisioningSettingsHistory);
    expect(textOf(element)).toBe('No version has been saved yet.');
    await expect(element).toBeAccessible();
  });

  it('lets old versions be restored, never the active one', async () => {
    const versions = [version({ versionNumber: 3, active: true }), version({ id: 'a02', versionNumber: 2 })];
    const element = mount('c-provisioning-settings-history', ProvisioningSettingsHistory, { versions, canRestore: true });
    const restored = jest.fn();
    element.addEventListener('restore', (event) => restored((event as CustomEvent).detail));
    const button = labelled(element, 'lightning-button', 'Restore');
    expect(button.title).toBe('Restore version 2');
    button.click();
    expect(restored).toHaveBeenCalledWith(versions[1]);
    await expect(element).toBeAccessible();
  });
});
