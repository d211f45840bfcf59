import ProvisioningChartDonut from 'c/provisioningChartDonut';
import { all, mount, one, textOf } from 'jest-helpers';

const donut = (...values: readonly number[]) =>
  mount('c-provisioning-chart-donut', ProvisioningChartDonut, {
    label: '2,500 created, 58 failed',
    parts: values.map((value, index) => ({ name: String(index), value, series: 'failed' })),
    value: '2,558',
    note: 'people',
  });
const arcs = (element: Element) =>
  all<HTMLElement>(element, '[data-series]').map((arc) => [arc.getAttribute('stroke-dasharray'), arc.getAttribute('stroke-dashoffset')]);

describe('c-provisioning-chart-donut', () => {
  afterEach(() => document.body.replaceChildren());

  it('has its numbers for a label and the whole in its middle', async () => {
    const element = donut(3, 1);
    expect(one(element, 'svg').getAttribute('aria-label')).toBe('2,500 created, 58 failed');
    expect(textOf(element)).toBe('2,558 people');
    expect(arcs(element)).toEqual([
      ['75 25', '25'],
      ['25 75', '-50'],
    ]);
    await expect(element).toBeAccessible();
  });

  it('draws no share that is nothing, and an empty ring where there is no whole', async () => {
    expect(arcs(donut(0, 2))).toEqual([['100 0', '25']]);
    const element = donut(0);
    expect(arcs(element)).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
