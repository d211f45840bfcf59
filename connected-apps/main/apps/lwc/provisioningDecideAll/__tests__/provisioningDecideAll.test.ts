import ProvisioningDecideAll from 'c/provisioningDecideAll';
import decideAll from '@salesforce/apex/AppAccountsController.decideAll';
import getProcess from '@salesforce/apex/AppReconciliationController.getProcess';
import { aProcess, all, apex, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppAccountsController.decideAll', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.getProcess', () => ({ default: jest.fn() }), { virtual: true });

const matching = { linkState: 'orphaned', status: null, activeThere: false, search: 'mo', drift: null };
const window = async (properties: object = {}) => {
  const element = mount('c-provisioning-decide-all', ProvisioningDecideAll, {
    label: 'Decide about all that match',
    appId: 'aA0',
    name: 'Expense Cloud',
    matching,
    ...properties,
  });
  const closed: unknown[] = [];
  element.addEventListener('modalclose', (event) => closed.push((event as CustomEvent).detail));
  await settled();
  return { element, closed };
};
const dryRun = async (element: Element) => {
  labelled(element, 'lightning-button', 'Dry run').click();
  await settled();
};
const run = (changes: object = {}) =>
  aProcess({ id: 'p1', name: 'PP-7', mode: 'DryRun', status: 'Finished', total: 205, updated: 203, statusMessage: null, ...changes });

describe('c-provisioning-decide-all', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('offers a dry run once a decision is chosen, and nothing else before it', async () => {
    const { element } = await window();
    expect(labelled(element, 'lightning-button', 'Dry run').disabled).toBe(true);
    expect(one(element, 'lightning-combobox').options).toHaveLength(5);
    expect(textOf(element)).toContain('About all accounts at Expense Cloud');
    expect(all(element, 'lightning-button').map(({ label }) => label)).toEqual(['Dry run', 'Cancel']);
    await expect(element).toBeAccessible();
  });

  it('waits for the dry run', async () => {
    apex(decideAll).mockResolvedValue(run({ status: 'Queued' }));
    apex(getProcess).mockResolvedValue(run({ status: 'Processing' }));
    const { element } = await window({ decision: 'Ignore' });
    await dryRun(element);
    expect(one(element, 'lightning-spinner').alternativeText).toBe('The dry run goes through the accounts.');
    expect(one(element, 'lightning-combobox').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('counts what would change before it begins the run, and closes with that', async () => {
    apex(decideAll).mockResolvedValue(run({ status: 'Queued' }));
    apex(getProcess).mockResolvedValue(run());
    const { element, closed } = await window({ decision: 'Ignore' });
    await dryRun(element);
    expect(decideAll).toHaveBeenLastCalledWith({ appId: 'aA0', decision: 'Ignore', mode: 'DryRun', ...matching });
    expect(textOf(element)).toContain('203 of 205 would change, 2 stay as they are.');
    expect(textOf(element)).toContain('203 accounts lose their link and are ignored');
    await expect(element).toBeAccessible();
    labelled(element, 'lightning-button', 'Ignore: 203 accounts').click();
    await settled();
    expect(decideAll).toHaveBeenLastCalledWith({ appId: 'aA0', decision: 'Ignore', mode: 'Live', ...matching });
    expect(closed).toHaveLength(1);
  });

  it('asks for another dry run when something else is chosen', async () => {
    apex(decideAll).mockResolvedValue(run());
    apex(getProcess).mockResolvedValue(run());
    const { element } = await window({ decision: 'Ignore' });
    await dryRun(element);
    one(element, 'lightning-combobox').dispatchEvent(new CustomEvent('change', { detail: { value: 'Unlink' } }));
    await settled();
    expect(all(element, 'lightning-button').map(({ label }) => label)).toEqual(['Dry run', 'Cancel']);
  });

  it('has nothing to do where nothing would change', async () => {
    apex(decideAll).mockResolvedValue(run());
    apex(getProcess).mockResolvedValue(run({ total: 0, updated: 0 }));
    const { element, closed } = await window({ decision: 'Push' });
    await dryRun(element);
    expect(textOf(element)).toContain('Nothing would change, so there is nothing to do.');
    expect(all(element, 'lightning-button')).toHaveLength(2);
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(closed).toEqual([null]);
  });

  it('says why a run was refused or failed', async () => {
    apex(decideAll)
      .mockRejectedValueOnce(refusal('Crane Hire is not on.'))
      .mockResolvedValue(run({ status: 'Queued' }));
    const { element } = await window({ decision: 'Push' });
    await dryRun(element);
    expect(one(element, 'c-provisioning-error-panel').message).toBe('Crane Hire is not on.');
    apex(getProcess).mockResolvedValue(run({ status: 'Failed', statusMessage: 'More than 10,000 are not stored.' }));
    await dryRun(element);
    expect(one(element, 'c-provisioning-error-panel').message).toBe('More than 10,000 are not stored.');
    apex(getProcess).mockRejectedValue(refusal('No access.'));
    await dryRun(element);
    expect(one(element, 'c-provisioning-error-panel').message).toBe('No access.');
    await expect(element).toBeAccessible();
  });
});
