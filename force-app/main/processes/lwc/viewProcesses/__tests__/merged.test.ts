import { aProcess } from 'jest-helpers';
import { merged } from '../merged';

describe('merged', () => {
  it('shows every run once, as the first list has it', () => {
    const old = aProcess({ id: '1', processed: 1 });
    const fresh = aProcess({ id: '1', processed: 2 });
    const other = aProcess({ id: '2' });
    expect(merged([fresh], [old, other])).toEqual([fresh, other]);
    expect(merged([], [])).toEqual([]);
  });
});
