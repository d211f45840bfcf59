import ProvisioningBringBack from 'c/provisioningBringBack';
import bringBack from '@salesforce/apex/EmployeeLifecycleController.bringBack';
import getBringBackPeople from '@salesforce/apex/EmployeeLifecycleController.getBringBackPeople';
import foreseeBringBack from '@salesforce/apex/EmployeeLifecycleController.foreseeBringBack';
import { all, apex, aStartedProcess, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.bringBack', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.getBringBackPeople', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.foreseeBringBack', () => ({ default: jest.fn() }), { virtual: true });

async function panel(employeeIds: readonly string[] = []) {
  const element = mount('c-provisioning-bring-back', ProvisioningBringBack, { processId: 'a01', employeeIds });
  const started = jest.fn();
  const cancelled = jest.fn();
  element.addEventListener('started', (event) => started((event as CustomEvent<{ name: string }>).detail.name));
  element.addEventListener('cancel', cancelled);
  await settled();
  return { element, started, cancelled };
}
const buttons = (element: Element) => all(element, 'lightning-button').map(({ label, disabled }) => `${label}${disabled ? ' (off)' : ''}`);

describe('c-provisioning-bring-back', () => {
  beforeEach(() => {
    apex(foreseeBringBack).mockResolvedValue({ people: 43, leavers: 9 });
    apex(getBringBackPeople).mockResolvedValue({ people: [], next: null });
    apex(bringBack).mockResolvedValue(aStartedProcess({ id: 'a02', name: 'PP-000002' }));
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('starts nothing before it knows whom that would be about', async () => {
    apex(foreseeBringBack).mockReturnValue(new Promise(() => undefined));
    const { element } = await panel();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    expect(buttons(element)).toEqual(['Cancel', 'Dry run (off)', 'Bring back 0 now (off)']);
    await expect(element).toBeAccessible();
  });

  it('counts the people and the leavers among them, with the focus on its heading', async () => {
    const { element } = await panel();
    expect(element.shadowRoot!.activeElement!.textContent).toBe('Bring back everybody this run locked out');
    expect(textOf(element)).toContain('People whom this run locked out: 43');
    expect(textOf(element)).toContain('Leavers by status still: 9.');
    expect(buttons(element)).toEqual(['Cancel', 'Dry run', 'Bring back 34 now']);
    await expect(element).toBeAccessible();
  });

  it('shows them one by one, before and after, and follows whether leavers are included', async () => {
    const { element } = await panel(['e1']);
    const people = () => one(element, 'c-provisioning-bring-back-people');
    expect(people()).toMatchObject({ processId: 'a01', employeeIds: ['e1'], includesLeavers: false });
    one(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    await settled();
    expect(people().includesLeavers).toBe(true);
  });

  it('lets leavers by status in only where somebody includes them', async () => {
    const { element, started } = await panel();
    labelled(element, 'lightning-button', 'Bring back 34 now').click();
    await settled();
    expect(bringBack).toHaveBeenLastCalledWith({ processId: 'a01', isDryRun: false, includeLeavers: false, employeeIds: null });
    one(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    await settled();
    labelled(element, 'lightning-button', 'Bring back 43 now').click();
    await settled();
    expect(bringBack).toHaveBeenLastCalledWith({ processId: 'a01', isDryRun: false, includeLeavers: true, employeeIds: null });
    expect(started).toHaveBeenLastCalledWith('PP-000002');
  });

  it('tries it on the selected people first', async () => {
    apex(foreseeBringBack).mockResolvedValue({ people: 2, leavers: 0 });
    const { element } = await panel(['e1', 'e2']);
    expect(foreseeBringBack).toHaveBeenCalledWith({ processId: 'a01', employeeIds: ['e1', 'e2'] });
    expect(one(element, '[slot="title"]').textContent).toBe('Bring back the selected people');
    expect(all(element, 'lightning-input')).toHaveLength(0);
    one(element, '[data-dry]').click();
    await settled();
    expect(bringBack).toHaveBeenCalledWith({ processId: 'a01', isDryRun: true, includeLeavers: false, employeeIds: ['e1', 'e2'] });
  });

  it('offers to include leavers where there were too many people to look at', async () => {
    apex(foreseeBringBack).mockResolvedValue({ people: 5000, leavers: null });
    const { element } = await panel();
    expect(all(element, 'lightning-input')).toHaveLength(1);
    expect(buttons(element)[2]).toBe('Bring back 5,000 now');
  });

  it('has nothing to start where all of them are leavers still', async () => {
    apex(foreseeBringBack).mockResolvedValue({ people: 2, leavers: 2 });
    const { element } = await panel();
    expect(buttons(element)).toEqual(['Cancel', 'Dry run', 'Bring back 0 now (off)']);
  });

  it('leaves everybody as they are on Cancel', async () => {
    const { element, cancelled } = await panel();
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(cancelled).toHaveBeenCalledTimes(1);
    expect(bringBack).not.toHaveBeenCalled();
  });

  it('says why it cannot, before and after the click', async () => {
    apex(bringBack).mockRejectedValueOnce(refusal('PP-000009 is running.'));
    const { element, started } = await panel();
    labelled(element, 'lightning-button', 'Bring back 34 now').click();
    await settled();
    expect(one(element, '[role="alert"]').textContent).toBe('PP-000009 is running.');
    expect(started).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    apex(foreseeBringBack).mockRejectedValueOnce(refusal('You need Run Provisioning.'));
    expect(one((await panel()).element, '[role="alert"]').textContent).toBe('You need Run Provisioning.');
  });
});
