import ProvisioningRaiseRequests from 'c/provisioningRaiseRequests';
import raise from '@salesforce/apex/AppRequestsController.raise';
import { aCandidate, aRow, all, apex, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppRequestsController.raise', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppReconciliationController.findUsers', () => ({ default: jest.fn() }), { virtual: true });

const person = (userId: string) => ({ userId, name: `Person ${userId}` });
const raising = async (properties: object = {}) => {
  const element = mount('c-provisioning-raise-requests', ProvisioningRaiseRequests, {
    label: 'Raise requests',
    appId: 'aA0',
    name: 'Expense Cloud',
    people: [person('1')],
    ...properties,
  });
  const closed: unknown[] = [];
  element.addEventListener('modalclose', (event) => closed.push((event as CustomEvent).detail));
  await settled();
  return { element, closed };
};
const choose = async (element: Element, value: string) => {
  one(element, 'lightning-combobox').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
};

describe('c-provisioning-raise-requests', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('says in words what is asked for whom before it is', async () => {
    apex(raise).mockResolvedValue([aRow()]);
    const { element, closed } = await raising({ leftOut: 2 });
    expect(labelled(element, 'lightning-button', 'Raise 1 request').disabled).toBe(true);
    expect(textOf(element)).toContain('2 of the selected accounts have no user and are left out.');
    await choose(element, 'Freeze');
    expect(textOf(element)).toContain('Freeze is asked for 1 person at Expense Cloud. What is sent is the state wanted now');
    await expect(element).toBeAccessible();
    labelled(element, 'lightning-button', 'Raise 1 request').click();
    await settled();
    expect(raise).toHaveBeenCalledWith({ appId: 'aA0', operation: 'Freeze', userIds: ['1'] });
    expect(closed).toEqual([[aRow()]]);
  });

  it('takes people who are found, once each, and lets them go', async () => {
    const { element } = await raising({ people: [] });
    await choose(element, 'Create');
    const found = () => one(element, 'c-provisioning-user-search').dispatchEvent(new CustomEvent('choose', { detail: aCandidate() }));
    found();
    found();
    await settled();
    expect(textOf(element)).toContain('1 person Maria Luiza Moraes');
    all(element, 'lightning-button-icon')[0]?.click();
    await settled();
    expect(labelled(element, 'lightning-button', 'Raise 0 requests').disabled).toBe(true);
  });

  it('names ten, counts the rest, and takes no more than may be', async () => {
    const { element } = await raising({ people: Array.from({ length: 200 }, (_, index) => person(String(index))) });
    expect(textOf(element)).toContain('and 190 more');
    expect(textOf(element)).toContain('200 is the most at once.');
    expect(all(element, 'c-provisioning-user-search')).toHaveLength(0);
  });

  it('says why it was refused, and may be left', async () => {
    apex(raise).mockRejectedValue(refusal('You lack Process App Requests.'));
    const { element, closed } = await raising();
    await choose(element, 'Update');
    labelled(element, 'lightning-button', 'Raise 1 request').click();
    await settled();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('You lack Process App Requests.');
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(closed).toEqual([null]);
  });
});
