import ProvisioningAdministrativeConfirm from 'c/provisioningAdministrativeConfirm';
import confirmAdministrative from '@salesforce/apex/ProvisioningController.confirmAdministrative';
import getPeople from '@salesforce/apex/PreflightController.getPeople';
import { all, apex, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningController.confirmAdministrative', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PreflightController.getPeople', () => ({ default: jest.fn() }), { virtual: true });

const PEOPLE = [
  { id: 'e1', employeeNumber: 'E1', name: 'Lena Fischer', message: 'Manage Users' },
  { id: 'e2', employeeNumber: 'E2', name: 'Omar Diallo', message: 'Manage Users' },
];

function confirmation(total = PEOPLE.length) {
  const element = mount('c-provisioning-administrative-confirm', ProvisioningAdministrativeConfirm, { people: PEOPLE, total });
  const confirmed = jest.fn();
  element.addEventListener('confirmed', confirmed);
  return { element, confirmed };
}
const check = (element: HTMLElement, id: string, checked = true) =>
  one(element, `[data-id="${id}"]`).dispatchEvent(new CustomEvent('change', { detail: { checked } }));

describe('c-provisioning-administrative-confirm', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('names the people and confirms nobody who was not chosen', async () => {
    apex(confirmAdministrative).mockResolvedValue({ id: 'p1', name: 'PP-1' } as Apex.ProvisioningProcessView);
    const { element, confirmed } = confirmation();
    expect(all(element, 'lightning-input').map(({ label }) => label)).toEqual(['Select all (2)', 'Lena Fischer, E1', 'Omar Diallo, E2']);
    expect(one(element, 'lightning-button').disabled).toBe(true);
    check(element, 'e1');
    check(element, 'e2');
    check(element, 'e1', false);
    await settled();
    expect(one(element, 'lightning-button').label).toBe('Confirm 1 selected');
    one(element, 'lightning-button').click();
    await settled();
    expect(confirmAdministrative).toHaveBeenCalledWith({ employeeIds: ['e2'] });
    expect(confirmed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('says who may not', async () => {
    apex(confirmAdministrative).mockRejectedValue(refusal('You lack Manage Users.'));
    const { element, confirmed } = confirmation();
    check(element, 'e1');
    await settled();
    one(element, 'lightning-button').click();
    await settled();
    expect(textOf(element)).toContain('You lack Manage Users.');
    expect(confirmed).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('fetches the people beyond those of the finding, and confirms up to 200 at once', async () => {
    const people = Array.from({ length: 200 }, (_, i) => ({ id: `e${i + 1}`, employeeNumber: `E${i + 1}`, name: null, message: null }));
    apex(getPeople).mockResolvedValue({ people, next: '200' });
    apex(confirmAdministrative).mockResolvedValue({ id: 'p1', name: 'PP-1' } as Apex.ProvisioningProcessView);
    const { element } = confirmation(215);
    await settled();
    expect(getPeople).toHaveBeenCalledWith({ code: 'PRIVILEGED_GRANT', after: null, pageSize: 200 });
    expect(all(element, '[data-id]')).toHaveLength(200);
    expect(textOf(element)).toContain('There are 215; 200 are shown, the most at once.');
    one(element, '[data-all]').dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    await settled();
    expect(one(element, 'lightning-button').label).toBe('Confirm 200 selected');
    one(element, 'lightning-button').click();
    await settled();
    expect(apex(confirmAdministrative).mock.lastCall?.[0].employeeIds).toHaveLength(200);
  });

  it('offers 200 of those who are given where there are more, begins the run that is asked for, and says so', async () => {
    const people = Array.from({ length: 201 }, (_, i) => ({ id: `e${i}`, employeeNumber: `E${i}`, name: null, message: null }));
    const start = jest.fn().mockResolvedValue({ id: 'p1', name: 'PP-1' });
    const element = mount('c-provisioning-administrative-confirm', ProvisioningAdministrativeConfirm, { people, total: 201, start });
    await settled();
    expect(all(element, '[data-id]')).toHaveLength(200);
    expect(textOf(element)).toContain('There are 201; 200 are shown, the most at once.');
    check(element, 'e7');
    await settled();
    one(element, 'lightning-button').click();
    await settled();
    expect(start).toHaveBeenCalledWith({ employeeIds: ['e7'] });
    expect(confirmAdministrative).not.toHaveBeenCalled();
    expect(getPeople).not.toHaveBeenCalled();
  });

  it('says why the others cannot be had, and keeps those of the finding', async () => {
    apex(getPeople).mockRejectedValue(refusal('You lack View Provisioning.'));
    const { element } = confirmation(11);
    await settled();
    expect(all(element, '[data-id]')).toHaveLength(2);
    expect(textOf(element)).toContain('You lack View Provisioning.');
  });
});
