import ProvisioningActiveRuns from 'c/provisioningActiveRuns';
import { all, aLiveProcess, mount, one, textOf } from 'jest-helpers';

const working = (changes: Partial<Apex.ProvisioningProcessView> = {}) =>
  aLiveProcess({
    id: 'a34',
    name: 'PP-000034',
    state: 'Processing',
    stateText: 'Processing',
    takesAccess: false,
    total: 207,
    processed: 120,
    failed: 2,
    startTime: '2026-11-27T09:00:00.000Z',
    paceSince: '2026-11-27T09:00:00.000Z',
    paceDone: 0,
    ...changes,
  });
const parked = (changes: Partial<Apex.ProvisioningProcessView> = {}) =>
  working({
    id: 'a31',
    name: 'PP-000031',
    status: 'Queued',
    state: 'Parked',
    stateText: 'Waits for a decision',
    scope: 'Leavers',
    takesAccess: true,
    guard: 'MAXIMUM_LOCKOUTS',
    statusMessage: '43 people would lose their access.',
    ...changes,
  });
const queued = working({
  id: 'a35',
  name: 'PP-000035',
  status: 'Queued',
  state: 'Queued',
  stateText: 'Queued',
  startTime: null,
  waitsFor: 'Waits for PP-000034 to end.',
});
const table = (...runs: Apex.ProvisioningProcessView[]) => mount('c-provisioning-active-runs', ProvisioningActiveRuns, { runs });
const badges = (element: Element) => all(element, '.lane c-provisioning-status-badge').map(({ label }) => label);
const words = (element: Element, id: string) => one(element, `tr[data-id="${id}"]`).textContent?.replace(/\s+/g, ' ').trim();

describe('c-provisioning-active-runs', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-27T09:01:00.000Z') }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('says so when nothing runs', async () => {
    const element = table();
    expect(textOf(element)).toBe('Nothing is running.');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('puts each run below the heading of its lane', async () => {
    const element = table(parked(), working(), queued);
    expect(all(element, 'tbody').map((body) => body.dataset.lane)).toEqual(['giving', 'taking']);
    expect(all(element, '.lane strong').map(({ textContent }) => textContent)).toEqual(['Giving access', 'Taking access away']);
    expect(all(element, 'tr[data-id]').map((row) => row.dataset.id)).toEqual(['a34', 'a35', 'a31']);
    expect(badges(element)).toEqual(['Goes on', 'Waits for you']);
    expect(textOf(element)).toContain('a parked run holds its own lane only.');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('leaves out the heading of a lane in which nothing is open', () => {
    expect(all(table(parked()), 'tbody').map((body) => body.dataset.lane)).toEqual(['taking']);
  });

  it('says how far a run is, how fast, and what one waits for', () => {
    const element = table(working(), queued, parked());
    expect(words(element, 'a34')).toContain('120 of 207 people · 120 people a minute');
    expect(words(element, 'a34')).toContain('less than a minute left');
    expect(words(element, 'a35')).toContain('Waits for PP-000034 to end.');
    expect(words(element, 'a31')).toContain('43 people would lose their access.');
    expect(words(element, 'a31')).not.toContain('a minute');
    expect(all(element, 'c-provisioning-chart-stacked-bar')).toHaveLength(2);
  });

  it('tells of silence instead of promising an end', () => {
    const silentSince = '2026-11-27T08:55:00.000Z';
    const element = table(working({ state: 'Silent', stateText: 'No sign of life', silentSince }));
    expect(badges(element)).toEqual(['No sign of life']);
    expect(words(element, 'a34')).toContain('No sign of life since');
    expect(words(element, 'a34')).not.toContain('left');
  });

  it('lets whoever may decide and stop, naming the run', () => {
    const element = table(working(), parked());
    const heard: [string, unknown][] = [];
    for (const wish of ['decide', 'stop']) element.addEventListener(wish, (event) => heard.push([wish, (event as CustomEvent).detail]));
    for (const button of all(element, 'button')) button.click();
    expect(all(element, 'button').map((button) => button.getAttribute('aria-label'))).toEqual(['Stop run: PP-000034', 'Decide: PP-000031']);
    expect(heard).toEqual([
      ['stop', 'a34'],
      ['decide', 'a31'],
    ]);
  });

  it('offers nothing to somebody who only looks', async () => {
    const element = table(working({ canCancel: false }), parked({ canCancel: false }));
    expect(all(element, 'button')).toHaveLength(0);
    expect(badges(element)).toEqual(['Goes on', 'Waits for a decision']);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
