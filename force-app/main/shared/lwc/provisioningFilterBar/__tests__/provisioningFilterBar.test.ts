import ProvisioningFilterBar from 'c/provisioningFilterBar';
import { all, labelled, mount, one, settled, textOf } from 'jest-helpers';

const segments = [
  { value: '', label: 'All', count: 7 },
  { value: 'On', label: 'On', count: 1178 },
  { value: 'Off', label: 'Off' },
];
const filters = [
  {
    name: 'status',
    label: 'Status',
    value: 'Active',
    options: [
      { label: 'All', value: '' },
      { label: 'Active', value: 'Active' },
    ],
  },
  { name: 'drift', label: 'Drift', value: '', options: [{ label: 'Any', value: '' }] },
];
const bar = (properties: object = {}) => {
  const element = mount('c-provisioning-filter-bar', ProvisioningFilterBar, { segments, segment: '', filters, ...properties });
  const told: unknown[] = [];
  element.addEventListener('filter', (event) => told.push((event as CustomEvent).detail));
  return { element, told };
};
const type = (element: Element, value: string) =>
  one(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-provisioning-filter-bar', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('shows the views with their counts, the chosen one pressed, and a pill for a filter that is set', async () => {
    jest.useRealTimers();
    const { element } = bar();
    expect(all(element, '.views button').map((view) => [view.textContent, view.getAttribute('aria-pressed')])).toEqual([
      ['All 7', 'true'],
      ['On 1,178', 'false'],
      ['Off', 'false'],
    ]);
    expect(textOf(element)).toContain('Status: Active');
    expect(one(element, '.opener').textContent).toBe('Filters 1');
    await expect(element).toBeAccessible();
  });

  it('tells everything that is wanted when one thing changes', () => {
    const { element, told } = bar({ search: 'ada' });
    all(element, '.views button')[1]?.click();
    labelled(element, 'lightning-combobox', 'Drift').dispatchEvent(new CustomEvent('change', { detail: { value: 'Title' } }));
    one(element, '.pill lightning-button-icon').click();
    labelled(element, 'lightning-button', 'Clear filters').click();
    const rest = { segment: '', search: 'ada' };
    expect(told).toEqual([
      { segment: 'On', search: 'ada', filters: { status: 'Active', drift: '' } },
      { ...rest, filters: { status: 'Active', drift: 'Title' } },
      { ...rest, filters: { status: '', drift: '' } },
      { ...rest, filters: { status: '', drift: '' } },
    ]);
  });

  it('searches once, 300 ms after the last key', () => {
    const { element, told } = bar({ filters: [] });
    type(element, 'a');
    jest.advanceTimersByTime(299);
    type(element, 'ada ');
    jest.advanceTimersByTime(299);
    expect(told).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(told).toEqual([{ segment: '', search: 'ada', filters: {} }]);
  });

  it('takes a filter without choices as a text, and tells of it when typing rests', async () => {
    const { element, told } = bar({
      withoutSearch: true,
      filters: [{ name: 'department', label: 'Department', value: 'Tools', options: [] }],
    });
    expect(textOf(element)).toContain('Department: Tools');
    type(element, ' Garden ');
    jest.advanceTimersByTime(300);
    expect(told).toEqual([{ segment: '', search: '', filters: { department: 'Garden' } }]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('asks for nothing once it is gone', () => {
    const { element, told } = bar();
    type(element, 'a');
    element.remove();
    jest.advanceTimersByTime(1000);
    expect(told).toEqual([]);
  });

  it('opens and closes the views and filters where there is no room for them', async () => {
    const { element } = bar();
    const opener = one(element, '.opener');
    opener.click();
    await settled();
    expect([opener.getAttribute('aria-expanded'), all(element, '.choices.open').length]).toEqual(['true', 1]);
    opener.click();
    await settled();
    expect([opener.getAttribute('aria-expanded'), all(element, '.choices.open').length]).toEqual(['false', 0]);
  });

  it('is a search alone where nothing else narrows the list, and nothing without it', async () => {
    jest.useRealTimers();
    const { element } = bar({ segments: [], filters: [] });
    expect(all(element, 'button')).toHaveLength(0);
    expect(one(element, 'lightning-input').label).toBe('Search this list');
    await expect(element).toBeAccessible();
    const without = bar({ segments: [], filters: [], withoutSearch: true });
    expect(all(without.element, 'lightning-input')).toHaveLength(0);
  });
});
