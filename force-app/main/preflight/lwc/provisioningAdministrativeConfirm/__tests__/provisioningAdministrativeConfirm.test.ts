import ProvisioningAdministrativeConfirm from 'c/provisioningAdministrativeConfirm';
import confirmAdministrative from '@salesforce/apex/ProvisioningController.confirmAdministrative';
import { all, apex, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningController.confirmAdministrative', () => ({ default: jest.fn() }), { virtual: true });

const PEOPLE = [
  { id: 'e1', employeeNumber: 'E1', name: 'Lena Fischer', message: 'Manage Users' },
  { id: 'e2', employeeNumber: 'E2', name: 'Omar Diallo', message: 'Manage Users' },
];

function confirmation() {
  const element = mount('c-provisioning-administrative-confirm', ProvisioningAdministrativeConfirm, { people: PEOPLE });
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
    expect(all(element, 'lightning-input').map(({ label }) => label)).toEqual(['Lena Fischer, E1', 'Omar Diallo, E2']);
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
});
