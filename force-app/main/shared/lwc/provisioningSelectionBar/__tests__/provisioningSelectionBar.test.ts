import ProvisioningSelectionBar from 'c/provisioningSelectionBar';
import { all, labelled, mount, textOf } from 'jest-helpers';

const actions = [
  { name: 'update', label: 'Update now', variant: 'brand' },
  { name: 'ignore', label: 'Ignore', disabled: true },
];
const bar = (properties: object) => {
  const element = mount('c-provisioning-selection-bar', ProvisioningSelectionBar, { actions, ...properties });
  const told: [string, unknown][] = [];
  for (const name of ['act', 'all', 'clear']) element.addEventListener(name, (event) => told.push([name, (event as CustomEvent).detail]));
  return { element, told };
};

describe('c-provisioning-selection-bar', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows nothing while nothing is selected', async () => {
    const { element } = bar({ selected: 0 });
    expect(all(element, '*')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('says how many are selected and offers what can be done', async () => {
    const { element, told } = bar({ selected: 3, allLabel: 'Take all 1,178 that match as a process' });
    expect(textOf(element)).toBe('3 selected of at most 200');
    expect(labelled(element, 'lightning-button', 'Ignore').disabled).toBe(true);
    labelled(element, 'lightning-button', 'Update now').click();
    labelled(element, 'lightning-button', 'Take all 1,178 that match as a process').click();
    labelled(element, 'lightning-button', 'Clear selection').click();
    expect(told).toEqual([
      ['act', 'update'],
      ['all', null],
      ['clear', null],
    ]);
    await expect(element).toBeAccessible();
  });

  it('says at the most that it is the most, and what takes more', async () => {
    const { element } = bar({ selected: 200, allHint: 'Run User Provisioning takes everybody.' });
    expect(textOf(element)).toContain('200 is the most at once. Run User Provisioning takes everybody.');
    await expect(element).toBeAccessible();
  });
});
