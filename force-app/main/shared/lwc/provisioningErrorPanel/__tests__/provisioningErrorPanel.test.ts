import ProvisioningErrorPanel from 'c/provisioningErrorPanel';
import { all, mount, one } from 'jest-helpers';

describe('c-provisioning-error-panel', () => {
  afterEach(() => document.body.replaceChildren());

  it('announces the message and offers to try again', async () => {
    const element = mount('c-provisioning-error-panel', ProvisioningErrorPanel, { message: 'The server cannot be reached.' });
    const retry = jest.fn();
    element.addEventListener('retry', retry);
    expect(one(element, '[role="alert"]').textContent).toContain('The server cannot be reached.');
    one(element, 'lightning-button').click();
    expect(retry).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('offers nothing where trying again makes no sense', async () => {
    const element = mount('c-provisioning-error-panel', ProvisioningErrorPanel, { message: 'Not found.', final: true });
    expect(all(element, 'lightning-button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
