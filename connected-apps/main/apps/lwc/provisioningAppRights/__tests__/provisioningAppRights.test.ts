import ProvisioningAppRights from 'c/provisioningAppRights';
import getPermissions from '@salesforce/apex/AppController.getPermissions';
import { all, apex, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/AppController.getPermissions', () => ({ default: jest.fn() }), { virtual: true });

describe('c-provisioning-app-rights', () => {
  afterEach(() => document.body.replaceChildren());

  it('says of each task what it needs and what is missing', async () => {
    apex(getPermissions).mockResolvedValue([
      { task: 'Set up', needed: 'Manage Users AND Customize Application', missing: null },
      { task: 'Give access', needed: 'Modify All Data', missing: 'Modify All Data' },
    ]);
    const element = mount('c-provisioning-app-rights', ProvisioningAppRights);
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await settled();
    expect(all(element, 'li').map((row) => row.textContent)).toEqual([
      'Set upManage Users AND Customize ApplicationYou may do this.',
      'Give accessModify All DataYou lack Modify All Data.',
    ]);
    expect(all(element, 'lightning-icon').map((icon) => icon.variant)).toEqual(['success', 'error']);
    await expect(element).toBeAccessible();
  });

  it('says why it cannot tell, and asks again', async () => {
    apex(getPermissions).mockRejectedValueOnce(refusal('No access.')).mockResolvedValueOnce([]);
    const element = mount('c-provisioning-app-rights', ProvisioningAppRights);
    await settled();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('No access.');
    await expect(element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(all(element, 'c-provisioning-error-panel')).toHaveLength(0);
  });
});
