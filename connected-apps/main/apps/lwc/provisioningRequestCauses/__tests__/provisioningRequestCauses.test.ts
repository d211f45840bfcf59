import ProvisioningRequestCauses from 'c/provisioningRequestCauses';
import { all, labelled, mount, textOf } from 'jest-helpers';

const causes: readonly Apex.AppCauseCount[] = [
  { cause: 'ACCOUNT_TAKEN', label: 'Account taken by another user', howToFix: 'Find out whose account it is.', count: 3 },
];

describe('c-provisioning-request-causes', () => {
  afterEach(() => document.body.replaceChildren());

  it('offers to show, complete and retry all of a cause', async () => {
    const element = mount('c-provisioning-request-causes', ProvisioningRequestCauses, { causes, mayProcess: true });
    const told = jest.fn();
    element.addEventListener('cause', (event) => told((event as CustomEvent).detail));
    for (const label of ['Show requests', 'Mark completed', 'Retry 3']) labelled(element, 'lightning-button', label).click();
    expect(told.mock.calls).toEqual(['show', 'complete', 'retry'].map((action) => [{ cause: 'ACCOUNT_TAKEN', action }]));
    expect(textOf(element)).toContain('Find out whose account it is.');
    await expect(element).toBeAccessible();
  });

  it('only shows where nothing may be changed', () => {
    const element = mount('c-provisioning-request-causes', ProvisioningRequestCauses, { causes, mayProcess: false });
    expect(all(element, 'lightning-button').map(({ label }) => label)).toEqual(['Show requests']);
  });
});
