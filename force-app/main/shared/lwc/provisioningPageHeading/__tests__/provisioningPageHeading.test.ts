import ProvisioningPageHeading from 'c/provisioningPageHeading';
import { mount, one } from 'jest-helpers';

describe('c-provisioning-page-heading', () => {
  it('names the page and says what it is about', async () => {
    const properties = { heading: 'Connected apps', subtitle: 'Accounts in other systems', icon: 'standard:connected_apps' };
    const element = mount('c-provisioning-page-heading', ProvisioningPageHeading, properties);
    expect(one(element, 'h1').textContent).toBe('Connected apps');
    expect(one(element, 'p').textContent).toBe('Accounts in other systems');
    await expect(element).toBeAccessible();
  });
});
