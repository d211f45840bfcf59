import FindingList from 'c/findingList';
import { aFinding, all, mount, settled, textOf } from 'jest-helpers';

describe('c-finding-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the worst first, each with its severity in words', async () => {
    const findings = [
      aFinding({ severity: 'info', message: 'I', fix: null }),
      aFinding({ message: 'W' }),
      aFinding({ severity: 'error', message: 'E' }),
    ];
    const element = mount('c-finding-list', FindingList, { findings });
    await settled();
    expect(all(element, 'li').map((row) => row.dataset.severity)).toEqual(['Error', 'Warning', 'Information']);
    expect(textOf(element)).toContain('Add one.');
    await expect(element).toBeAccessible();
  });

  it('treats a severity it does not know as information', () => {
    const element = mount('c-finding-list', FindingList, { findings: [aFinding({ severity: 'odd' })] });
    expect(all(element, 'li')[0]?.dataset.severity).toBe('Information');
  });

  it('shows nothing at all without findings', async () => {
    const element = mount('c-finding-list', FindingList);
    expect(all(element, '*')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
