import ProvisioningImportUpload from 'c/provisioningImportUpload';
import { importFields, mount, one, settled, textOf } from 'jest-helpers';

const table = (element: Element) =>
  one(element, 'c-provisioning-record-table') as unknown as HTMLElement & {
    rows?: { id: string; cells: Record<string, { text: string }> }[];
    hasMore: boolean;
    total: number;
  };

describe('c-provisioning-import-upload', () => {
  afterEach(() => document.body.replaceChildren());

  it('holds the places of the fields while they load', async () => {
    const element = mount('c-provisioning-import-upload', ProvisioningImportUpload);
    expect(table(element).rows).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('says what a row may hold, what to know before, and that the wizard of the platform does not know Employee2', async () => {
    const element = mount('c-provisioning-import-upload', ProvisioningImportUpload, { fields: importFields() });
    await settled();
    expect(table(element).rows?.map(({ id, cells }) => [id, cells.required?.text, cells.format?.text])).toEqual([
      ['employeeNumber', 'for new employees', 'Text, 20 characters'],
      ['firstName', 'no', 'Text, 40 characters'],
      ['lastName', 'for new employees', 'Text, 80 characters'],
      ['email', 'no', 'An email address. Without it nobody gets a user'],
      ['status', 'for new employees', 'One of: Active, Inactive, Leave, Terminated'],
      ['statusStartDate', 'for new employees', 'A date, with a time or without'],
    ]);
    expect(table(element).rows?.map(({ cells }) => cells.field)).toEqual(importFields().map(({ label }) => ({ text: label })));
    expect(textOf(element)).toContain('The Data Import Wizard does not know Employee2');
    expect(textOf(element)).toContain('At most 10,000 rows.');
    await expect(element).toBeAccessible();
  });

  it('shows ten fields, and all when asked', async () => {
    const [field] = importFields();
    const kinds = ['boolean', 'double', 'date', 'email', 'string'];
    const fields = Array.from({ length: 12 }, (_, at) => ({ ...field, name: `f${at}`, type: kinds[at % kinds.length] ?? null }));
    const element = mount('c-provisioning-import-upload', ProvisioningImportUpload, { fields });
    await settled();
    expect([table(element).rows?.length, table(element).hasMore, table(element).total]).toEqual([10, true, 12]);
    expect(
      table(element)
        .rows?.slice(0, 4)
        .map(({ cells }) => cells.format?.text),
    ).toEqual(['true or false', 'A number', 'A date', 'An email address']);
    table(element).dispatchEvent(new CustomEvent('more'));
    await settled();
    expect([table(element).rows?.length, table(element).hasMore]).toEqual([12, false]);
  });

  it('tells of the chosen file, and of nothing when none was', async () => {
    const heard: unknown[] = [];
    const element = mount('c-provisioning-import-upload', ProvisioningImportUpload, { fields: importFields() });
    element.addEventListener('file', (event) => heard.push((event as CustomEvent).detail));
    const file = new File(['No\n1'], 'people.csv');
    for (const files of [[], [file]]) one(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { files } }));
    expect(heard).toEqual([file]);
  });
});
