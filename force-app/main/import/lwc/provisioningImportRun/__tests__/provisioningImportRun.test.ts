import { webcrypto } from 'node:crypto';
import * as util from 'node:util';
import * as Papa from 'papaparse';
import ProvisioningImportRun from 'c/provisioningImportRun';
import { suggested, type Mapping } from 'c/provisioningImportColumns';
import type { ImportFile } from 'c/provisioningImportFile';
import type { VerdictRow } from 'c/provisioningImportVerdicts';
import * as navigation from 'lightning/navigation';
import getSeats from '@salesforce/apex/EmployeeImportController.getSeats';
import importRows from '@salesforce/apex/EmployeeImportController.importRows';
import rememberMapping from '@salesforce/apex/EmployeeImportController.rememberMapping';
import { aFinding, all, apex, importFields, importResults, labelled, mount, one, refusal, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeImportController.getSeats', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeImportController.importRows', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeImportController.rememberMapping', () => ({ default: jest.fn() }), { virtual: true });

// what a browser has and jsdom has not
Object.assign(globalThis, { TextDecoder: util.TextDecoder, TextEncoder: util.TextEncoder });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const NEVER: Mapping = { columns: {}, dates: 'ISO', values: {}, emptyCells: 'Keep' };
const STORED = 'provisioningImport';
const [CREATED, NO_ADDRESS, UNCHANGED, UPDATED, FAILED] = importResults();

type Sent = Readonly<Record<string, string>>;
const sentIn = (call: number): readonly Sent[] => JSON.parse(apex(importRows).mock.calls[call]?.[0].rows ?? '[]') as Sent[];
const sizes = () => apex(importRows).mock.calls.map(([{ rows, isDryRun }]) => [isDryRun, (JSON.parse(rows ?? '') as Sent[]).length]);
/** What becomes of a row, by its number; everybody else is created. */
let outcomes: Readonly<Record<string, Apex.EmployeeImportResult | undefined>> = {};
const answer = ({ rows }: { rows: string | null }) =>
  Promise.resolve((JSON.parse(rows ?? '') as Sent[]).map((row) => ({ ...CREATED!, ...outcomes[row.EmpID ?? ''] })));

function aFile(rows: readonly (readonly string[])[], columns = ['EmpID', 'Surname', 'Room']): ImportFile {
  return { name: 'people.csv', encoding: 'utf-8', delimiter: ';', columns, rows: rows.map((cells, at) => ({ line: at + 2, cells })) };
}
const many = (count: number) => aFile(Array.from({ length: count }, (_, at) => [String(at + 1), `Name ${at + 1}`, 'B']));

/** The digest is made outside of the promises that a test can wait for by itself. */
async function until(check: () => unknown, turns = 400): Promise<void> {
  if (check()) return undefined;
  if (turns === 0) throw new Error('it never came to pass');
  await new Promise((resolve) => setTimeout(resolve, 5));
  return until(check, turns - 1);
}
let stages: string[] = [];
let spoken: string[] = [];
document.body.addEventListener('stage', (event) => stages.push((event as CustomEvent<string>).detail));
document.body.addEventListener('say', (event) => spoken.push((event as CustomEvent<string>).detail));

const bytesOf = (file: ImportFile) => new Uint8Array(Buffer.from(JSON.stringify(file.rows)));
/** Opens the page on the file: what was asked before does not count. */
function begin(file: ImportFile, properties: Readonly<Record<string, unknown>> = {}) {
  apex(importRows).mockClear();
  const plan = suggested(file, importFields(), NEVER);
  return mount('c-provisioning-import-run', ProvisioningImportRun, { file, bytes: bytesOf(file), plan, parser: Papa, ...properties });
}
/** The page of before, which was closed after its first call. */
async function beginAndClose(file: ImportFile): Promise<void> {
  apex(importRows)
    .mockImplementationOnce(answer)
    .mockReturnValueOnce(new Promise(() => undefined));
  const closed = mount('c-provisioning-import-run', ProvisioningImportRun, {
    file,
    bytes: bytesOf(file),
    plan: suggested(file, importFields(), NEVER),
    parser: Papa,
    unchecked: true,
  });
  await until(() => stored().length === 1);
  closed.remove();
  apex(importRows).mockReset().mockImplementation(answer);
}
const button = (element: Element, label: string) => all(element, 'lightning-button').find((candidate) => candidate.label === label);
const isShown = (element: Element, label: string) => () => button(element, label);
const rowsOf = (element: Element) => one(element, 'c-provisioning-import-verdicts').rows as readonly VerdictRow[];
const stored = () => JSON.parse(localStorage.getItem(STORED) ?? '[]') as { digest: string; next: number }[];

// R52
describe('c-provisioning-import-run', () => {
  beforeEach(() => {
    outcomes = {};
    stages = [];
    spoken = [];
    localStorage.clear();
    apex(importRows).mockReset().mockImplementation(answer);
    apex(rememberMapping).mockReset().mockResolvedValue('{}');
    apex(getSeats).mockReset().mockResolvedValue([]);
  });
  afterEach(() => document.body.replaceChildren());

  it('checks all rows in calls of 200, as a dry run, and sends only the cells that are imported', async () => {
    const element = begin(many(450));
    await until(isShown(element, 'Import 450 rows'));
    expect(sizes()).toEqual([[true, 200], [true, 200], [true, 50]]); // prettier-ignore
    expect(sentIn(0)[0]).toEqual({ EmpID: '1', Surname: 'Name 1' });
    expect(JSON.parse(apex(importRows).mock.calls[0]?.[0].mapping ?? '')).toMatchObject({
      columns: { EmpID: 'employeeNumber', Room: null },
    });
    expect(apex(rememberMapping)).not.toHaveBeenCalled();
    expect(stored()).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('says of which seats the run after it would be short, by those who are new and could get a user', async () => {
    apex(getSeats).mockResolvedValue([aFinding({ message: 'The license Hub has 1 seat left, but 3 employees wait.', fix: 'Buy seats.' })]);
    outcomes = { '2': UNCHANGED, '3': NO_ADDRESS, '4': FAILED };
    const people = [['1', 'A', 'active'], ['2', 'B', 'Active'], ['3', 'C', 'Active'], ['4', 'D', 'Active'], ['5', 'E', 'Here'], ['6', 'F', '']]; // prettier-ignore
    const file = aFile(people, ['EmpID', 'Surname', 'Status']);
    const plan = suggested(file, importFields(), { ...NEVER, values: { status: { here: 'Active' } } });
    const element = mount('c-provisioning-import-run', ProvisioningImportRun, { file, bytes: bytesOf(file), plan, parser: Papa });
    await until(() => textOf(element).includes('The license Hub has 1 seat left, but 3 employees wait. Buy seats.'));
    expect(apex(getSeats).mock.calls).toEqual([[{ peopleByStatus: '{"active":1,"Active":1}' }]]);
    await expect(element).toBeAccessible();
  });

  it('says why it does not know about seats, and imports all the same', async () => {
    apex(getSeats).mockRejectedValue(refusal('No connection.'));
    const element = begin(many(3));
    await until(() => textOf(element).includes('No connection.'));
    expect(labelled(element, 'lightning-button', 'Import 3 rows').disabled).toBe(false);
  });

  it('R51: asks whose number it is, checks the row again with the answer, and imports it with the others', async () => {
    outcomes = { '2': { ...FAILED!, code: 'DIFFERENT_PERSON', message: 'It was somebody else.' } };
    const element = begin(many(3));
    await until(isShown(element, 'Import 2 rows'));
    const decisions = one(element, 'c-provisioning-import-decisions');
    expect((decisions.rows as readonly VerdictRow[]).map(({ line }) => line)).toEqual([3]);
    outcomes = { '2': UPDATED };
    decisions.dispatchEvent(new CustomEvent('same', { detail: 3 }));
    await until(isShown(element, 'Import 3 rows'));
    expect(sentIn(1)).toEqual([{ EmpID: '2', Surname: 'Name 2', samePerson: true }]);
    expect(sizes()[1]).toEqual([true, 1]);
    expect(decisions.rows).toEqual([]);
    labelled(element, 'lightning-button', 'Import 3 rows').click();
    await until(() => stages.includes('imported'));
    expect(sentIn(2).map((row) => 'samePerson' in row)).toEqual([false, true, false]);
    await expect(element).toBeAccessible();
  });

  it('R51: imports a row for good that is decided after the import', async () => {
    outcomes = { '2': { ...FAILED!, code: 'DIFFERENT_PERSON', message: 'It was somebody else.' } };
    const element = begin(many(3), { unchecked: true });
    await until(() => stages.includes('imported'));
    expect(textOf(element)).toContain('2 of 3 rows imported');
    outcomes = { '2': UPDATED };
    one(element, 'c-provisioning-import-decisions').dispatchEvent(new CustomEvent('same', { detail: 3 }));
    await until(() => textOf(element).includes('3 of 3 rows imported'));
    expect(sizes().at(-1)).toEqual([false, 1]);
  });

  it('says how far it is, and can be stopped and gone on with', async () => {
    let answerNow: (results: Apex.EmployeeImportResult[]) => void = () => undefined;
    apex(importRows).mockReturnValueOnce(new Promise((resolve) => (answerNow = resolve)));
    const element = begin(many(300));
    await until(isShown(element, 'Stop'));
    expect(textOf(element)).toContain('Checking: 0 of 300 rows');
    await expect(element).toBeAccessible();
    labelled(element, 'lightning-button', 'Stop').click();
    answerNow(Array.from({ length: 200 }, () => CREATED!));
    await until(isShown(element, 'Go on'));
    expect(textOf(element)).toContain('Stopped after 200 of 300 rows. What was accepted stays.');
    labelled(element, 'lightning-button', 'Go on').click();
    await until(isShown(element, 'Import 300 rows'));
    expect(sizes()).toEqual([[true, 200], [true, 100]]); // prettier-ignore
  });

  it('goes on with the call that had no answer', async () => {
    apex(importRows).mockImplementationOnce(answer).mockRejectedValueOnce(refusal('The connection was lost.'));
    const element = begin(many(450));
    await until(() => all(element, 'c-provisioning-error-panel').length === 1);
    expect(one(element, 'c-provisioning-error-panel').message).toBe('The connection was lost.');
    await expect(element).toBeAccessible();
    one(element, 'c-provisioning-error-panel').dispatchEvent(new CustomEvent('retry'));
    await until(isShown(element, 'Import 450 rows'));
    expect(sizes()).toEqual([[true, 200], [true, 200], [true, 200], [true, 50]]); // prettier-ignore
    expect(sentIn(2)[0]?.EmpID).toBe('201');
  });

  it('fails what the whole file tells without sending it: numbers that come again, rows with too many cells', async () => {
    const rows = [['1', 'A'], ['2', 'B'], [' 1\u200b', 'C'], ['x', 'D'], ['X', 'E'], ['3', 'F', 'B', 'more'], ['', 'G'], ['', 'H']]; // prettier-ignore
    const element = begin(aFile(rows));
    await until(isShown(element, 'Import 5 rows'));
    expect(sentIn(0).map((row) => row.Surname)).toEqual(['A', 'B', 'D', 'G', 'H']);
    const failed = rowsOf(element).filter(({ verdict }) => verdict.outcome === 'Failed');
    expect(failed.map(({ line, verdict }) => `${line} ${verdict.code} ${verdict.message}`)).toEqual([
      '4 NUMBER_TWICE The number stands in this file more than once; row 2 is taken.',
      '6 NUMBER_TWICE The number stands in this file more than once; row 5 is taken.',
      '7 CELLS_TOO_MANY The row has 4 cells, and the first row names 3 columns. Put a cell that holds the separator into quotation marks.',
    ]);
  });

  it('says what follows', async () => {
    outcomes = { '2': NO_ADDRESS };
    const element = begin(aFile([['1', ''], ['2', 'B'], ['3']])); // prettier-ignore
    await until(isShown(element, 'Import 3 rows'));
    const text = textOf(element);
    expect(text).toContain('1 cells are empty. They keep what is there.');
    expect(text).toContain('1 people in the provisioning status have no address.');
    expect(sentIn(0)[2]).toEqual({ EmpID: '3' });
  });

  it('imports what does not fail, remembers the mapping, counts, and forgets the position', async () => {
    outcomes = { '2': FAILED };
    const element = begin(many(3), { remembers: true });
    await until(isShown(element, 'Import 2 rows'));
    outcomes = { '1': UNCHANGED, '3': UPDATED };
    labelled(element, 'lightning-button', 'Import 2 rows').click();
    await until(isShown(element, 'Import another file'));
    expect(sizes()).toEqual([[true, 3], [false, 2]]); // prettier-ignore
    expect(apex(rememberMapping)).toHaveBeenCalledTimes(1);
    expect(textOf(element)).toContain('2 of 2 rows imported');
    expect(textOf(element)).toContain('Rows left out: 1.');
    expect(rowsOf(element).map(({ verdict }) => verdict.outcome)).toEqual(['Unchanged', 'Failed', 'Updated']);
    expect(stages).toEqual(['check', 'checked', 'import', 'imported']);
    expect(spoken.at(-1)).toBe('2 of 2 rows imported');
    expect(stored()).toEqual([]);
    labelled(element, 'lightning-button', 'View Processes').click();
    expect(navigate.mock.calls[0]?.[0]).toMatchObject({ attributes: { apiName: 'View_Processes' } });
    await expect(element).toBeAccessible();
  });

  it('imports without a check, and counts what fails then', async () => {
    outcomes = { '2': FAILED };
    const element = begin(many(3), { unchecked: true });
    await until(isShown(element, 'Import another file'));
    expect(sizes()).toEqual([[false, 3]]);
    expect(textOf(element)).toContain('2 of 3 rows imported');
    expect(apex(rememberMapping)).not.toHaveBeenCalled();
  });

  it('hands over the rows that were left out, with the reasons', async () => {
    const links: HTMLAnchorElement[] = [];
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(this);
    });
    outcomes = { '2': FAILED };
    const element = begin(aFile([['1', 'A', 'x'], ['2', '=B', 'y']])); // prettier-ignore
    await until(isShown(element, 'Download 1 failed rows'));
    labelled(element, 'lightning-button', 'Download 1 failed rows').click();
    expect(links[0]?.download).toBe('left-out-people.csv');
    expect(decodeURIComponent(links[0]?.href ?? '').split('\r\n').slice(1)).toEqual([
      `2;'=B;y;3;"${FAILED!.errors.map(({ message }) => message?.replace(/"/g, '""')).join(' ')}"`,
      '',
    ]); // prettier-ignore
    click.mockRestore();
  });

  it('goes on, when the page is opened again, with the row that was not answered; nothing about people is kept', async () => {
    const file = many(450);
    await beginAndClose(file);
    expect(stored()).toEqual([{ digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string, next: 200 }]);
    const again = begin(file, { unchecked: true });
    await until(isShown(again, 'Import another file'));
    expect(sizes()).toEqual([[false, 200], [false, 50]]); // prettier-ignore
    expect(sentIn(0)[0]?.EmpID).toBe('201');
    expect(textOf(again)).toContain('450 of 450 rows imported 200 of them before this page was opened.');
    expect(stored()).toEqual([]);
  });

  it('sends again what was changed since, when a check says so', async () => {
    const file = many(450);
    await beginAndClose(file);
    outcomes = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [String(at + 1), at === 6 ? UPDATED : UNCHANGED]));
    const again = begin(file);
    await until(isShown(again, 'Import 251 rows'));
    expect(textOf(again)).toContain('This file was imported up to row 201 before.');
    labelled(again, 'lightning-button', 'Import 251 rows').click();
    await until(isShown(again, 'Import another file'));
    expect(sentIn(3)[0]?.EmpID).toBe('7');
    expect(textOf(again)).toContain('450 of 450 rows imported 199 of them before this page was opened.');
  });

  it('begins with the first row where somebody wants that', async () => {
    const file = many(450);
    await beginAndClose(file);
    outcomes = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [String(at + 1), UNCHANGED]));
    const again = begin(file);
    await until(isShown(again, 'Import 250 rows'));
    labelled(again, 'lightning-button', 'Begin with the first row').click();
    await until(isShown(again, 'Import 450 rows'));
    expect(stored()).toEqual([]);
  });

  it.each([
    ['the file is another', () => ({ bytes: new Uint8Array([1]) })],
    ['its mapping is another', () => ({ plan: { ...suggested(many(250), importFields(), NEVER), emptyCells: 'Empty' } })],
  ])('begins with the first row where %s', async (_, other) => {
    await beginAndClose(many(250));
    const again = begin(many(250), other());
    await until(isShown(again, 'Import 250 rows'));
    expect(textOf(again)).not.toContain('before');
  });

  it.each(['no JSON', '{}', '[null,"garbage",{"digest":1},{"digest":"other","next":-1}]'])('works with %s in the storage', async (text) => {
    localStorage.setItem(STORED, text);
    await until(isShown(begin(many(2), { unchecked: true }), 'Import another file'));
    expect(stored()).toEqual([]);
  });

  it('works where the browser keeps nothing', async () => {
    const forbidden = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('forbidden');
    });
    const element = begin(many(2), { unchecked: true });
    await until(isShown(element, 'Import another file'));
    expect(textOf(element)).toContain('2 of 2 rows imported');
    forbidden.mockRestore();
  });

  it('imports nothing where the mapping could not be remembered, and tries again', async () => {
    const element = begin(many(2), { remembers: true });
    await until(isShown(element, 'Import 2 rows'));
    apex(rememberMapping).mockRejectedValueOnce(refusal('Not now.'));
    labelled(element, 'lightning-button', 'Import 2 rows').click();
    await until(() => all(element, 'c-provisioning-error-panel').length === 1);
    expect(sizes()).toEqual([[true, 2]]);
    one(element, 'c-provisioning-error-panel').dispatchEvent(new CustomEvent('retry'));
    await until(isShown(element, 'Import another file'));
    expect(sizes()).toEqual([[true, 2], [false, 2]]); // prettier-ignore
  });

  it('offers no import where every row fails', async () => {
    outcomes = { '1': FAILED };
    const element = begin(many(1));
    await until(isShown(element, 'Import 0 rows'));
    expect(labelled(element, 'lightning-button', 'Import 0 rows').disabled).toBe(true);
  });
});
