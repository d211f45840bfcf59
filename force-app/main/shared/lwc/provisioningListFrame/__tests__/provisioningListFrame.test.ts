import ProvisioningListFrame from 'c/provisioningListFrame';
import { all, labelled, mount, one, settled } from 'jest-helpers';

const EVENTS = ['filter', 'act', 'all', 'select', 'sort', 'more', 'retry', 'rowaction', 'export'];
const columns = [{ name: 'app', label: 'App', sortable: true }];
const rows = [{ id: 'a1', label: 'Expense Cloud', cells: { app: { text: 'Expense Cloud' } } }];

const frame = (properties: object = {}) => {
  const element = mount('c-provisioning-list-frame', ProvisioningListFrame, { label: 'Apps', columns, ...properties });
  const told: unknown[] = [];
  for (const name of EVENTS) element.addEventListener(name, (event) => told.push([name, (event as CustomEvent<unknown>).detail]));
  return { element, told };
};

describe('c-provisioning-list-frame', () => {
  afterEach(() => document.body.replaceChildren());

  it('waits, and has no file to hand over where there is none', async () => {
    const { element } = frame();
    expect(one(element, 'h2').textContent).toBe('Apps');
    expect(one(element, 'c-provisioning-record-table').rows).toBeUndefined();
    expect(all(element, 'lightning-button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('shows rows, what is selected, and what became of an action', async () => {
    const { element } = frame({ rows, selected: ['a1'], selectable: true, said: '1 done.', problem: 'Not possible.', hasMore: true });
    expect(one(element, 'c-provisioning-record-table').rows).toEqual(rows);
    expect(one(element, 'c-provisioning-selection-bar').selected).toBe(1);
    expect(one(element, 'section > p').textContent).toBe('1 done.');
    expect(one(element, 'c-provisioning-error-panel').message).toBe('Not possible.');
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ failure: 'No access.' }, 'failure', 'No access.'],
    [{ rows: [], emptyHeading: 'No apps yet' }, 'emptyHeading', 'No apps yet'],
  ])('says why there is nothing: %j', async (properties, name, text) => {
    const { element } = frame(properties);
    expect(one(element, 'c-provisioning-record-table')[name]).toBe(text);
    await expect(element).toBeAccessible();
  });

  it('tells what is wanted', async () => {
    const { element, told } = frame({ rows, exportable: true });
    await settled();
    const fire = (selector: string, name: string, detail: unknown) =>
      one(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
    fire('c-provisioning-filter-bar', 'filter', { segment: 'On' });
    fire('c-provisioning-selection-bar', 'act', 'Push');
    fire('c-provisioning-selection-bar', 'all', null);
    fire('c-provisioning-selection-bar', 'clear', null);
    fire('c-provisioning-record-table', 'select', ['a1']);
    fire('c-provisioning-record-table', 'sort', { column: 'app', descending: true });
    fire('c-provisioning-record-table', 'more', null);
    fire('c-provisioning-record-table', 'retry', null);
    fire('c-provisioning-record-table', 'rowaction', { id: 'a1', action: 'open' });
    labelled(element, 'lightning-button', 'Export as CSV').click();
    expect(told).toEqual([
      ['filter', { segment: 'On' }],
      ['act', 'Push'],
      ['all', null],
      ['select', []],
      ['select', ['a1']],
      ['sort', { column: 'app', descending: true }],
      ['more', null],
      ['retry', null],
      ['rowaction', { id: 'a1', action: 'open' }],
      ['export', null],
    ]);
  });
});
