import ProvisioningEmployeeList from 'c/provisioningEmployeeList';
import getEmployees from '@salesforce/apex/EmployeeListController.getEmployees';
import { CurrentPageReference } from 'lightning/navigation';
import { all, apex, mount, settled, somePeople } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeListController.getEmployees', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeListController.provision', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Import_Employees', () => ({ default: undefined }), { virtual: true });

const go = CurrentPageReference as unknown as { emit(page: object): void };

it('offers nobody new to whoever may not import', async () => {
  apex(getEmployees).mockResolvedValue(somePeople());
  const element = mount('c-provisioning-employee-list', ProvisioningEmployeeList);
  go.emit({ type: 'standard__navItemPage', attributes: { apiName: 'Provisioning_Employees' }, state: {} });
  await settled();
  expect(all(element, 'lightning-button').map(({ label }) => label)).not.toContain('New employee');
  await expect(element).toBeAccessible();
});
