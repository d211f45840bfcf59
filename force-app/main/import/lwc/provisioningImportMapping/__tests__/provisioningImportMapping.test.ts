import ProvisioningImportMapping from 'c/provisioningImportMapping';
import { suggested, type Mapping, type Plan } from 'c/provisioningImportColumns';
import type { ImportFile } from 'c/provisioningImportFile';
import { all, importFields, labelled, mount, one, settled, textOf, type Mounted } from 'jest-helpers';

const NEVER: Mapping = { columns: {}, dates: 'ISO', values: {}, emptyCells: 'Keep' };
const file: ImportFile = {
  name: 'people.csv',
  encoding: 'windows-1252',
  delimiter: ';',
  columns: ['EmpID', 'Surname', 'Since', 'State', 'Room'],
  rows: [
    { line: 2, cells: ['1', 'Hopper', '1/2/2026', 'on leave', 'B'] },
    { line: 3, cells: ['2', 'Lovelace', '3/4/2026', 'Active', ''] },
  ],
};
const fields = importFields();

function open(changes: Readonly<Record<string, unknown>> = {}) {
  const heard: [string, unknown][] = [];
  const properties = { file, fields, plan: suggested(file, fields, NEVER), last: NEVER, remembers: true, ...changes };
  const element = mount('c-provisioning-import-mapping', ProvisioningImportMapping, properties);
  for (const name of ['plan', 'encoding', 'remember', 'another']) {
    element.addEventListener(name, (event) => heard.push([name, (event as CustomEvent).detail]));
  }
  return { element, heard };
}
const choose = (select: Mounted, value: string) => select.dispatchEvent(new CustomEvent('change', { detail: { value } }));
const planOf = (heard: [string, unknown][]) => heard.at(-1)?.[1] as Plan;

describe('c-provisioning-import-mapping', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows where each column goes, why, and what the file is', async () => {
    const { element } = open();
    await settled();
    expect(textOf(element)).toContain('4 of 5 columns are used people.csv 2 rows, 5 columns, Windows-1252');
    expect(all(element, 'lightning-select[data-part="target"]').map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'EmpID goes to: employeeNumber',
      'Surname goes to: lastName',
      'Since goes to: statusStartDate',
      'State goes to: status',
      'Room goes to: ',
    ]);
    expect(one(element, '[data-column="Room"]').textContent).toContain('No field of this name');
    await expect(element).toBeAccessible();
  });

  it('sends a column elsewhere, with what its values and dates need there', async () => {
    const { element, heard } = open();
    await settled();
    choose(labelled(element, 'lightning-select', 'Room goes to'), 'status');
    expect(planOf(heard).columns[4]).toMatchObject({ target: 'status', found: 'chosen', meanings: [{ value: 'B', means: '' }] });
    choose(labelled(element, 'lightning-select', 'Since goes to'), '');
    expect(planOf(heard).columns[2]).toMatchObject({ target: '', form: null, meanings: [] });
  });

  it('asks how dates are written where they leave it open', async () => {
    const { element, heard } = open();
    await settled();
    const select = labelled(element, 'lightning-select', 'Dates of Since are written');
    expect(select.value).toBe('');
    choose(select, 'd/m/yyyy');
    expect(planOf(heard).columns[2]?.form).toBe('d/m/yyyy');
  });

  it('asks what values mean that the field does not have', async () => {
    const { element, heard } = open();
    await settled();
    expect(textOf(element)).toContain('Values of Employee Status');
    choose(labelled(element, 'lightning-select', '“on leave” means'), 'Leave');
    expect(planOf(heard).columns[3]?.meanings).toEqual([{ value: 'on leave', means: 'Leave' }]);
  });

  it('keeps what is there for empty cells unless chosen otherwise', async () => {
    const { element, heard } = open();
    await settled();
    const choice = one(element, 'lightning-radio-group');
    expect(choice.value).toBe('Keep');
    choose(choice, 'Empty');
    expect(planOf(heard).emptyCells).toBe('Empty');
  });

  it('tells of another encoding, another file, and whether the mapping is kept', async () => {
    const { element, heard } = open();
    await settled();
    choose(labelled(element, 'lightning-select', 'Encoding'), 'utf-16le');
    labelled(element, 'lightning-input', 'Remember this mapping').dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
    labelled(element, 'lightning-button', 'Choose another file').click();
    expect(heard).toEqual([
      ['encoding', 'utf-16le'],
      ['remember', false],
      ['another', null],
    ]);
  });

  it('says what has to be settled first', async () => {
    const { element } = open({ obstacles: ['Choose the column that holds the employee number.'] });
    await settled();
    expect(textOf(element)).toContain('Choose the column that holds the employee number.');
    await expect(element).toBeAccessible();
  });
});
