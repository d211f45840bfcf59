import ProvisioningStatusBadge from 'c/provisioningStatusBadge';
import { all, mount, one, textOf } from 'jest-helpers';

describe('c-provisioning-status-badge', () => {
  afterEach(() => document.body.replaceChildren());

  it('says a status with a sign and a word', async () => {
    const element = mount('c-provisioning-status-badge', ProvisioningStatusBadge, { label: 'On', icon: 'utility:success', tone: 'good' });
    expect(textOf(element)).toBe('On');
    expect(one(element, 'lightning-icon').iconName).toBe('utility:success');
    expect(all(element, '.good')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says a word alone where there is no sign', async () => {
    const element = mount('c-provisioning-status-badge', ProvisioningStatusBadge, { label: 'Off' });
    expect(all(element, 'lightning-icon')).toHaveLength(0);
    expect(all(element, '.neutral')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows nothing while the status is not known, or may not be', async () => {
    const element = mount('c-provisioning-status-badge', ProvisioningStatusBadge, { label: null, tone: 'bad' });
    expect(all(element, '*')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
