import ProvisioningRequestDecision from 'c/provisioningRequestDecision';
import { labelled, mount, one } from 'jest-helpers';

describe('c-provisioning-request-decision', () => {
  afterEach(() => document.body.replaceChildren());

  it('hands the comment over with the decision', async () => {
    const element = mount('c-provisioning-request-decision', ProvisioningRequestDecision, { decision: 'deny', count: 2 });
    const decided = jest.fn();
    element.addEventListener('decided', (event) => decided((event as CustomEvent).detail));
    expect(one(element, 'c-provisioning-side-panel').heading).toBe('Deny (2)');
    one(element, 'lightning-textarea').dispatchEvent(new CustomEvent('change', { detail: { value: ' Not here ' } }));
    labelled(element, 'lightning-button', 'Deny').click();
    expect(decided).toHaveBeenCalledWith('Not here');
    await expect(element).toBeAccessible();
  });

  it('decides nothing when it is closed', () => {
    const element = mount('c-provisioning-request-decision', ProvisioningRequestDecision, { decision: 'cancel', count: 1 });
    const closed = jest.fn();
    element.addEventListener('close', closed);
    one(element, 'c-provisioning-side-panel').dispatchEvent(new CustomEvent('close'));
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
