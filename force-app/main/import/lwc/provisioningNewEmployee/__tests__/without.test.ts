import ProvisioningNewEmployee from 'c/provisioningNewEmployee';
import getForm from '@salesforce/apex/EmployeeImportController.getForm';
import { all, apex, aHireForm, mount, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeImportController.getForm', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Run_Provisioning', () => ({ default: undefined }), { virtual: true });

it('offers no run to whoever may not start one', async () => {
  apex(getForm).mockResolvedValue(aHireForm());
  const element = mount('c-provisioning-new-employee', ProvisioningNewEmployee, { label: 'New employee' });
  await settled();
  expect(all(element, 'lightning-button').map(({ label }) => label)).toEqual(['Cancel', 'Save']);
  await expect(element).toBeAccessible();
});
