import ProvisioningRecordTable from 'c/provisioningRecordTable';
import { all, labelled, mount, one, settled } from 'jest-helpers';

const columns = [
  { name: 'app', label: 'App', sortable: true },
  { name: 'state', label: 'Provisioning' },
];
const row = (id: string, changes: object = {}) => ({
  id,
  label: `App ${id}`,
  cells: { app: { text: `App ${id}`, second: 'Target' }, state: { text: 'On', badge: true } },
  ...changes,
});
const rows = ['a', 'b', 'c', 'd'].map((id) => row(id));
const table = (properties: object = {}) => {
  const element = mount('c-provisioning-record-table', ProvisioningRecordTable, { label: 'Apps', columns, rows, ...properties });
  const told: [string, unknown][] = [];
  for (const name of ['select', 'sort', 'more', 'retry', 'rowaction'])
    element.addEventListener(name, (event) => told.push([name, (event as CustomEvent).detail]));
  return { element, told };
};
const boxes = (element: Element) => all<HTMLInputElement>(element, 'tbody input');

describe('c-provisioning-record-table', () => {
  afterEach(() => document.body.replaceChildren());

  it('holds the places while it loads', async () => {
    const { element } = table({ rows: undefined, selectable: true });
    expect(one(element, 'table').getAttribute('aria-busy')).toBe('true');
    expect(all(element, '.stencil').length).toBeGreaterThan(5);
    await expect(element).toBeAccessible();
  });

  it('says that there is nothing, and why', async () => {
    const { element } = table({ rows: [], emptyHeading: 'No apps', emptyText: 'Make a target.' });
    expect(one(element, 'c-provisioning-empty-state')).toMatchObject({ heading: 'No apps', text: 'Make a target.' });
    expect(all(element, 'table')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('says what went wrong and asks again, unless that is in vain', async () => {
    const { element, told } = table({ failure: 'No answer.' });
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel).toMatchObject({ message: 'No answer.', final: false });
    panel.dispatchEvent(new CustomEvent('retry'));
    expect(told).toEqual([['retry', null]]);
    await expect(element).toBeAccessible();
    expect(one(table({ failure: 'You lack a permission.', final: true }).element, 'c-provisioning-error-panel').final).toBe(true);
  });

  it('is a real table: a head for each column, a row head, cells with the names of their columns', async () => {
    const { element } = table({ hasMore: true, total: 1178 });
    expect(all(element, 'thead th').map((head) => head.textContent)).toEqual(['App', 'Provisioning']);
    expect(all(element, 'tbody th[scope="row"]')).toHaveLength(4);
    expect(all(element, 'tbody td')[0]?.dataset.label).toBe('Provisioning');
    expect(one(element, '.foot').textContent).toBe('4 of 1,178 shown');
    await expect(element).toBeAccessible();
  });

  it('tells how it is sorted, and asks for the other way on a second press', async () => {
    const { element, told } = table({ order: { column: 'app', descending: false } });
    expect(all(element, 'thead th')[0]?.getAttribute('aria-sort')).toBe('ascending');
    one(element, 'thead button').click();
    element.order = { column: 'app', descending: true };
    await settled();
    expect(all(element, 'thead th')[0]?.getAttribute('aria-sort')).toBe('descending');
    one(element, 'thead button').click();
    expect(told).toEqual([
      ['sort', { column: 'app', descending: true }],
      ['sort', { column: 'app', descending: false }],
    ]);
  });

  it('asks for more rows', () => {
    const { element, told } = table({ hasMore: true });
    labelled(element, 'lightning-button', 'Load More').click();
    expect(told).toEqual([['more', null]]);
  });

  it('selects rows, a range with Shift, and all that are shown', async () => {
    const { element, told } = table({ selectable: true });
    boxes(element)[1]?.click();
    element.selected = ['b'];
    await settled();
    boxes(element)[3]?.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }));
    one<HTMLInputElement>(element, 'thead input').click();
    expect(told).toEqual([
      ['select', ['b']],
      ['select', ['b', 'c', 'd']],
      ['select', ['b', 'a', 'c', 'd']],
    ]);
    await expect(element).toBeAccessible();
  });

  it('keeps a selection that is not shown, and locks the other boxes at the most', () => {
    const { element } = table({ selectable: true, selected: ['elsewhere', 'a'], most: 2 });
    expect(boxes(element).map((box) => [box.checked, box.disabled])).toEqual([
      [true, false],
      [false, true],
      [false, true],
      [false, true],
    ]);
  });

  it('locks the box of a row that cannot be selected', () => {
    const { element } = table({ selectable: true, rows: [row('a', { selectable: false })] });
    expect(boxes(element)[0]?.disabled).toBe(true);
  });

  it('shows a button with a sign, and lets its words be heard', async () => {
    const { element, told } = table({ rows: [row('a', { button: { name: 'why', label: 'Why App a?', icon: 'utility:question' } })] });
    const button = one(element, 'lightning-button-icon');
    expect(button).toMatchObject({ iconName: 'utility:question', alternativeText: 'Why App a?', title: 'Why App a?' });
    button.click();
    expect(told).toEqual([['rowaction', { id: 'a', action: 'why' }]]);
    await expect(element).toBeAccessible();
  });

  it('tells which action was asked for on which row', () => {
    const acting = row('a', { button: { name: 'open', label: 'Open' }, actions: [{ name: 'pause', label: 'Pause' }] });
    const { element, told } = table({ rows: [acting] });
    expect(one(element, 'lightning-button-menu').alternativeText).toBe('More actions: App a');
    labelled(element, 'lightning-button', 'Open').click();
    one(element, 'lightning-button-menu').dispatchEvent(new CustomEvent('select', { detail: { value: 'pause' } }));
    all(element, 'c-provisioning-record-cell')[0]?.dispatchEvent(new CustomEvent('cellaction', { detail: 'look' }));
    expect(told).toEqual([
      ['rowaction', { id: 'a', action: 'open' }],
      ['rowaction', { id: 'a', action: 'pause' }],
      ['rowaction', { id: 'a', action: 'look' }],
    ]);
  });

  it('lets the arrow keys go from row to row, and no farther', () => {
    const names = ['Ada', 'Ben'];
    const element = mount('c-provisioning-record-table', ProvisioningRecordTable, {
      label: 'People',
      columns: [{ name: 'name', label: 'Name' }],
      rows: names.map((name) => ({ id: name, label: name, cells: { name: { text: name, action: 'open' } } })),
      arrows: true,
    });
    const [first, second] = all(element, 'th c-provisioning-record-cell');
    const press = (cell: Element | undefined, key: string): boolean =>
      cell?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })) ?? true;
    expect(press(first, 'ArrowDown')).toBe(false);
    expect(element.shadowRoot?.activeElement).toBe(second);
    expect(press(second, 'ArrowDown')).toBe(true);
    expect(press(second, 'ArrowUp')).toBe(false);
    expect(element.shadowRoot?.activeElement).toBe(first);
    expect(press(first, 'ArrowUp')).toBe(true);
    expect(press(first, 'a')).toBe(true);
    element.arrows = false;
    expect(press(first, 'ArrowDown')).toBe(true);
  });

  it('shows the names of its columns once their widths are known, and keeps them from then on', async () => {
    const element = mount('c-provisioning-record-table', ProvisioningRecordTable, {
      label: 'People',
      columns: [{ name: 'a', label: 'A' }],
    });
    expect(one(element, 'table').className).toBe('table unmeasured');
    await expect(element).toBeAccessible();
    element.rows = [{ id: '1', label: 'One', cells: { a: { text: 'One' } } }];
    await Promise.resolve();
    expect(one(element, 'table').className).toBe('table');
    element.rows = undefined;
    await Promise.resolve();
    expect(one(element, 'table').className).toBe('table');
  });
});
