import ProvisioningLeaversAndChanges from 'c/provisioningLeaversAndChanges';
import LightningConfirm from 'lightning/confirm';
import * as navigation from 'lightning/navigation';
import startLifecycleRun from '@salesforce/apex/EmployeeLifecycleController.startLifecycleRun';
import { all, apex, aStartedProcess, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.startLifecycleRun', () => ({ default: jest.fn() }), { virtual: true });

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const confirm = jest.spyOn(LightningConfirm, 'open');
const page = () => mount('c-provisioning-leavers-and-changes', ProvisioningLeaversAndChanges, {});

describe('c-provisioning-leavers-and-changes', () => {
  beforeEach(() => {
    apex(startLifecycleRun).mockResolvedValue(aStartedProcess({ id: 'a01', name: 'PP-000001' }));
    confirm.mockResolvedValue(true);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('has a door to every run over people who have a user', async () => {
    const element = page();
    expect(one(element, 'c-provisioning-page-heading').heading).toBe('Leavers and changes');
    expect(all(element, 'lightning-card').map((card) => card.title)).toEqual(['Leavers', 'Changes', 'Returns']);
    await expect(element).toBeAccessible();
  });

  it.each(['Leavers', 'Changes', 'Returns'])('starts a dry run of %s at once and shows it', async (scope) => {
    one(page(), `[data-scope="${scope}"][data-dry]`).click();
    await settled();
    expect(confirm).not.toHaveBeenCalled();
    expect(startLifecycleRun).toHaveBeenCalledWith({ scope, isDryRun: true });
    expect(navigate.mock.calls[0]?.[0]).toMatchObject({ state: { c__process: 'a01' } });
  });

  it('asks before a live run', async () => {
    const element = page();
    confirm.mockResolvedValueOnce(false);
    one(element, '[data-scope="Leavers"]:not([data-dry])').click();
    await settled();
    expect(startLifecycleRun).not.toHaveBeenCalled();
    one(element, '[data-scope="Leavers"]:not([data-dry])').click();
    await settled();
    expect(startLifecycleRun).toHaveBeenCalledWith({ scope: 'Leavers', isDryRun: false });
  });

  it('says why a run was not started', async () => {
    apex(startLifecycleRun).mockRejectedValueOnce(refusal('No access.'));
    const element = page();
    one(element, '[data-scope="Changes"][data-dry]').click();
    await settled();
    expect(one(element, '[role="alert"]').textContent).toBe('No access.');
    expect(navigate).not.toHaveBeenCalled();
  });
});
