import ProvisioningPersonWindow from 'c/provisioningPersonWindow';
import { labelled, mount, one, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeDiagnosisController.explain', () => ({ default: jest.fn() }), { virtual: true });

function opened() {
  const element = mount('c-provisioning-person-window', ProvisioningPersonWindow, { employeeId: '0Em000000000001AAA' });
  const closed = jest.fn();
  element.addEventListener('modalclose', (event) => closed((event as CustomEvent).detail));
  return { element, closed };
}

describe('c-provisioning-person-window', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what a run for one person does, and what it would do now', async () => {
    const { element } = opened();
    expect(textOf(element)).toContain('A run for this person alone creates a user');
    expect(one(element, 'c-employee-diagnosis').recordId).toBe('0Em000000000001AAA');
    await expect(element).toBeAccessible();
  });

  it('closes with the decision', () => {
    const { element, closed } = opened();
    labelled(element, 'lightning-button', 'Provision').click();
    expect(closed).toHaveBeenCalledWith('run');
  });

  it('closes without one when it is cancelled', () => {
    const { element, closed } = opened();
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(closed).toHaveBeenCalledTimes(1);
    expect(closed).not.toHaveBeenCalledWith('run');
  });

  it('gives way to a page that somebody opens from there', () => {
    const { element, closed } = opened();
    const page = { type: 'standard__recordPage', attributes: { recordId: '005' } };
    one(element, 'c-employee-diagnosis').dispatchEvent(new CustomEvent('follow', { cancelable: true, detail: page }));
    expect(closed).toHaveBeenCalledWith(page);
  });
});
