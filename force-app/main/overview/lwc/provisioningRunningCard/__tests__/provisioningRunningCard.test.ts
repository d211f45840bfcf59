import ProvisioningRunningCard from 'c/provisioningRunningCard';
import { all, aLiveProcess, mount, one, textOf } from 'jest-helpers';

const running = () =>
  aLiveProcess({
    id: 'a1',
    name: 'PP-000029',
    scope: 'Changes',
    state: 'Processing',
    stateText: 'Processing',
    total: 2540,
    processed: 1410,
    created: 0,
    linked: 0,
    updated: 17,
    skipped: 1393,
    failed: 0,
    startTime: new Date(Date.now() - 60_000).toISOString(),
    paceSince: null,
    paceDone: null,
    silentSince: null,
  });
const queued = () =>
  aLiveProcess({
    id: 'a2',
    name: 'PP-000030',
    scope: 'Selection',
    status: 'Queued',
    state: 'Queued',
    stateText: 'Queued',
    startTime: null,
    waitsFor: 'Starts when PP-000029 has ended.',
  });
const card = (...runs: readonly unknown[]) => mount('c-provisioning-running-card', ProvisioningRunningCard, { runs });

describe('c-provisioning-running-card', () => {
  afterEach(() => document.body.replaceChildren());

  it('says that nothing runs', async () => {
    const element = card();
    expect(textOf(element)).toBe('Nothing is running.');
    await expect(element).toBeAccessible();
  });

  it('shows how far a run is, and what comes next', async () => {
    const element = card(running(), queued());
    expect(textOf(element)).toContain('1,410 of 2,540 people');
    expect(textOf(element)).toContain('0 created, 0 linked, 17 updated, 1,393 skipped, 0 failed');
    expect(textOf(element)).toContain('Next');
    expect(textOf(element)).toContain('Starts when PP-000029 has ended.');
    expect(all(element, 'c-provisioning-page-link').map(({ label }) => label)).toEqual(['PP-000029', 'PP-000030']);
    expect(one(element, 'c-provisioning-status-badge').label).toBe('Processing');
    expect(one(element, 'c-provisioning-chart-stacked-bar').total).toBe(2540);
    await expect(element).toBeAccessible();
  });

  it('says no time left of what stands still, and since when it is silent', async () => {
    const element = card({ ...running(), state: 'Silent', stateText: 'No sign of life', silentSince: '2026-11-27T09:00:00.000Z' });
    expect(one(element, 'c-provisioning-status-badge').label).toBe('No sign of life');
    expect(textOf(element)).not.toContain('min');
    await expect(element).toBeAccessible();
  });

  it('says what starts by itself every night, also where nothing runs', async () => {
    const element = card();
    element.nightly = ['Leavers', 'Changes'];
    await Promise.resolve();
    expect(all(element, '[data-night]').map(({ textContent }) => textContent)).toEqual([
      'Leavers, every nightafter midnight',
      'Changed employees, every nightafter midnight',
    ]);
    expect(textOf(element)).toContain('Next');
    await expect(element).toBeAccessible();
  });
});
