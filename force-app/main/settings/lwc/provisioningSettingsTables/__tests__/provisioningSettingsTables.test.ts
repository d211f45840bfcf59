import ProvisioningSettingsTables from 'c/provisioningSettingsTables';
import { all, labelled, mount, one, settled, textOf } from 'jest-helpers';

const zones: Apex.EmployeeValueTable = { name: 'Zones', rows: [{ given: 'DE', becomes: 'Europe/Berlin' }], otherwise: null };

function tables(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-tables', ProvisioningSettingsTables, { tables: [zones], ...properties });
  const changed = jest.fn();
  element.addEventListener('valuechange', (event) => changed((event as CustomEvent<{ value: unknown }>).detail.value));
  return { element, changed };
}
const change = (element: Element, label: string, value: string, tag = 'lightning-input') =>
  labelled(element, tag, label).dispatchEvent(new CustomEvent('change', { detail: { value } }));
const ROWS = 'Rows: a value, a comma, what it becomes';

describe('c-provisioning-settings-tables', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows each table', async () => {
    const { element } = tables();
    expect(labelled(element, 'lightning-input', 'Table name').value).toBe('Zones');
    expect(labelled(element, 'lightning-textarea', ROWS).value).toBe('DE,Europe/Berlin');
    expect(textOf(element)).toContain('1 row');
    await expect(element).toBeAccessible();
  });

  it('says that there is none', async () => {
    const { element } = tables({ tables: [] });
    expect(textOf(element)).toContain('There is no value table.');
    await expect(element).toBeAccessible();
  });

  it('adds and removes tables', () => {
    const { element, changed } = tables();
    labelled(element, 'lightning-button', 'New table').click();
    expect(changed).toHaveBeenLastCalledWith([zones, { name: null, rows: [], otherwise: null }]);
    labelled(element, 'lightning-button', 'Remove table').click();
    expect(changed).toHaveBeenLastCalledWith([]);
  });

  it('tells what is entered', () => {
    const { element, changed } = tables();
    change(element, 'Table name', 'Time zones');
    expect(changed).toHaveBeenLastCalledWith([{ ...zones, name: 'Time zones' }]);
    change(element, 'Otherwise', 'Europe/Vienna');
    expect(changed).toHaveBeenLastCalledWith([{ ...zones, otherwise: 'Europe/Vienna' }]);
    change(element, ROWS, ' DE ; Berlin\n\n"Korea, South",Seoul\nAT', 'lightning-textarea');
    expect(changed).toHaveBeenLastCalledWith([
      {
        ...zones,
        rows: [
          { given: 'DE', becomes: 'Berlin' },
          { given: 'Korea, South', becomes: 'Seoul' },
          { given: 'AT', becomes: null },
        ],
      },
    ]);
  });

  it('leaves what is typed as it is, and shows what others put there', async () => {
    const { element } = tables();
    change(element, ROWS, 'DE, Europe/Berlin\n', 'lightning-textarea');
    element.tables = [{ ...zones }];
    await settled();
    expect(labelled(element, 'lightning-textarea', ROWS).value).toBe('DE, Europe/Berlin\n');
    element.tables = [{ ...zones, rows: [{ given: 'PT, North', becomes: 'Europe/Lisbon' }] }];
    await settled();
    expect(labelled(element, 'lightning-textarea', ROWS).value).toBe('"PT, North",Europe/Lisbon');
  });

  it('takes the rows of a file', async () => {
    const { element, changed } = tables();
    const file = { text: () => Promise.resolve('from,to\r\nVN,Asia/Ho_Chi_Minh\r\n') };
    labelled(element, 'lightning-input', 'Import CSV').dispatchEvent(new CustomEvent('change', { detail: { files: [file] } }));
    await settled();
    expect(changed).toHaveBeenLastCalledWith([{ ...zones, rows: [{ given: 'VN', becomes: 'Asia/Ho_Chi_Minh' }] }]);
  });

  it('says what is wrong', async () => {
    const { element } = tables({ error: 'It is not said what "AT" becomes.' });
    expect(one(element, '[role="alert"]').textContent).toContain('AT');
    await expect(element).toBeAccessible();
  });

  it('can be looked at only', async () => {
    const { element } = tables({ disabled: true });
    expect(all(element, 'lightning-button').map((button) => button.label)).toEqual(['Export']);
    await expect(element).toBeAccessible();
  });
});
