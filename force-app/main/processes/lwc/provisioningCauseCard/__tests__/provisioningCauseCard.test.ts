import ProvisioningCauseCard from 'c/provisioningCauseCard';
import { aCause, labelled, mount, one, textOf } from 'jest-helpers';

describe('c-provisioning-cause-card', () => {
  afterEach(() => document.body.replaceChildren());

  it('says how many, what to do and whether another run helps by itself', async () => {
    const element = mount('c-provisioning-cause-card', ProvisioningCauseCard, {
      cause: aCause({ cause: 'LOCKED', label: 'The record was locked', count: 12, retryable: true }),
    });
    expect(textOf(element)).toContain('The record was locked 12');
    expect(textOf(element)).toContain('then retry. Another run may succeed without a change.');
    await expect(element).toBeAccessible();
  });

  it('promises nothing where somebody must act first', async () => {
    const element = mount('c-provisioning-cause-card', ProvisioningCauseCard, { cause: aCause() });
    expect(textOf(element)).not.toContain('Another run');
    await expect(element).toBeAccessible();
  });

  it('offers to try these people again where that is possible', async () => {
    const element = mount('c-provisioning-cause-card', ProvisioningCauseCard, { cause: aCause({ count: 2 }), most: 4, canRetry: true });
    const retry = jest.fn();
    element.addEventListener('retry', (event) => retry((event as CustomEvent).detail));
    labelled(element, 'lightning-button', 'Retry 2').click();
    expect(retry).toHaveBeenCalledWith('MISSING_FIELD');
    await expect(element).toBeAccessible();
  });

  it('promises nothing of a dry run', () => {
    const cause = aCause({ cause: 'LOCKED', retryable: true });
    const element = mount('c-provisioning-cause-card', ProvisioningCauseCard, { cause, foreseen: true });
    expect(textOf(element)).not.toContain('Another run');
  });

  it('tells which cause to show', () => {
    const element = mount('c-provisioning-cause-card', ProvisioningCauseCard, { cause: aCause() });
    const show = jest.fn();
    element.addEventListener('show', (event) => show((event as CustomEvent).detail));
    one(element, 'lightning-button').click();
    expect(show).toHaveBeenCalledWith('MISSING_FIELD');
  });
});
