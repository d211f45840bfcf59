import ProvisioningChartLegend from 'c/provisioningChartLegend';
import { mount, textOf } from 'jest-helpers';

const parts = [
  { name: 'created', label: 'Created', value: 2500, series: 'created' },
  { name: 'failed', value: 0, series: 'failed' },
];

describe('c-provisioning-chart-legend', () => {
  afterEach(() => document.body.replaceChildren());

  it('names the colours', async () => {
    const element = mount('c-provisioning-chart-legend', ProvisioningChartLegend, { parts });
    expect(textOf(element)).toBe('Created failed');
    await expect(element).toBeAccessible();
  });

  it('writes the numbers where it is asked to', () => {
    const element = mount('c-provisioning-chart-legend', ProvisioningChartLegend, { parts, numbers: true });
    expect(textOf(element)).toBe('Created 2,500 failed 0');
  });
});
