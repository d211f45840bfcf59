import ProvisioningChartFrame from 'c/provisioningChartFrame';
import { all, mount, one, settled, textOf } from 'jest-helpers';

const columns = ['Run', 'Created', 'Failed'];
const rows = [{ name: '27', label: 'PP-000027', values: [2500, '2 of 58'] }];
const frame = () => mount('c-provisioning-chart-frame', ProvisioningChartFrame, { label: 'Runs', columns, rows });

describe('c-provisioning-chart-frame', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the chart first', async () => {
    const element = frame();
    expect(all(element, 'table')).toHaveLength(0);
    expect(textOf(element)).toBe('Show as table');
    await expect(element).toBeAccessible();
  });

  it('shows the numbers as a table, and the chart again', async () => {
    const element = frame();
    one(element, 'button').click();
    await settled();
    expect(all(element, 'th, td').map((cell) => cell.textContent)).toEqual([...columns, 'PP-000027', '2,500', '2 of 58']);
    expect(one(element, 'button').textContent).toBe('Show as chart');
    await expect(element).toBeAccessible();
    one(element, 'button').click();
    await settled();
    expect(all(element, 'table')).toHaveLength(0);
  });
});
