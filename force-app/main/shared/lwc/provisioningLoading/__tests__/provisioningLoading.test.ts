import ProvisioningLoading from 'c/provisioningLoading';
import { mount, one } from 'jest-helpers';

describe('c-provisioning-loading', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['small', 'slds-p-around_large'],
    ['medium', 'slds-p-around_xx-large'],
  ])('says that something loads, %s', async (size, padding) => {
    const element = mount('c-provisioning-loading', ProvisioningLoading, { size });
    expect(one(element, `.${padding} lightning-spinner`).alternativeText).toBe('Loading');
    expect(one(element, 'lightning-spinner').size).toBe(size);
    await expect(element).toBeAccessible();
  });
});
