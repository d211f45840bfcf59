import ProvisioningRestoreConfirmation from 'c/provisioningRestoreConfirmation';
import { anEffect, labelled, mount, one } from 'jest-helpers';

function confirmation() {
  const element = mount('c-provisioning-restore-confirmation', ProvisioningRestoreConfirmation, {
    versionNumber: 2,
    effects: [anEffect()],
  });
  const closed = jest.fn();
  element.addEventListener('modalclose', (event) => closed((event as CustomEvent).detail));
  return { element, closed };
}

describe('c-provisioning-restore-confirmation', () => {
  afterEach(() => document.body.replaceChildren());

  it('names the version and what changes, and closes with restore', async () => {
    const { element, closed } = confirmation();
    expect(one(element, 'lightning-modal-header').label).toBe('Restore version 2');
    expect(one(element, 'c-provisioning-settings-effects').effects).toEqual([anEffect()]);
    labelled(element, 'lightning-button', 'Restore').click();
    expect(closed).toHaveBeenCalledWith('restore');
    await expect(element).toBeAccessible();
  });

  it('closes without a result on Cancel', () => {
    const { element, closed } = confirmation();
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(closed).toHaveBeenCalledWith(null);
  });
});
