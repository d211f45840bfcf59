import { mappingOf, obstaclesOf, suggested, withTarget, type Mapping } from 'c/provisioningImportColumns';
import type { ImportFile } from 'c/provisioningImportFile';
import { importFields } from 'jest-helpers';

const NEVER: Mapping = { columns: {}, dates: 'ISO', values: {}, emptyCells: 'Keep' };
const fields = importFields();
const file = (...lines: readonly string[][]): ImportFile => ({
  name: 'people.csv',
  encoding: 'utf-8',
  delimiter: ',',
  columns: lines[0] ?? [],
  rows: lines.slice(1).map((cells, at) => ({ line: at + 2, cells })),
});
const plan = (read: ImportFile, last = NEVER) => suggested(read, fields, last);
const targets = (read: ImportFile, last = NEVER) => plan(read, last).columns.map(({ target, found }) => `${target} ${found}`);
const form = (...dates: string[]) => plan(file(['StartDate'], ...dates.map((date) => [date]))).columns[0]?.form;

// R52
describe('c/provisioningImportColumns', () => {
  it.each([
    [['EmpID', 'FirstName', 'LastName', 'ADEmail', 'StartDate', 'EmployeeStatus', 'Cost Center'], ['employeeNumber', 'firstName', 'lastName', 'email', 'statusStartDate', 'status', '']],
    [['WorkerID', 'FirstName', 'LastName', 'Email', 'HireDate', 'WorkerStatus'], ['employeeNumber', 'firstName', 'lastName', 'email', 'statusStartDate', 'status']],
    [['Personalnummer', 'Vorname', 'Nachname', 'E-Mail-Adresse', 'Eintrittsdatum', 'Beschäftigungsstatus'], ['employeeNumber', 'firstName', 'lastName', 'email', 'statusStartDate', 'status']],
    [['Personnel no.', 'Given name', 'Surname', 'Mail', 'Since', 'State'], ['employeeNumber', 'firstName', 'lastName', 'email', 'statusStartDate', 'status']],
  ])('finds the fields of %j by name', (names, expected) => {
    expect(plan(file(names, names.map(() => 'x'))).columns.map(({ target }) => target)).toEqual(expected);
  }); // prettier-ignore

  it('finds a full name by its comma, an address by its look, and gives a field one column', () => {
    const read = file(['Employee_Name', 'No', 'Contact', 'Mail', 'e-mail'], ['Hopper, Grace', '1', 'g@x.example', 'g@y.example', 'x']);
    expect(targets(read)).toEqual(['lastName,firstName name', ' none', 'email content', ' none', ' none']);
    expect(targets(file(['Name'], ['Grace Hopper']))).toEqual([' none']);
  });

  it('takes what the last import did, unless the source has no such field any more', () => {
    const last = { ...NEVER, columns: { No: 'employeeNumber', Email: null, Who: ['lastName', 'firstName'], Old: 'goneField' } };
    const read = file(['No', 'Email', 'Who', 'Old'], ['1', 'a@x.example', 'H, G', 'x']);
    expect(targets(read, last)).toEqual(['employeeNumber last', ' last', 'lastName,firstName last', ' none']);
  });

  it('recognises how dates are written, and asks where they leave it open', () => {
    expect(form('2026-01-31', '')).toBe('ISO');
    expect(form('31.1.2026', '01.02.2026')).toBe('d.m.yyyy');
    expect(form('31-1-2026')).toBe('d-m-yyyy');
    expect(form('1/2/2026', '1/31/2026')).toBe('m/d/yyyy');
    expect(form('1/2/2026', '31/1/2026')).toBe('d/m/yyyy');
    expect(form('1/2/2026')).toBe('');
    expect(form('1/31/2026', '31/1/2026')).toBe('');
    expect(form('soon')).toBe('');
    const last = { ...NEVER, dates: { statusStartDate: 'D/M/YYYY' } };
    expect(plan(file(['StartDate'], ['1/2/2026']), last).columns[0]?.form).toBe('d/m/yyyy');
  });

  it('lists values that are none of the field, with what they meant last time', () => {
    const read = file(['State'], ['active'], ['On Leave'], ['on leave'], ['gone'], ['']);
    const last = { ...NEVER, values: { status: { 'ON LEAVE': 'Leave' } } };
    expect(plan(read, last).columns[0]?.meanings).toEqual([
      { value: 'on leave', means: 'Leave' },
      { value: 'gone', means: '' },
    ]);
  });

  it('says how the server is to read the rows', () => {
    const read = file(['EmpID', 'Name', 'StartDate', 'State', 'Room'], ['1', 'H, G', '31.1.2026', 'off', 'B']);
    const { columns } = plan(read);
    const chosen = columns.map((column) => ({ ...column, meanings: column.meanings.map((one) => ({ ...one, means: 'Leave' })) }));
    expect(mappingOf({ columns: chosen, emptyCells: 'Empty' })).toEqual({
      columns: { EmpID: 'employeeNumber', Name: ['lastName', 'firstName'], StartDate: 'statusStartDate', State: 'status', Room: null },
      dates: { statusStartDate: 'd.m.yyyy' },
      values: { status: { off: 'Leave' } },
      emptyCells: 'Empty',
    });
    expect(obstaclesOf({ columns: chosen, emptyCells: 'Keep' })).toEqual([]);
  });

  it('says what stands in the way: no number, a field from two columns, dates of unknown form', () => {
    const read = file(['A', 'B', 'C'], ['x', 'y', '1/2/2026']);
    const targetsOf = ['lastName,firstName', 'lastName', 'statusStartDate'];
    const columns = plan(read).columns.map((column, at) => withTarget(column, targetsOf[at] ?? '', read, fields, NEVER));
    expect(obstaclesOf({ columns, emptyCells: 'Keep' })).toEqual([
      { kind: 'number', target: 'employeeNumber', columns: [] },
      { kind: 'twice', target: 'lastName', columns: ['A', 'B'] },
      { kind: 'form', target: 'statusStartDate', columns: ['C'] },
    ]);
  });
});
