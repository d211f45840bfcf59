import ProvisioningUserSearch from 'c/provisioningUserSearch';
import findUsers from '@salesforce/apex/AppReconciliationController.findUsers';
import { aCandidate, all, apex, mount, one, refusal, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppReconciliationController.findUsers', () => ({ default: jest.fn() }), { virtual: true });

const search = () => mount('c-provisioning-user-search', ProvisioningUserSearch, { appId: 'aA0', accountId: 'alm1' });
const type = (element: Element, value: string): void => {
  one(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value } }));
};
const rested = () => jest.advanceTimersByTimeAsync(300);

describe('c-provisioning-user-search', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    jest.clearAllMocks();
  });

  it('asks nothing before two characters, and once when typing rests', async () => {
    apex(findUsers).mockResolvedValue([aCandidate()]);
    const element = search();
    type(element, 'm');
    await rested();
    expect(findUsers).not.toHaveBeenCalled();
    type(element, 'mo');
    type(element, ' mor ');
    await rested();
    expect(findUsers).toHaveBeenCalledTimes(1);
    expect(findUsers).toHaveBeenCalledWith({ appId: 'aA0', accountId: 'alm1', search: 'mor' });
    const list = one(element, 'c-provisioning-candidate-list');
    expect(list.heading).toBe('Users found');
    expect(list.candidates).toEqual([aCandidate()]);
  });

  it('tells who is chosen, and forgets it all for another account', async () => {
    apex(findUsers).mockResolvedValue([aCandidate()]);
    const element = search();
    const told: unknown[] = [];
    element.addEventListener('choose', (event) => told.push((event as CustomEvent).detail));
    type(element, 'mor');
    await rested();
    one(element, 'c-provisioning-candidate-list').dispatchEvent(new CustomEvent('choose', { detail: '0051' }));
    expect(told).toEqual([aCandidate()]);
    element.accountId = 'alm2';
    await rested();
    expect(all(element, 'c-provisioning-candidate-list')).toHaveLength(0);
    expect(one(element, 'lightning-input').value).toBe('');
  });

  it('says why nobody is found, and asks again', async () => {
    apex(findUsers).mockRejectedValueOnce(refusal('No access.'));
    const element = search();
    type(element, 'mor');
    await jest.advanceTimersByTimeAsync(0);
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await rested();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('No access.');
    apex(findUsers).mockResolvedValue([]);
    one(element, 'c-provisioning-error-panel').dispatchEvent(new CustomEvent('retry'));
    await rested();
    expect(textOf(element)).toBe('Nobody whom you may see is called that.');
  });

  it('is accessible', async () => {
    jest.useRealTimers();
    await expect(search()).toBeAccessible();
  });
});
