import { csvOf } from '../csv';
import { anItem } from 'jest-helpers';

describe('csvOf', () => {
  it('quotes what needs it and disarms formulas', () => {
    const csv = csvOf([anItem({ name: '=cmd()', message: 'He said "no",\nthen left' })]);
    expect(csv).toContain("'=cmd()");
    expect(csv).toContain('"He said ""no"",\nthen left"');
    expect(csv.startsWith('employeeNumber,name,')).toBe(true);
  });
});
