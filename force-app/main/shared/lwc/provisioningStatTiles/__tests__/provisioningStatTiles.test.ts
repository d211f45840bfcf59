import ProvisioningStatTiles from 'c/provisioningStatTiles';
import { all, mount, one, textOf } from 'jest-helpers';

describe('c-provisioning-stat-tiles', () => {
  afterEach(() => document.body.replaceChildren());

  it('holds the places while the numbers load', async () => {
    const element = mount('c-provisioning-stat-tiles', ProvisioningStatTiles);
    expect(one(element, '[aria-busy="true"]').textContent).toContain('Loading');
    expect(all(element, '.tile')).toHaveLength(4);
    await expect(element).toBeAccessible();
  });

  it('shows numbers in the locale, with their names, and opens what lies behind one', async () => {
    const tiles = [
      {
        name: 'there',
        label: 'Active there',
        value: 2,
        note: 'look at these first',
        opens: true,
        icon: 'utility:warning',
        variant: 'error',
      },
      { name: 'linked', label: 'Linked', value: 1178, note: '97.8 % of people entitled' },
    ];
    const element = mount('c-provisioning-stat-tiles', ProvisioningStatTiles, { tiles });
    const opened = jest.fn();
    element.addEventListener('open', (event) => opened((event as CustomEvent).detail));
    expect(all(element, '.value').map((value) => value.textContent)).toEqual(['2', '1,178']);
    expect(textOf(element)).toContain('97.8 % of people entitled');
    one(element, 'button').click();
    expect(opened).toHaveBeenCalledWith('there');
    await expect(element).toBeAccessible();
  });

  it('says a word where there is no number', async () => {
    const element = mount('c-provisioning-stat-tiles', ProvisioningStatTiles, {
      tiles: [{ name: 'a', label: 'Seats', value: 'not known' }],
    });
    expect(one(element, '.value').textContent).toBe('not known');
    await expect(element).toBeAccessible();
  });

  it('shows no tile where there is nothing to count', async () => {
    const element = mount('c-provisioning-stat-tiles', ProvisioningStatTiles, { tiles: [] });
    expect(all(element, '.tile')).toHaveLength(0);
  });
});
