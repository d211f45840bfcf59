import ProvisioningLeaveConfirmation from 'c/provisioningLeaveConfirmation';
import { labelled, mount, one } from 'jest-helpers';

function confirmation(properties: object = {}) {
  const element = mount('c-provisioning-leave-confirmation', ProvisioningLeaveConfirmation, { changes: 2, canSave: true, ...properties });
  const closed = jest.fn();
  element.addEventListener('modalclose', (event) => closed((event as CustomEvent).detail));
  return { element, closed };
}

describe('c-provisioning-leave-confirmation', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['Stay', null],
    ['Discard', 'discard'],
    ['Save', 'save'],
  ])('offers %s', async (label, result) => {
    const { element, closed } = confirmation();
    expect(one(element, 'lightning-modal-header').label).toBe('2 changes are not saved.');
    labelled(element, 'lightning-button', label).click();
    expect(closed).toHaveBeenCalledWith(result);
    await expect(element).toBeAccessible();
  });

  it('offers no save while something is wrong, and counts one as one', async () => {
    const { element } = confirmation({ changes: 1, canSave: false });
    expect(one(element, 'lightning-modal-header').label).toBe('1 change is not saved.');
    expect(labelled(element, 'lightning-button', 'Save').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });
});
