import ProvisioningSectionNav from 'c/provisioningSectionNav';
import { all, mount, one } from 'jest-helpers';

const sections = [
  { name: 'defaults', label: 'Defaults for new users', errors: 2, isChanged: true },
  { name: 'matching', label: 'Matching rules', isChanged: true },
  { name: 'guards', label: 'Guards' },
  { name: 'history', label: 'Version history', isRecord: true },
];

function nav(properties: object = {}) {
  const element = mount('c-provisioning-section-nav', ProvisioningSectionNav, { sections, selected: 'guards', ...properties });
  const selected = jest.fn();
  element.addEventListener('sectionselect', (event) => selected((event as CustomEvent<string>).detail));
  return { element, selected };
}

describe('c-provisioning-section-nav', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists the sections in their groups, with what is the matter', async () => {
    const { element } = nav();
    expect(all(element, 'lightning-vertical-navigation-section').map(({ label }) => label)).toEqual(['Settings', 'Records']);
    expect(all(element, 'lightning-vertical-navigation-item').map(({ label }) => label)).toEqual([
      'Defaults for new users (2 errors)',
      'Matching rules (changed)',
      'Guards',
      'Version history',
    ]);
    expect(one(element, 'lightning-vertical-navigation').selectedItem).toBe('guards');
    await expect(element).toBeAccessible();
  });

  it('says the same in a combobox where there is no room', () => {
    const { element, selected } = nav();
    const combobox = one(element, 'lightning-combobox');
    expect(combobox).toMatchObject({ label: 'Section', value: 'guards' });
    expect((combobox.options as { label: string }[])[0]?.label).toBe('Defaults for new users (2 errors)');
    combobox.dispatchEvent(new CustomEvent('change', { detail: { value: 'matching' } }));
    expect(selected).toHaveBeenCalledWith('matching');
  });

  it('tells what was selected, not what is', () => {
    const { element, selected } = nav();
    const list = one(element, 'lightning-vertical-navigation');
    list.dispatchEvent(new CustomEvent('select', { detail: { name: 'guards' } }));
    expect(selected).not.toHaveBeenCalled();
    list.dispatchEvent(new CustomEvent('select', { detail: { name: 'history' } }));
    expect(selected).toHaveBeenCalledWith('history');
  });

  it('stands without sections', async () => {
    const { element } = nav({ sections: [] });
    expect(all(element, 'lightning-vertical-navigation-section')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
