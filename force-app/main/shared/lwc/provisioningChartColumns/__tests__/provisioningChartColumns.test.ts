import ProvisioningChartColumns from 'c/provisioningChartColumns';
import { all, mount, one, textOf } from 'jest-helpers';

const columns = [
  {
    name: '27',
    label: 'Nov 26',
    note: 'PP-27',
    parts: [
      { name: 'created', value: 30, series: 'created' },
      { name: 'failed', value: 10, series: 'failed' },
    ],
  },
  { name: '28', label: 'Nov 26', note: 'PP-28', parts: [{ name: 'updated', value: 20, series: 'updated' }] },
  { name: '29', label: 'Nov 27', note: 'PP-29', parts: [] },
];
const chart = (mode: string) =>
  mount('c-provisioning-chart-columns', ProvisioningChartColumns, { label: 'PP-27: 30 created, 10 failed', columns, mode });
const heights = (element: Element) => all<HTMLElement>(element, 'rect').map((rect) => Number(rect.getAttribute('height')));

describe('c-provisioning-chart-columns', () => {
  afterEach(() => document.body.replaceChildren());

  it('makes each column a whole of its own, with its sum on top and its name below', async () => {
    const element = chart('share');
    expect(one(element, '[role="img"]').getAttribute('aria-label')).toBe('PP-27: 30 created, 10 failed');
    expect(heights(element)).toEqual([75, 25, 100]);
    expect(textOf(element)).toBe('100 % 75 % 50 % 25 % 0 % 40 Nov 26 PP-27 20 Nov 26 PP-28 0 Nov 27 PP-29');
    await expect(element).toBeAccessible();
  });

  it('stacks the first part on the ground', () => {
    const [created, failed] = all<HTMLElement>(chart('share'), 'rect');
    expect(created?.getAttribute('y')).toBe('25');
    expect(failed?.getAttribute('y')).toBe('0');
  });

  it('puts all columns on one scale of people', async () => {
    const element = chart('people');
    expect(heights(element)).toEqual([75, 25, 50]);
    expect(textOf(element)).toContain('40 30 20 10 0');
    await expect(element).toBeAccessible();
  });

  it('lets nobody vanish beside a large column', () => {
    const element = mount('c-provisioning-chart-columns', ProvisioningChartColumns, {
      label: 'Runs',
      mode: 'people',
      columns: [100_000, 1].map((value) => ({
        name: String(value),
        label: '',
        parts: [{ name: 'created', value, series: 'created' }],
      })),
    });
    expect(heights(element)[1]).toBe(2);
  });
});
