import ProvisioningAppProcesses from 'c/provisioningAppProcesses';
import type { TableRow } from 'c/provisioningRecordTable';
import getProcesses from '@salesforce/apex/AppController.getProcesses';
import { aProcess, apex, mount, one, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppController.getProcesses', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/View_Provisioning', () => ({ default: undefined }), { virtual: true });

describe('c-provisioning-app-processes, for whoever may not open the page of a run', () => {
  it('tells of runs in words, and which permission opens their pages', async () => {
    const process = { ...aProcess({ name: 'PP-000009', statusMessage: '0 accounts were collected.' }), scope: 'AppCollect' };
    apex(getProcesses).mockResolvedValue({ processes: [process], open: [], counts: {}, settingsVersions: [], next: null });
    const element = mount('c-provisioning-app-processes', ProvisioningAppProcesses, { appId: 'aA0' });
    await settled();
    const [row] = one(element, 'c-provisioning-record-table').rows as readonly TableRow[];
    expect(row?.cells).toMatchObject({
      run: { text: 'PP-000009', reference: null },
      scope: { text: 'Collect' },
      progress: { second: '0 accounts were collected.' },
    });
    expect(textOf(element)).toContain('View Provisioning');
    await expect(element).toBeAccessible();
  });
});
