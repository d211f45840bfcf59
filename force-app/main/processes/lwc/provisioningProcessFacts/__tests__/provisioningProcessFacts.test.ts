import ProvisioningProcessFacts from 'c/provisioningProcessFacts';
import { all, aLiveProcess, aProcess, mount, one } from 'jest-helpers';

const labels = (element: Element) => all(element, 'dt').map((label) => label.textContent);

describe('c-provisioning-process-facts', () => {
  afterEach(() => document.body.replaceChildren());

  it('says who started a run, how and when', async () => {
    const element = mount('c-provisioning-process-facts', ProvisioningProcessFacts, { process: aProcess() });
    expect(labels(element)).toEqual(['Scope', 'Started by', 'Mode', 'Requested by', 'Runs as', 'Settings', 'Started', 'Ended']);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['All', 'Employees without a user'],
    ['Leavers', 'Leavers'],
    ['Deactivation', 'Users that a run created'],
    ['Odd', 'Odd'],
  ])('names the scope %s in words', (scope, words) => {
    const element = mount('c-provisioning-process-facts', ProvisioningProcessFacts, {
      process: { ...aProcess({ startedBy: 'Scheduled', mode: 'DryRun' }), scope },
    });
    expect(all(element, 'dd').map((fact) => fact.textContent.trim())).toEqual(expect.arrayContaining([words, 'Schedule', 'Dry run']));
  });

  it('counts the people who were asked to confirm an address', () => {
    const element = mount('c-provisioning-process-facts', ProvisioningProcessFacts, {
      process: aProcess({ scope: 'Changes', emailConfirmations: 3 }),
    });
    expect(labels(element)).toContain('Asked to confirm an address');
    expect(all(element, 'dd').map((fact) => fact.textContent.trim())).toContain('3');
  });

  it.each([
    ['Retry', 'Tries again'],
    ['Manual', 'Undoes'],
  ])('leads to the run that it comes from: %s', async (startedBy, label) => {
    const process = aProcess({ startedBy, parentId: 'a01', parentName: 'PP-000001' });
    const element = mount('c-provisioning-process-facts', ProvisioningProcessFacts, { process });
    expect(labels(element)).toContain(label);
    expect(one(element, 'c-provisioning-page-link')).toMatchObject({ label: 'PP-000001', reference: { state: { c__process: 'a01' } } });
    await expect(element).toBeAccessible();
  });

  it('leaves out what is not known yet', () => {
    const element = mount('c-provisioning-process-facts', ProvisioningProcessFacts, {
      process: aLiveProcess({ startTime: null, requestedBy: null, runsAs: null }),
    });
    expect(labels(element)).toEqual(['Scope', 'Started by', 'Mode', 'Settings']);
  });

  it('shows nothing without a run', async () => {
    const element = mount('c-provisioning-process-facts', ProvisioningProcessFacts);
    expect(labels(element)).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
