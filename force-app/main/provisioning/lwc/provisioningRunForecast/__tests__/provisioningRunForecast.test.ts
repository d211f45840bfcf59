import ProvisioningRunForecast from 'c/provisioningRunForecast';
import startCheck from '@salesforce/apex/PreflightController.startCheck';
import getForecast from '@salesforce/apex/ProvisioningController.getForecast';
import { apex, aForecast, all, aPreflight, labelled, mount, nobodyLooked, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/PreflightController.startCheck', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.getForecast', () => ({ default: jest.fn() }), { virtual: true });

const rehearsed = aForecast({ processName: 'PP-000002', lookedAt: '2026-11-20T10:00:00.000Z', people: 2500, failing: 12 });

async function forecast() {
  const element = mount('c-provisioning-run-forecast', ProvisioningRunForecast, {});
  await jest.advanceTimersByTimeAsync(0);
  return element;
}
const check = async (element: Element) => {
  labelled(element, 'lightning-button', 'Check Everybody').click();
  await settled();
  await jest.advanceTimersByTimeAsync(0);
};

describe('c-provisioning-run-forecast', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-20T12:30:00.000Z') });
    apex(getForecast).mockResolvedValue(rehearsed);
    apex(startCheck).mockResolvedValue(aPreflight());
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  it('shows that it is loading', async () => {
    apex(getForecast).mockReturnValue(new Promise(() => undefined));
    const element = await forecast();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows why it could not load and loads again', async () => {
    apex(getForecast).mockRejectedValueOnce(refusal('No access.'));
    const element = await forecast();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('No access.');
    panel.dispatchEvent(new CustomEvent('retry'));
    await jest.advanceTimersByTimeAsync(0);
    expect(textOf(element)).toContain('12 of 2,500 employees would fail.');
  });

  it('is accessible when it could not load', async () => {
    apex(getForecast).mockRejectedValue(refusal('No access.'));
    const element = await forecast();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says how many would fail and why, by which dry run, and how old that is', async () => {
    const element = await forecast();
    expect(textOf(element)).toContain('12 of 2,500 employees would fail.');
    expect(textOf(element)).toContain('Dry run PP-000002, 2 hours ago');
    expect(one(element, 'c-provisioning-date-time').value).toBe('2026-11-20T10:00:00.000Z');
    expect(one(element, 'c-provisioning-finding-list').findings).toEqual(rehearsed.findings);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows how many would be created, linked and fail, and tells whoever wants to know', async () => {
    apex(getForecast).mockResolvedValue(aForecast({ people: 2500, created: 2402, linked: 40, failing: 58 }));
    const element = mount('c-provisioning-run-forecast', ProvisioningRunForecast, {});
    const told = jest.fn();
    element.addEventListener('forecast', (event) => told((event as CustomEvent<Apex.RunForecast>).detail.created));
    await jest.advanceTimersByTimeAsync(0);
    expect(told).toHaveBeenCalledWith(2402);
    expect(one(element, 'c-provisioning-chart-stacked-bar').label).toBe('Users created 2,402, Linked 40, Would fail 58');
    expect((one(element, 'c-provisioning-stat-tiles').tiles as { value: number }[]).map(({ value }) => value)).toEqual([2402, 40, 58]);
  });

  it.each([
    ['2026-11-20T12:29:50.000Z', 'this minute'],
    ['2026-11-20T12:20:00.000Z', '10 minutes ago'],
    ['2026-11-17T12:00:00.000Z', '3 days ago'],
    ['2026-11-20T12:31:00.000Z', 'this minute'],
  ])('writes the age of %s as %s', async (lookedAt, words) => {
    apex(getForecast).mockResolvedValue(aForecast({ origin: 'Check', processName: null, lookedAt }));
    expect(textOf(await forecast())).toContain(`Check of everybody, ${words}`);
  });

  it('says that nobody would fail', async () => {
    apex(getForecast).mockResolvedValue(aForecast({ people: 2500, failing: 0, findings: [] }));
    expect(textOf(await forecast())).toContain('None of 2,500 employees would fail.');
  });

  it('offers to look when nobody has looked since the settings changed, and shows the check go on', async () => {
    apex(getForecast).mockResolvedValueOnce(nobodyLooked());
    const element = await forecast();
    expect(textOf(element)).toContain('Nobody has been looked at with these settings');
    apex(getForecast).mockResolvedValueOnce(nobodyLooked({ isChecking: true, checked: 1000, total: 2500 }));
    await check(element);
    expect(startCheck).toHaveBeenCalledTimes(1);
    expect(one(element, '[role="status"]').textContent).toBe('1,000 of 2,500 employees checked');
    expect(all(element, 'lightning-button')).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(2000);
    expect(textOf(element)).toContain('12 of 2,500 employees would fail.');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(getForecast).toHaveBeenCalledTimes(3);
  });

  it('is accessible when nobody has looked', async () => {
    apex(getForecast).mockResolvedValue(nobodyLooked());
    const element = await forecast();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says why a check could not start', async () => {
    apex(startCheck).mockRejectedValue(refusal('The settings are not valid.'));
    const element = await forecast();
    await check(element);
    expect(one(element, '[role="alert"]').textContent).toBe('The settings are not valid.');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('offers no check to somebody who may only look', async () => {
    apex(getForecast).mockResolvedValue(nobodyLooked({ canCheck: false }));
    expect(all(await forecast(), 'lightning-button')).toHaveLength(0);
  });

  it('stops asking once it is gone', async () => {
    apex(getForecast).mockResolvedValue(aForecast({ isChecking: true }));
    const element = await forecast();
    element.remove();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(getForecast).toHaveBeenCalledTimes(1);
  });
});
