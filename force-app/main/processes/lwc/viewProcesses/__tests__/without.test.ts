import ViewProcesses from 'c/viewProcesses';
import getProcesses from '@salesforce/apex/ProvisioningProcessController.getProcesses';
import { all, apex, mount, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningProcessController.getProcesses', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Run_Provisioning', () => ({ default: undefined }), { virtual: true });

it('offers no run to whoever may not start one', async () => {
  apex(getProcesses).mockResolvedValue({ open: [], processes: [], counts: {}, settingsVersions: [], next: null });
  const element = mount('c-view-processes', ViewProcesses);
  await settled();
  expect(all(element, 'c-provisioning-process-list')).toHaveLength(1);
  expect(all(element, 'lightning-button')).toHaveLength(0);
  await expect(element).toBeAccessible();
});
