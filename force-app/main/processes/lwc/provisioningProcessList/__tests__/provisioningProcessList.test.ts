import ProvisioningProcessList from 'c/provisioningProcessList';
import { all, aLiveProcess, aProcess, mount, one } from 'jest-helpers';

describe('c-provisioning-process-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows runs with status, people and outcomes, each with a link to its detail', async () => {
    const processes = [
      aLiveProcess({ id: 'a02', name: 'PP-000002', startTime: null }),
      aProcess({ total: 2500, processed: 2500, created: 2431 }),
    ];
    const element = mount('c-provisioning-process-list', ProvisioningProcessList, { processes });
    expect(all(element, 'c-provisioning-status-badge').map((badge) => badge.label)).toEqual(['Processing', aProcess().stateText]);
    expect(all(element, 'tbody tr')[1]?.textContent).toContain('Employees without a user2,500 of 2,500 people2,431303ManualAdmin');
    const [first] = all(element, 'c-provisioning-page-link');
    expect(first?.label).toBe('PP-000002');
    expect(first?.reference).toMatchObject({ attributes: { apiName: 'View_Processes' }, state: { c__process: 'a02' } });
    await expect(element).toBeAccessible();
  });

  it('tells a dry run from a live one', async () => {
    const element = mount('c-provisioning-process-list', ProvisioningProcessList, { processes: [aProcess({ mode: 'DryRun' })] });
    expect(all(element, 'lightning-badge').map((badge) => badge.label)).toEqual(['Dry run']);
    await expect(element).toBeAccessible();
  });

  it('says where runs come from when there are none', async () => {
    const element = mount('c-provisioning-process-list', ProvisioningProcessList);
    expect(one(element, 'c-provisioning-empty-state').heading).toBe('No runs yet');
    await expect(element).toBeAccessible();
  });

  it('names who was let in by a run over returns', () => {
    const processes = [aProcess({ scope: 'Returns', updated: 12 }), aProcess({ id: 'a03', scope: 'Changes', updated: 13 })];
    const element = mount('c-provisioning-process-list', ProvisioningProcessList, { processes });
    expect(all(element, 'tbody tr').map((row) => row.querySelectorAll('td')[5]?.textContent)).toEqual(['12 let in', '13']);
  });
});
