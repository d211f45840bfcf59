import ProvisioningChartRuns from 'c/provisioningChartRuns';
import { all, aProcess, mount, one, settled, textOf } from 'jest-helpers';

const newest = aProcess({ id: 'a28', name: 'PP-000028', created: 0, linked: 0, updated: 12, skipped: 1, failed: 0 });
const oldest = aProcess({ id: 'a27', name: 'PP-000027', created: 2500, linked: 40, updated: 0, skipped: 0, failed: 58 });
const chart = (properties: object = { runs: [newest, oldest] }) =>
  mount('c-provisioning-chart-runs', ProvisioningChartRuns, {
    heading: 'History',
    text: 'The last 2',
    empty: 'No run yet.',
    ...properties,
  });

describe('c-provisioning-chart-runs', () => {
  afterEach(() => document.body.replaceChildren());

  it('draws runs from the oldest on, and says the same in words', async () => {
    const element = chart();
    const columns = one(element, 'c-provisioning-chart-columns');
    expect((columns.columns as { note: string }[]).map(({ note }) => note)).toEqual(['PP-27', 'PP-28']);
    expect(columns.label).toBe(
      'PP-000028: 0 created, 0 linked, 12 updated, 1 skipped, 0 failed; PP-000027: 2,500 created, 40 linked, 0 updated, 0 skipped, 58 failed',
    );
    expect(columns.mode).toBe('share');
    await expect(element).toBeAccessible();
  });

  it('hands the same numbers on as a table', () => {
    const frame = one(chart(), 'c-provisioning-chart-frame');
    expect(frame.columns).toEqual(['Run', 'Created', 'Linked', 'Updated', 'Skipped', 'Failed']);
    expect((frame.rows as { values: number[] }[]).map(({ values }) => values)).toEqual([
      [0, 0, 12, 1, 0],
      [2500, 40, 0, 0, 58],
    ]);
  });

  it('compares people at the push of a button, and shares again', async () => {
    const element = chart();
    const press = async (mode: string) => {
      one(element, `[data-mode="${mode}"]`).click();
      await settled();
      expect(one(element, 'c-provisioning-chart-columns').mode).toBe(mode);
      expect(one(element, `[data-mode="${mode}"]`).getAttribute('aria-pressed')).toBe('true');
    };
    await press('people');
    await press('share');
    await expect(element).toBeAccessible();
  });

  it('says so where there is nothing to draw', async () => {
    const element = chart({ runs: [] });
    expect(textOf(element)).toBe('History No run yet.');
    expect(all(element, 'button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
