import ProvisioningShareBar from 'c/provisioningShareBar';
import { all, mount, one } from 'jest-helpers';

const bar = (...values: readonly number[]) =>
  mount('c-provisioning-share-bar', ProvisioningShareBar, {
    label: '1,178 linked, 21 orphaned',
    parts: values.map((value, index) => ({ name: String(index), value, tone: 'good' })),
  });
const widths = (element: Element) => all<HTMLElement>(element, 'rect.good').map((rect) => Number(rect.getAttribute('width')));

describe('c-provisioning-share-bar', () => {
  afterEach(() => document.body.replaceChildren());

  it('has its numbers for a label', async () => {
    const element = bar(3, 1);
    expect(one(element, 'svg').getAttribute('aria-label')).toBe('1,178 linked, 21 orphaned');
    expect(widths(element)).toEqual([75, 25]);
    await expect(element).toBeAccessible();
  });

  it('lets no share above nothing be invisible, and draws none that is nothing', () => {
    const [many, few] = widths(bar(100_000, 1, 0));
    expect(few).toBeGreaterThan(1.9);
    expect((many ?? 0) + (few ?? 0)).toBeCloseTo(100, 1);
    expect(widths(bar(0))).toEqual([]);
  });
});
