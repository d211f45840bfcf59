import ProvisioningFindingList from 'c/provisioningFindingList';
import { aFinding, all, mount, one, settled, textOf } from 'jest-helpers';

describe('c-provisioning-finding-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the worst first, each with its severity in words', async () => {
    const findings = [
      aFinding({ severity: 'info', message: 'I', fix: null, sample: [] }),
      aFinding({ message: 'W', sample: [] }),
      aFinding({ severity: 'error', message: 'E', sample: [] }),
    ];
    const element = mount('c-provisioning-finding-list', ProvisioningFindingList, { findings });
    await settled();
    expect(all(element, 'li[data-severity]').map((row) => row.dataset.severity)).toEqual(['Error', 'Warning', 'Information']);
    expect(textOf(element)).toContain('Fill the field named in the message, then retry.');
    await expect(element).toBeAccessible();
  });

  it('treats a severity it does not know as information', () => {
    const element = mount('c-provisioning-finding-list', ProvisioningFindingList, { findings: [{ ...aFinding(), severity: 'odd' }] });
    expect(all(element, 'li')[0]?.dataset.severity).toBe('Information');
  });

  it('shows nothing at all without findings', async () => {
    const element = mount('c-provisioning-finding-list', ProvisioningFindingList);
    expect(all(element, '*')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('links a few of the people concerned and says how many there are', async () => {
    const sample = [
      { id: '0Em000000000001AAA', employeeNumber: 'E1', name: 'Ada Lima', message: 'Two users' },
      { id: '0Em000000000002AAA', employeeNumber: null, name: 'No Number', message: null },
    ];
    const element = mount('c-provisioning-finding-list', ProvisioningFindingList, { findings: [aFinding({ sample, count: 12 })] });
    expect(one(element, 'summary').textContent).toBe('People concerned (2 of 12)');
    const links = all(element, 'c-provisioning-page-link');
    expect(links.map((link) => link.label)).toEqual(['E1', 'No Number']);
    expect(links[0]?.reference).toMatchObject({ attributes: { recordId: '0Em000000000001AAA' } });
    expect(textOf(element)).toContain('Two users');
    await expect(element).toBeAccessible();
  });

  it('leads to the review of links where users look like people who have none', async () => {
    const findings = [aFinding({ code: 'ADDRESS_OF_UNMATCHED_USER', sample: [] }), aFinding({ code: 'NO_ADDRESS', sample: [] })];
    const element = mount('c-provisioning-finding-list', ProvisioningFindingList, { findings });
    const link = one(element, 'c-provisioning-page-link');
    expect(link).toMatchObject({ label: 'Review links', reference: { attributes: { apiName: 'Review_Links' } } });
    await expect(element).toBeAccessible();
  });
});
