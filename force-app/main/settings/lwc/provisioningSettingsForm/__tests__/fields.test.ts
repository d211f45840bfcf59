import { aFinding } from 'jest-helpers';
import { errorsByField, optionsOf, permissionSetOptions } from '../fields';

const choice = (value: string | null, label: string | null, license: string | null = null): Apex.ProvisioningChoice => ({
  value,
  label,
  license,
  type: null,
});

describe('fields', () => {
  it('shows the value where a label is missing', () => {
    expect(optionsOf([choice('a', null), choice('b', 'B')])).toEqual([
      { value: 'a', label: 'a' },
      { value: 'b', label: 'B' },
    ]);
    expect(optionsOf(undefined)).toEqual([]);
  });

  it('tells permission sets of one name apart by their license', () => {
    const options = permissionSetOptions([choice('1', 'Sales', 'A'), choice('2', 'Sales', 'B'), choice('3', 'Service', 'A')]);
    expect(options.map((option) => option.label)).toEqual(['Sales (A)', 'Sales (B)', 'Service']);
  });

  it('keeps the first error of a field, with how to fix it, and nothing that is no error', () => {
    const errors = errorsByField([
      aFinding({ field: 'profileId', severity: 'warning' }),
      aFinding({ field: 'profileId', severity: 'error', message: 'First.', fix: 'Do this.' }),
      aFinding({ field: 'profileId', severity: 'error', message: 'Second.', fix: null }),
      aFinding({ field: null, severity: 'error' }),
    ]);
    expect([...errors]).toEqual([['profileId', 'First. Do this.']]);
  });
});
