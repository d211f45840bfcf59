import ProvisioningEmptyState from 'c/provisioningEmptyState';
import { mount, textOf } from 'jest-helpers';

describe('c-provisioning-empty-state', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what is missing and why', async () => {
    const element = mount('c-provisioning-empty-state', ProvisioningEmptyState, { heading: 'No runs yet', text: 'Start one.' });
    expect(textOf(element)).toBe('No runs yet Start one.');
    await expect(element).toBeAccessible();
  });
});
