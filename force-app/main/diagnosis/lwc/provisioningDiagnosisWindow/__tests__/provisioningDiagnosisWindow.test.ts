import ProvisioningDiagnosisWindow from 'c/provisioningDiagnosisWindow';
import { labelled, mount, one } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeDiagnosisController.explain', () => ({ default: jest.fn() }), { virtual: true });

describe('c-provisioning-diagnosis-window', () => {
  afterEach(() => document.body.replaceChildren());

  it('explains the employee and closes', async () => {
    const element = mount('c-provisioning-diagnosis-window', ProvisioningDiagnosisWindow, { employeeId: '0Em000000000001AAA' });
    const closed = jest.fn();
    element.addEventListener('modalclose', closed);
    expect(one(element, 'c-employee-diagnosis').recordId).toBe('0Em000000000001AAA');
    await expect(element).toBeAccessible();
    labelled(element, 'lightning-button', 'Close').click();
    expect(closed).toHaveBeenCalled();
  });

  it('gives way to a page that somebody opens from there', () => {
    const element = mount('c-provisioning-diagnosis-window', ProvisioningDiagnosisWindow, { employeeId: '0Em000000000001AAA' });
    const closed = jest.fn();
    element.addEventListener('modalclose', (event) => closed((event as CustomEvent).detail));
    const page = { type: 'standard__recordPage', attributes: { recordId: '001' } };
    one(element, 'c-employee-diagnosis').dispatchEvent(new CustomEvent('follow', { cancelable: true, detail: page }));
    expect(closed).toHaveBeenCalledWith(page);
  });
});
