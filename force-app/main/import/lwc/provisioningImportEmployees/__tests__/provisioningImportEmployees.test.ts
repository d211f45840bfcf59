import * as util from 'node:util';
import * as Papa from 'papaparse';
import ProvisioningImportEmployees from 'c/provisioningImportEmployees';
import { loadScript } from 'lightning/platformResourceLoader';
import getFields from '@salesforce/apex/EmployeeImportController.getFields';
import getMapping from '@salesforce/apex/EmployeeImportController.getMapping';
import { all, apex, importFields, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeImportController.getFields', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeImportController.getMapping', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/platformResourceLoader', () => ({ loadScript: jest.fn() }));

Object.assign(globalThis, { TextDecoder: util.TextDecoder, TextEncoder: util.TextEncoder });
const NEVER = JSON.stringify({ columns: {}, dates: 'ISO', values: {}, emptyCells: 'Keep' });
const TEXT = 'EmpID;Surname;State\n1;Hopper;Active\n2;Lovelace;Active\n';

const page = async () => {
  const element = mount('c-provisioning-import-employees', ProvisioningImportEmployees);
  await settled();
  return element;
};
const tell = async (element: Element, tag: string, name: string, detail: unknown) => {
  one(element, tag).dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};
const pick = (element: Element, text = TEXT) =>
  tell(element, 'c-provisioning-import-upload', 'file', {
    name: 'people.csv',
    arrayBuffer: () => Promise.resolve(new Uint8Array(Buffer.from(text)).buffer),
  });
const steps = (element: Element) =>
  (one(element, 'c-provisioning-step-path').steps as { name: string; state: string; opens: boolean }[]).map(
    ({ name, state, opens }) => `${name} ${state}${opens ? ' link' : ''}`,
  );
const leaving = () => window.dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));

describe('c-provisioning-import-employees', () => {
  beforeEach(() => {
    apex(getFields).mockResolvedValue(importFields());
    apex(getMapping).mockResolvedValue(NEVER);
    (loadScript as jest.Mock).mockResolvedValue(undefined);
    Object.assign(window, { Papa });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('begins with a file, while what a row may hold still loads', async () => {
    apex(getFields).mockReturnValue(new Promise(() => undefined));
    const element = await page();
    expect(one(element, 'c-provisioning-page-heading').heading).toBe('Import employees');
    expect(steps(element)).toEqual(['upload current', 'map open', 'check open', 'import open']);
    expect(one(element, 'c-provisioning-import-upload').fields).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('says why it could not look, and tries again', async () => {
    apex(getFields).mockRejectedValueOnce(refusal('You need the permission Import Employees.'));
    const element = await page();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('You need the permission Import Employees.');
    expect(all(element, 'c-provisioning-import-upload')).toEqual([]);
    await expect(element).toBeAccessible();
    await tell(element, 'c-provisioning-error-panel', 'retry', null);
    expect(all(element, 'c-provisioning-import-upload')).toHaveLength(1);
  });

  it('maps the columns of the file, and goes on to the check', async () => {
    const element = await page();
    await pick(element);
    expect(steps(element)).toEqual(['upload done link', 'map current', 'check open', 'import open']);
    expect(one(element, 'h2').textContent).toBe('Map columns');
    expect(element.shadowRoot?.activeElement).toBe(one(element, 'h2'));
    expect(one(element, 'c-provisioning-import-mapping').plan).toMatchObject({
      columns: [{ target: 'employeeNumber' }, { target: 'lastName' }, { target: 'status' }],
    });
    await expect(element).toBeAccessible();
    labelled(element, 'lightning-button', 'Check 2 rows').click();
    await settled();
    const run = one(element, 'c-provisioning-import-run');
    expect([run.unchecked, run.remembers]).toEqual([false, true]);
    expect(steps(element)).toEqual(['upload done link', 'map done link', 'check current', 'import open']);
  });

  it('imports at once where somebody wants no check, and lets nobody go back then', async () => {
    const element = await page();
    await pick(element);
    await tell(element, 'c-provisioning-import-mapping', 'remember', false);
    labelled(element, 'lightning-button', 'Import without a check').click();
    await settled();
    const run = one(element, 'c-provisioning-import-run');
    expect([run.unchecked, run.remembers]).toEqual([true, false]);
    await tell(element, 'c-provisioning-import-run', 'stage', 'import');
    expect(steps(element)).toEqual(['upload done', 'map done', 'check done', 'import current']);
    await tell(element, 'c-provisioning-import-run', 'stage', 'imported');
    expect(steps(element)).toEqual(['upload done', 'map done', 'check done', 'import done']);
    apex(getMapping).mockResolvedValue(NEVER.replace('{}', '{"EmpID":"lastName"}'));
    await tell(element, 'c-provisioning-import-run', 'another', null);
    expect(steps(element)[0]).toBe('upload current');
    await pick(element);
    expect(one(element, 'c-provisioning-import-mapping').plan).toMatchObject({ columns: [{ target: 'lastName', found: 'last' }, {}, {}] });
  });

  it('goes back to the mapping from a check, and to the file from the mapping', async () => {
    const element = await page();
    await pick(element);
    labelled(element, 'lightning-button', 'Check 2 rows').click();
    await settled();
    await tell(element, 'c-provisioning-import-run', 'stage', 'checked');
    await tell(element, 'c-provisioning-step-path', 'step', 'map');
    expect(all(element, 'c-provisioning-import-run')).toEqual([]);
    labelled(element, 'lightning-button', 'Back').click();
    await settled();
    expect(all(element, 'c-provisioning-import-upload')).toHaveLength(1);
    await tell(element, 'c-provisioning-step-path', 'step', 'map');
    expect(all(element, 'c-provisioning-import-mapping')).toHaveLength(1);
    await tell(element, 'c-provisioning-import-mapping', 'another', null);
    expect(steps(element)[1]).toBe('map open');
  });

  it('checks nothing before it knows what to read', async () => {
    const element = await page();
    await pick(element, 'Surname;Since\nHopper;1/2/2026\n');
    const { obstacles } = one(element, 'c-provisioning-import-mapping');
    expect(obstacles).toEqual([
      'Choose the column that holds the employee number.',
      'Choose how the dates of Since are written.',
    ]);
    expect(labelled(element, 'lightning-button', 'Check 1 rows').disabled).toBe(true);
    expect(labelled(element, 'lightning-button', 'Import without a check').disabled).toBe(true);
    const { plan } = one(element, 'c-provisioning-import-mapping') as unknown as { plan: { columns: object[] } };
    const columns = plan.columns.map((column) => ({ ...column, target: 'employeeNumber', form: null }));
    await tell(element, 'c-provisioning-import-mapping', 'plan', { ...plan, columns });
    expect(one(element, 'c-provisioning-import-mapping').obstacles).toEqual([
      'Employee Number is filled from Surname, Since. Choose one column.',
    ]);
  }); // prettier-ignore

  it('says what is wrong with a file, and why none can be read', async () => {
    const element = await page();
    await pick(element, 'EmpID;Surname\n');
    expect(one(element, 'c-provisioning-error-panel').message).toContain('no rows below them');
    await expect(element).toBeAccessible();
    (loadScript as jest.Mock).mockRejectedValueOnce(new Error('x'));
    await pick(element);
    expect(one(element, 'c-provisioning-error-panel').message).toContain('ProvisioningCsvParser');
    Object.assign(window, { Papa: undefined });
    await pick(element);
    expect(one(element, 'c-provisioning-error-panel').message).toContain('ProvisioningCsvParser');
    Object.assign(window, { Papa });
    await pick(element);
    expect(all(element, 'c-provisioning-error-panel')).toEqual([]);
  });

  it('reads the file again in another encoding', async () => {
    const element = await page();
    await pick(element, 'EmpID;Straße\n1;x\n');
    await tell(element, 'c-provisioning-import-mapping', 'encoding', 'windows-1252');
    const mapping = one(element, 'c-provisioning-import-mapping');
    expect([mapping.encoding, (mapping.file as { columns: string[] }).columns[1]]).toEqual(['windows-1252', expect.stringMatching(/^StraÃ.e$/)]);
  }); // prettier-ignore

  it('asks before the page is closed with a file that is not imported', async () => {
    const element = await page();
    expect(leaving()).toBe(true);
    await pick(element);
    expect(leaving()).toBe(false);
    labelled(element, 'lightning-button', 'Check 2 rows').click();
    await settled();
    expect(leaving()).toBe(false);
    await tell(element, 'c-provisioning-import-run', 'stage', 'imported');
    expect(leaving()).toBe(true);
    element.remove();
  });

  it('hands over a file to begin with', async () => {
    const links: HTMLAnchorElement[] = [];
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(this);
    });
    const element = await page();
    labelled(element, 'lightning-button', 'Download template').click();
    expect(decodeURIComponent(links[0]?.href ?? '')).toContain('employeeNumber,firstName,lastName,email,status,statusStartDate\r\n');
    expect(textOf(element)).toContain('Upload');
    click.mockRestore();
  });
});
