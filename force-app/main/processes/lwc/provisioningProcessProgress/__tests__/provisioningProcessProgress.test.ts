import ProvisioningProcessProgress from 'c/provisioningProcessProgress';
import { all, aLiveProcess, aProcess, mount, one, textOf } from 'jest-helpers';

describe('c-provisioning-process-progress', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows how far a live run is, and reads tenths out', async () => {
    const startTime = new Date(Date.now() - 60_000).toISOString();
    const process = aLiveProcess({ total: 2500, processed: 1175, startTime, paceSince: startTime });
    const element = mount('c-provisioning-process-progress', ProvisioningProcessProgress, { process });
    expect(one(element, 'c-provisioning-chart-stacked-bar')).toMatchObject({ total: 2500 });
    expect(all(element, 'c-provisioning-chart-donut')).toHaveLength(0);
    expect(textOf(element)).toContain('1,175 of 2,500 people');
    expect(textOf(element)).toMatch(/1,1\d\d people a minute · about 1 min left/);
    expect(one(element, '[role="status"]').textContent).toBe('40 %');
    await expect(element).toBeAccessible();
  });

  const ended = aProcess({ total: 2500, processed: 2500, created: 2431, linked: 40, failed: 29 });

  it('shows the outcomes of an ended run and reads its status out', async () => {
    const element = mount('c-provisioning-process-progress', ProvisioningProcessProgress, { process: ended });
    expect(all(element, '[data-outcome]').map((outcome) => outcome.textContent)).toEqual([
      'Created2,43197.2%',
      'Linked401.6%',
      'Updated00%',
      'Skipped00%',
      'Failed291.2%',
    ]);
    const ring = one(element, 'c-provisioning-chart-donut');
    expect(ring.label).toBe('2,500 of 2,500 people, Created 2,431, Linked 40, Failed 29');
    expect(ring.value).toBe('2,500');
    expect(one(element, '[role="status"]').textContent).toBe('Finished with failures');
    await expect(element).toBeAccessible();
  });

  it('leads from a number to its people, and nowhere from nobody', async () => {
    const element = mount('c-provisioning-process-progress', ProvisioningProcessProgress, { process: ended });
    const shown = jest.fn();
    element.addEventListener('show', (event) => shown((event as CustomEvent<string>).detail));
    const numbers = all(element, 'td button');
    expect(numbers.map((number) => number.getAttribute('aria-label'))).toEqual([
      'Show Created: 2,431',
      'Show Linked: 40',
      'Show Failed: 29',
    ]);
    numbers[0]!.click();
    expect(shown).toHaveBeenCalledWith('Created');
    await expect(element).toBeAccessible();
  });

  it('stands without a run, as while it loads', async () => {
    const element = mount('c-provisioning-process-progress', ProvisioningProcessProgress);
    expect(one(element, 'c-provisioning-chart-stacked-bar').total).toBe(0);
    await expect(element).toBeAccessible();
  });

  it('says of a dry run what would be', () => {
    const element = mount('c-provisioning-process-progress', ProvisioningProcessProgress, { process: aProcess({ mode: 'DryRun' }) });
    expect(all(element, 'th[scope="row"]').map((head) => head.textContent)).toEqual([
      'Would be created',
      'Would be linked',
      'Would be updated',
      'Would be skipped',
      'Would fail',
    ]);
  });
});
