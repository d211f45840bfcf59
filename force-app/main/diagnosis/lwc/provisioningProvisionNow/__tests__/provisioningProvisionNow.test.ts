import ProvisioningProvisionNow from 'c/provisioningProvisionNow';
import getProcess from '@salesforce/apex/ProvisioningProcessController.getProcess';
import provision from '@salesforce/apex/EmployeeListController.provision';
import { all, apex, aStartedProcess, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningProcessController.getProcess', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeListController.provision', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Run_Provisioning', () => ({ default: true }), { virtual: true });

const run = (change: object) => aStartedProcess({ id: 'a0P1', name: 'PP-000007', guard: null, ...change });
const show = (properties: object = {}) => {
  const element = mount('c-provisioning-provision-now', ProvisioningProvisionNow, {
    employeeId: 'e1',
    personName: 'Ada Lima',
    available: true,
    ...properties,
  });
  const provisioned = jest.fn();
  element.addEventListener('provisioned', provisioned);
  return { element, provisioned };
};
const press = async (element: Element) => {
  one(element, 'lightning-button').click();
  await settled();
};

/** The check of accessibility needs the real clock. */
const accessible = async (element: Element) => {
  jest.useRealTimers();
  await expect(element).toBeAccessible();
};

describe('c-provisioning-provision-now', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    apex(provision).mockResolvedValue(run({ status: 'Queued' }));
    apex(getProcess).mockResolvedValue(run({ status: 'Finished', created: 1 }));
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.useRealTimers();
  });

  it('offers a run only for whom one could do something', async () => {
    const { element } = show();
    expect(one(element, 'lightning-button').label).toBe('Provision now');
    expect(all(show({ available: false }).element, 'lightning-button')).toEqual([]);
    await accessible(element);
  });

  it('provisions the person, says how it goes, and tells when it is over', async () => {
    apex(getProcess).mockResolvedValueOnce(run({ status: 'Processing' }));
    const { element, provisioned } = show();
    await press(element);
    expect(provision).toHaveBeenCalledWith({ employeeIds: ['e1'], dryRun: false });
    expect(textOf(element)).toContain('PP-000007 is giving Ada Lima a user.');
    expect(all(element, 'lightning-button')).toEqual([]);
    expect(one(element, 'c-provisioning-page-link').reference).toMatchObject({ state: { c__process: 'a0P1' } });
    await jest.advanceTimersByTimeAsync(3000);
    expect(textOf(element)).toContain('PP-000007 created the user of Ada Lima.');
    expect(provisioned).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(9000);
    expect(getProcess).toHaveBeenCalledTimes(2);
    await accessible(element);
  });

  it.each([
    [{ status: 'Finished', linked: 1 }, 'PP-000007 linked Ada Lima to the user that was there.'],
    [{ status: 'Finished', failed: 1 }, 'PP-000007 could not give Ada Lima a user. The last processes say why.'],
    [{ status: 'Finished', skipped: 1 }, 'PP-000007 has ended and changed nothing for Ada Lima.'],
    [{ status: 'Cancelled' }, 'PP-000007 did not get to Ada Lima'],
    [{ status: 'Failed' }, 'PP-000007 did not get to Ada Lima'],
    [{ status: 'Queued' }, 'PP-000007 waits for its turn to give Ada Lima a user.'],
    [{ status: 'Queued', guard: 'SEATS' }, 'PP-000007 waits for your decision before it gives Ada Lima a user.'],
  ])('says what %j means', async (change, words) => {
    apex(getProcess).mockResolvedValue(run({ created: 0, linked: 0, failed: 0, ...change }));
    const { element } = show();
    await press(element);
    expect(textOf(element)).toContain(words);
  });

  it('starts by itself where that was asked for, once', async () => {
    const { element } = show({ available: false, begins: true });
    await settled();
    element.personName = 'Ada';
    await settled();
    expect(provision).toHaveBeenCalledTimes(1);
    expect(textOf(element)).toContain('PP-000007 created the user of Ada.');
  });

  it('says why none started, with the way to the run that is in the way', async () => {
    apex(provision).mockRejectedValueOnce(refusal('PP-000030 is running.', [], 'a0P9'));
    const { element, provisioned } = show();
    await press(element);
    expect(one(element, '[role="alert"]').textContent).toBe('PP-000030 is running.');
    expect(one(element, 'c-provisioning-page-link').reference).toMatchObject({ state: { c__process: 'a0P9' } });
    expect(provisioned).not.toHaveBeenCalled();
    await accessible(element);
  });

  it('asks again when the connection is back, and forgets the run with the person', async () => {
    apex(getProcess).mockRejectedValueOnce(refusal('No connection.'));
    const { element } = show();
    await press(element);
    expect(one(element, '[role="alert"]').textContent).toBe('No connection.');
    await jest.advanceTimersByTimeAsync(3000);
    expect(all(element, '[role="alert"]')).toEqual([]);
    element.employeeId = 'e2';
    await settled();
    expect(textOf(element)).toBe('');
  });
});
