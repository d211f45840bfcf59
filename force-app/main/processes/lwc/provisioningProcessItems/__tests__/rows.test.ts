import { anItem } from 'jest-helpers';
import { rowOf } from '../rows';

jest.mock('@salesforce/label/c.Outcome_Created', () => ({ __esModule: true, default: 'Erstellt' }), { virtual: true });

describe('rowOf', () => {
  it('names the outcome in the words of the labels, not of the API', () => {
    expect(rowOf(anItem({ outcome: 'Created' })).outcome).toBe('Erstellt');
  });

  it('shows an outcome that has no label as it is', () => {
    expect(rowOf({ ...anItem(), outcome: 'Unknown' }).outcome).toBe('Unknown');
  });
});
