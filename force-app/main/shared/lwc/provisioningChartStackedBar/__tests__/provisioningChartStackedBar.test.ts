import ProvisioningChartStackedBar from 'c/provisioningChartStackedBar';
import { all, mount, one } from 'jest-helpers';

const bar = (values: readonly number[], total: number | null = null) =>
  mount('c-provisioning-chart-stacked-bar', ProvisioningChartStackedBar, {
    label: '1,178 linked, 21 orphaned',
    parts: values.map((value, index) => ({ name: String(index), value, series: 'linked' })),
    total,
  });
const widths = (element: Element, series = 'linked') =>
  all<HTMLElement>(element, `[data-series="${series}"]`).map((rect) => Number(rect.getAttribute('width')));

describe('c-provisioning-chart-stacked-bar', () => {
  afterEach(() => document.body.replaceChildren());

  it('has its numbers for a label', async () => {
    const element = bar([3, 1]);
    expect(one(element, 'svg').getAttribute('aria-label')).toBe('1,178 linked, 21 orphaned');
    expect(widths(element)).toEqual([75, 25]);
    await expect(element).toBeAccessible();
  });

  it('lets no share above nothing be invisible, and draws none that is nothing', () => {
    const [many, few] = widths(bar([100_000, 1, 0]));
    expect(few).toBeGreaterThan(1.9);
    expect((many ?? 0) + (few ?? 0)).toBeCloseTo(100, 1);
    expect(widths(bar([0]))).toEqual([]);
  });

  it('leaves grey what is not done yet', () => {
    const element = bar([20, 5], 100);
    expect(widths(element)).toEqual([20, 5]);
    expect(widths(element, 'rest')).toEqual([75]);
    expect(widths(bar([20, 5], 10), 'rest')).toEqual([]);
  });
});
