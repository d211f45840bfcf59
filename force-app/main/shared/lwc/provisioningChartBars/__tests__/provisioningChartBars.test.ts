import ProvisioningChartBars from 'c/provisioningChartBars';
import { all, mount, one, textOf } from 'jest-helpers';

const bars = [
  { name: 'MISSING', label: 'A required field is missing', value: 41, series: 'failed', opens: true, note: '34 have no address' },
  { name: 'TAKEN', label: 'Username taken', value: 4, series: 'failed' },
  { name: 'NONE', label: 'Nobody', value: 0 },
];
const widths = (element: Element) => all<HTMLElement>(element, '.bar').map((bar) => Number(bar.getAttribute('width')));

describe('c-provisioning-chart-bars', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows name, number and note of each, and opens what lies behind one', async () => {
    const element = mount('c-provisioning-chart-bars', ProvisioningChartBars, { bars });
    const opened = jest.fn();
    element.addEventListener('open', (event) => opened((event as CustomEvent).detail));
    expect(textOf(element)).toBe('A required field is missing 41 34 have no address Username taken 4 Nobody 0');
    one(element, 'button').click();
    expect(opened).toHaveBeenCalledWith('MISSING');
    await expect(element).toBeAccessible();
  });

  it('is as long as the number beside the largest, or beside its whole, and never invisible above nothing', () => {
    expect(widths(mount('c-provisioning-chart-bars', ProvisioningChartBars, { bars }))[2]).toBe(0);
    const seats = [
      { name: 'a', label: 'Unified Employee', value: 1, total: 5000, text: '4,999 left' },
      { name: 'b', label: 'Over', value: 3, total: 2 },
    ];
    const element = mount('c-provisioning-chart-bars', ProvisioningChartBars, { bars: seats });
    expect(widths(element)).toEqual([1, 100]);
    expect(textOf(element)).toBe('Unified Employee 4,999 left Over 3');
  });

  it('is empty where there is nothing', async () => {
    const element = mount('c-provisioning-chart-bars', ProvisioningChartBars);
    expect(textOf(element)).toBe('');
  });

  it('links a name to the page behind its number', async () => {
    const reference = { type: 'standard__navItemPage', attributes: { apiName: 'Provisioning_Employees' }, state: { c__cause: 'EMAIL' } };
    const element = mount('c-provisioning-chart-bars', ProvisioningChartBars, {
      bars: [{ name: 'EMAIL', label: 'No address', value: 4, reference }],
    });
    expect(one(element, 'c-provisioning-page-link')).toMatchObject({ label: 'No address', reference });
    await expect(element).toBeAccessible();
  });
});
