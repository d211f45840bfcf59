import { allToggled, ranged, toggled } from '../selection';

const ids = ['a', 'b', 'c', 'd'];

describe('a selection', () => {
  it('takes a row in and out', () => {
    expect(toggled([], 'a', 200)).toEqual(['a']);
    expect(toggled(['a', 'b'], 'a', 200)).toEqual(['b']);
  });

  it('takes no more than the most, but lets go at any time', () => {
    expect(toggled(['a', 'b'], 'c', 2)).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'b', 2)).toEqual(['a']);
    expect(ranged(['a'], ids, 'a', 'd', 3)).toEqual(['a', 'b', 'c']);
    expect(allToggled(['x'], ids, 3)).toEqual(['x', 'a', 'b']);
  });

  it('takes a range in either direction, and keeps what lies outside', () => {
    expect(ranged(['x', 'b'], ids, 'b', 'd', 200)).toEqual(['x', 'b', 'c', 'd']);
    expect(ranged([], ids, 'c', 'a', 200)).toEqual(['a', 'b', 'c']);
  });

  it('takes one row where the row before is not shown any more', () => {
    expect(ranged([], ids, null, 'c', 200)).toEqual(['c']);
    expect(ranged([], ids, 'gone', 'c', 200)).toEqual(['c']);
  });

  it('takes all rows that are shown, or lets them go', () => {
    expect(allToggled(['x', 'b'], ids, 200)).toEqual(['x', 'b', 'a', 'c', 'd']);
    expect(allToggled(['x', ...ids], ids, 200)).toEqual(['x']);
  });
});
