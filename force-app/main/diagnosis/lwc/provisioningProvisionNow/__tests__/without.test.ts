import ProvisioningProvisionNow from 'c/provisioningProvisionNow';
import { all, mount } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningProcessController.getProcess', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeListController.provision', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Run_Provisioning', () => ({ default: undefined }), { virtual: true });

it('offers nothing to whoever may not start runs', async () => {
  const element = mount('c-provisioning-provision-now', ProvisioningProvisionNow, { employeeId: 'e1', available: true });
  expect(all(element, 'lightning-button')).toEqual([]);
  await expect(element).toBeAccessible();
});
