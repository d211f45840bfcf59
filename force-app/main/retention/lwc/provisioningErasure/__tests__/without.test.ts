import ProvisioningErasure from 'c/provisioningErasure';
import { mount, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeErasureController.erase', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Manage_Provisioning_Settings', () => ({ default: undefined }), { virtual: true });

describe('c-provisioning-erasure', () => {
  it('offers nothing to whoever may not erase', async () => {
    const element = mount('c-provisioning-erasure', ProvisioningErasure, { employeeId: 'e1', name: 'Ada Lima' });
    await settled();
    expect(element.shadowRoot!.childElementCount).toBe(0);
  });
});
