import { colourOf, percentages, placesOf, topOf } from 'c/provisioningCharts';

describe('numbers of charts', () => {
  it('lets no share above nothing be invisible, and adds up to the whole', () => {
    const [many, few, none] = percentages([100_000, 1, 0]);
    expect(few).toBeGreaterThan(1.9);
    expect(none).toBe(0);
    expect((many ?? 0) + (few ?? 0)).toBeCloseTo(100, 5);
    expect(percentages([0, 0])).toEqual([0, 0]);
    expect(percentages([3, 1])).toEqual([75, 25]);
  });

  it('puts shares side by side and leaves out what is nothing', () => {
    const shares = [
      { name: 'a', value: 1, series: 'created' },
      { name: 'b', value: 0, series: 'linked' },
      { name: 'c', value: 3, series: 'failed' },
    ] as const;
    expect(placesOf(shares)).toEqual([
      { name: 'a', series: 'created', colour: colourOf('created'), start: 0, size: 25 },
      { name: 'c', series: 'failed', colour: colourOf('failed'), start: 25, size: 75 },
    ]);
  });

  it('ends an axis at a round number that holds the value', () => {
    expect([0, 1, 4, 5, 12, 40, 58, 2500, 100_000].map(topOf)).toEqual([4, 4, 4, 8, 20, 40, 80, 4000, 200_000]);
  });
});
