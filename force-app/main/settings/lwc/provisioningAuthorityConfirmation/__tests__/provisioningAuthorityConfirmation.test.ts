import ProvisioningAuthorityConfirmation from 'c/provisioningAuthorityConfirmation';
import { labelled, mount, one, textOf } from 'jest-helpers';

function confirmation() {
  const element = mount('c-provisioning-authority-confirmation', ProvisioningAuthorityConfirmation);
  const closed = jest.fn();
  element.addEventListener('modalclose', (event) => closed((event as CustomEvent).detail));
  return { element, closed };
}

describe('c-provisioning-authority-confirmation', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what it means, and closes with takeOver', async () => {
    const { element, closed } = confirmation();
    expect(one(element, 'lightning-modal-header').label).toBe('Take over authority');
    expect(textOf(element)).toContain('act on your authority from now on');
    labelled(element, 'lightning-button', 'Take over authority').click();
    expect(closed).toHaveBeenCalledWith('takeOver');
    await expect(element).toBeAccessible();
  });

  it('closes without a result on Cancel', () => {
    const { element, closed } = confirmation();
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(closed).toHaveBeenCalledWith(null);
  });
});
