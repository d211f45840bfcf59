import ProvisioningUndoCreated from 'c/provisioningUndoCreated';
import deactivateCreated from '@salesforce/apex/EmployeeLifecycleController.deactivateCreated';
import foreseeUndo from '@salesforce/apex/EmployeeLifecycleController.foreseeUndo';
import { all, apex, aStartedProcess, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.deactivateCreated', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.foreseeUndo', () => ({ default: jest.fn() }), { virtual: true });

const GUARD = '300 people would have lost their access within 24 hours; 267 are allowed, 10 % of those who can sign in.';

async function panel(created = 300) {
  const element = mount('c-provisioning-undo-created', ProvisioningUndoCreated, { processId: 'a01', created });
  const started = jest.fn();
  const cancelled = jest.fn();
  element.addEventListener('started', (event) => started((event as CustomEvent<{ name: string }>).detail.name));
  element.addEventListener('cancel', cancelled);
  await settled();
  return { element, started, cancelled };
}

describe('c-provisioning-undo-created (R31)', () => {
  beforeEach(() => {
    apex(foreseeUndo).mockResolvedValue({ people: 300, lockouts: 302, guard: null });
    apex(deactivateCreated).mockResolvedValue(aStartedProcess({ id: 'a02', name: 'PP-000002' }));
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('says how many users that is about and who is kept, and starts nothing by itself', async () => {
    const { element, started } = await panel();
    expect(textOf(element)).toContain('Users this run created: 300');
    expect(textOf(element)).toContain('signed in');
    expect(all(element, 'lightning-button').map(({ label }) => label)).toEqual(['Cancel', 'Dry run', 'Deactivate 300 users']);
    expect(deactivateCreated).not.toHaveBeenCalled();
    expect(started).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('begins with the focus on Cancel', async () => {
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    const { element } = await panel();
    expect(focus.mock.contexts).toContain(labelled(element, 'lightning-button', 'Cancel'));
    focus.mockRestore();
  });

  it('deactivates them when somebody says so', async () => {
    const { element, started } = await panel();
    labelled(element, 'lightning-button', 'Deactivate 300 users').click();
    await settled();
    expect(deactivateCreated).toHaveBeenCalledWith({ processId: 'a01', isDryRun: false, acceptedLockouts: null });
    expect(started).toHaveBeenCalledWith('PP-000002');
  });

  it('tries it first', async () => {
    const { element, started } = await panel();
    one(element, '[data-dry]').click();
    await settled();
    expect(deactivateCreated).toHaveBeenCalledWith({ processId: 'a01', isDryRun: true, acceptedLockouts: null });
    expect(started).toHaveBeenCalledWith('PP-000002');
  });

  it('shows what the guard would say with both consequences, and carries the decision along', async () => {
    apex(foreseeUndo).mockResolvedValue({ people: 300, lockouts: 302, guard: GUARD });
    const { element } = await panel();
    expect(one(element, '[data-guard]').textContent).toContain(GUARD);
    expect(one(element, '[data-guard]').querySelectorAll('li')).toHaveLength(2);
    await expect(element).toBeAccessible();
    labelled(element, 'lightning-button', 'Deactivate 300 users').click();
    await settled();
    expect(deactivateCreated).toHaveBeenLastCalledWith({ processId: 'a01', isDryRun: false, acceptedLockouts: 302 });
    one(element, '[data-dry]').click();
    await settled();
    expect(deactivateCreated).toHaveBeenLastCalledWith({ processId: 'a01', isDryRun: true, acceptedLockouts: null });
  });

  it('lets nobody confirm what is not known yet, and leaves it to the guard where it cannot be known', async () => {
    apex(foreseeUndo).mockReturnValueOnce(new Promise(() => undefined));
    const waiting = await panel();
    expect(labelled(waiting.element, 'lightning-button', 'Deactivate 300 users').disabled).toBe(true);
    apex(foreseeUndo).mockRejectedValueOnce(refusal('The server did not answer.'));
    const { element } = await panel();
    expect(one(element, '[role="alert"]').textContent).toBe('The server did not answer.');
    labelled(element, 'lightning-button', 'Deactivate 300 users').click();
    await settled();
    expect(deactivateCreated).toHaveBeenCalledWith({ processId: 'a01', isDryRun: false, acceptedLockouts: null });
  });

  it('says why it was refused, and stays', async () => {
    apex(deactivateCreated).mockRejectedValue(refusal('PP-000001 created no users.'));
    const { element, started } = await panel();
    labelled(element, 'lightning-button', 'Deactivate 300 users').click();
    await settled();
    expect(one(element, '[role="alert"]').textContent).toBe('PP-000001 created no users.');
    expect(started).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('is left by Cancel', async () => {
    const { element, cancelled } = await panel();
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(cancelled).toHaveBeenCalledTimes(1);
    expect(deactivateCreated).not.toHaveBeenCalled();
  });
});
