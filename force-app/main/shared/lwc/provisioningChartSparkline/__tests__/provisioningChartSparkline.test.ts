import ProvisioningChartSparkline from 'c/provisioningChartSparkline';
import { mount, one, textOf } from 'jest-helpers';

const spark = (...points: readonly number[]) =>
  mount('c-provisioning-chart-sparkline', ProvisioningChartSparkline, {
    label: '0 on Nov 13, 58 today',
    points,
    series: 'failed',
    from: 'Nov 13',
    to: 'today 58',
  });
const lineOf = (element: Element) => one(element, '.line').getAttribute('points');

describe('c-provisioning-chart-sparkline', () => {
  afterEach(() => document.body.replaceChildren());

  it('draws the numbers from nothing to the largest, and has them for a label', async () => {
    const element = spark(0, 29, 58);
    expect(lineOf(element)).toBe('0,29 50,15 100,1');
    expect(one(element, 'svg').getAttribute('aria-label')).toBe('0 on Nov 13, 58 today');
    expect(textOf(element)).toBe('Nov 13 today 58');
    await expect(element).toBeAccessible();
  });

  it('draws one number, and nothing but zeros, as a level line', () => {
    expect(lineOf(spark(5))).toBe('0,1 100,1');
    expect(lineOf(spark(0, 0))).toBe('0,29 100,29');
  });

  it('is empty where nothing was measured', async () => {
    const element = spark();
    expect(lineOf(element)).toBe('');
    await expect(element).toBeAccessible();
  });
});
