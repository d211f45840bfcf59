import ProvisioningNeedList from 'c/provisioningNeedList';
import { all, labelled, mount, textOf } from 'jest-helpers';

const page = { type: 'standard__navItemPage', attributes: { apiName: 'Leavers_And_Changes' } };
const needs = [
  { name: 'parked', severity: 'error', heading: 'PP-000030 waits for a decision', text: 'Too many.', action: 'Decide', page },
  { name: 'leavers', severity: 'warning', heading: '12 leavers can still sign in', text: null, action: 'Review leavers', page },
];

describe('c-provisioning-need-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what needs somebody, how bad it is, and leads there', async () => {
    const element = mount('c-provisioning-need-list', ProvisioningNeedList, { needs });
    const go = jest.fn();
    element.addEventListener('go', (event) => go((event as CustomEvent).detail));
    expect(textOf(element)).toBe('PP-000030 waits for a decision Too many. 12 leavers can still sign in');
    expect(all(element, 'lightning-icon').map(({ alternativeText }) => alternativeText)).toEqual(['Error', 'Warning']);
    labelled(element, 'lightning-button', 'Review leavers').click();
    expect(go).toHaveBeenCalledWith(page);
    await expect(element).toBeAccessible();
  });

  it('says that nothing does', async () => {
    const element = mount('c-provisioning-need-list', ProvisioningNeedList, { needs: [] });
    expect(textOf(element)).toBe('Nothing needs you.');
    await expect(element).toBeAccessible();
  });
});
