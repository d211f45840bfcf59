import ProvisioningImportVerdicts from 'c/provisioningImportVerdicts';
import type { VerdictRow } from 'c/provisioningImportVerdicts';
import { all, importResults, mount, one, settled, textOf } from 'jest-helpers';

const rows: readonly VerdictRow[] = importResults().map((verdict, at) => ({
  line: at + 2,
  number: verdict.employeeNumber ?? '',
  name: `Person ${at}`,
  verdict,
}));
const open = (properties: Readonly<Record<string, unknown>> = {}) =>
  mount('c-provisioning-import-verdicts', ProvisioningImportVerdicts, { rows, ...properties });
const frame = (element: Element) =>
  one(element, 'c-provisioning-list-frame') as unknown as HTMLElement & {
    rows: { id: string; cells: Record<string, { text: string }> }[];
    segment: string;
    segments: { label: string; count: number }[];
    hasMore: boolean;
    total: number;
  };
const narrow = async (element: Element, segment: string, search = '') => {
  frame(element).dispatchEvent(new CustomEvent('filter', { detail: { segment, search, filters: {} } }));
  await settled();
};

describe('c-provisioning-import-verdicts', () => {
  afterEach(() => document.body.replaceChildren());

  it('counts what a check found, and shows those that would fail with all that is wrong', async () => {
    const element = open({ dry: true });
    await settled();
    const tiles = one(element, 'c-provisioning-stat-tiles').tiles as { label: string; value: number }[];
    expect(tiles.map(({ label, value }) => `${label} ${value}`)).toEqual([
      'Rows checked 5',
      'Would be created 2',
      'Would be updated 1',
      'Unchanged 1',
      'Would fail 1',
    ]);
    expect(one(element, 'c-provisioning-chart-stacked-bar').label).toBe('2 created, 1 updated, 1 unchanged, 1 failed');
    expect(frame(element).segment).toBe('Failed');
    expect(frame(element).rows.map(({ cells }) => [cells.row?.text, cells.number?.text, cells.message?.text])).toEqual([
      [
        '6',
        'N3',
        'Email is not an email address: "ada@". Employee Status cannot be "on leave". It is one of: Active, Inactive, Leave, Terminated.',
      ],
    ]);
    const text = all(element, '.cause').map((cause) => cause.textContent);
    expect(text).toEqual(['Not an email address1', 'A value that the field does not take1']);
    await expect(element).toBeAccessible();
  });

  it('shows everybody where nobody failed, and says how many there are', async () => {
    const element = open({ rows: rows.slice(0, 4) });
    await settled();
    expect(frame(element).segment).toBe('All');
    expect(frame(element).segments.map(({ label, count }) => `${label} ${count}`)).toEqual([
      'All 4',
      'Created 2',
      'Updated 1',
      'Unchanged 1',
      'Failed 0',
    ]);
    expect(frame(element).rows[1]?.cells.message?.text).toBe('Without an address this person gets no user.');
    expect(textOf(element)).not.toContain('Why');
    await expect(element).toBeAccessible();
  });

  it('finds rows by outcome, number and name', async () => {
    const element = open();
    await narrow(element, 'Created');
    expect(frame(element).rows.map(({ id }) => id)).toEqual(['2', '3']);
    await narrow(element, 'All', 'w1000');
    expect(frame(element).rows.map(({ id }) => id)).toEqual(['4', '5']);
    await narrow(element, 'All', 'person 4');
    expect(frame(element).rows.map(({ id }) => id)).toEqual(['6']);
    await narrow(element, 'Updated', 'nobody');
    expect(frame(element).rows).toEqual([]);
  });

  it('shows fifty, and more when asked', async () => {
    const many = Array.from({ length: 120 }, (_, at) => ({ ...rows[0]!, line: at + 2 }));
    const element = open({ rows: many });
    await settled();
    expect([frame(element).rows.length, frame(element).hasMore, frame(element).total]).toEqual([50, true, 120]);
    frame(element).dispatchEvent(new CustomEvent('more'));
    frame(element).dispatchEvent(new CustomEvent('more'));
    await settled();
    expect([frame(element).rows.length, frame(element).hasMore]).toEqual([120, false]);
  });
});
