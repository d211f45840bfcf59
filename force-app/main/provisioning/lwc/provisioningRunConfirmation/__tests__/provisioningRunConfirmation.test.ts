import ProvisioningRunConfirmation from 'c/provisioningRunConfirmation';
import getForecast from '@salesforce/apex/ProvisioningController.getForecast';
import { aFinding, aForecast, aLiveProcess, all, apex, aPreview, aProcess, labelled, mount, one, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningController.getForecast', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PreflightController.startCheck', () => ({ default: jest.fn() }), { virtual: true });

function confirmation(preview?: Apex.RunPreview) {
  const element = mount('c-provisioning-run-confirmation', ProvisioningRunConfirmation, { preview });
  const closed = jest.fn();
  // the stand-in for lightning/modal tells its result by this event
  element.addEventListener('modalclose', (event) => closed((event as CustomEvent).detail));
  return { element, closed };
}

describe('c-provisioning-run-confirmation', () => {
  beforeEach(() => apex(getForecast).mockResolvedValue(aForecast()));
  afterEach(() => document.body.replaceChildren());

  it('shows what to expect, and gives way to a page that somebody opens from there', () => {
    const { element, closed } = confirmation(aPreview());
    const page = { type: 'standard__recordPage', attributes: { recordId: '001' } };
    const follow = new CustomEvent('follow', { cancelable: true, detail: page });
    one(element, 'c-provisioning-run-forecast').dispatchEvent(follow);
    expect(closed).toHaveBeenCalledWith(page);
    expect(follow.defaultPrevented).toBe(true);
  });

  it('names the people it will touch and closes with run', async () => {
    const { element, closed } = confirmation(aPreview({ eligible: 2500 }));
    expect(textOf(element)).toContain('2,500 employees are waiting for a user.');
    labelled(element, 'lightning-button', 'Run').click();
    expect(closed).toHaveBeenCalledWith('run');
    await expect(element).toBeAccessible();
  });

  it('closes with dryRun', async () => {
    const { element, closed } = confirmation(aPreview());
    expect(textOf(element)).toContain('changes nothing');
    labelled(element, 'lightning-button', 'Dry run').click();
    expect(closed).toHaveBeenCalledWith('dryRun');
    await expect(element).toBeAccessible();
  });

  it('closes without a result on Cancel', () => {
    const { element, closed } = confirmation(aPreview());
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(closed).toHaveBeenCalledWith(null);
  });

  it('speaks of no guard where nobody has saved settings', () => {
    const { element } = confirmation(aPreview({ ready: false, settingsVersion: null, guard: null }));
    expect(textOf(element)).not.toContain('No guard would stop it.');
  });

  it('refuses to run while something stands in the way, and says what', async () => {
    const findings = [aFinding({ severity: 'error', message: 'No settings.' })];
    const { element } = confirmation(aPreview({ ready: false, findings, liveProcess: aLiveProcess() }));
    expect(labelled(element, 'lightning-button', 'Run').disabled).toBe(true);
    expect(one(element, 'c-provisioning-finding-list').findings).toEqual(findings);
    expect(textOf(element)).toContain(`${aProcess().name} is running now.`);
    await expect(element).toBeAccessible();
  });

  it('names source, version, profile and sets, and what the run touches', async () => {
    apex(getForecast).mockReturnValue(new Promise(() => undefined));
    const seats = [{ name: 'Unified Employee', total: 5000, used: 154, reserve: 50, left: 4796, field: 'profileId', countedAt: null }];
    const facts = {
      source: 'Employee (HR Service)',
      settingsVersion: 'ES-6',
      profile: 'Unified Employee',
      permissionSets: ['Hub', 'Expenses'],
    };
    const { element } = confirmation(aPreview({ eligible: 2500, seats, sendsWelcome: false, guard: null, ...facts }));
    expect(textOf(element)).toContain('Employee (HR Service) · Settings ES-6');
    expect(textOf(element)).toContain('New users get the profile Unified Employee and Hub, Expenses.');
    const rows = () => all(element, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows()).toEqual([
      ['Unified Employee seats', '4,796 left now', '2,296 left after, beyond the reserve of 50'],
      ['Welcome emails', 'off', 'none is sent'],
    ]);
    expect(textOf(element)).toContain('No guard would stop it.');
    one(element, 'c-provisioning-run-forecast').dispatchEvent(new CustomEvent('forecast', { detail: aForecast({ created: 2402 }) }));
    await settled();
    expect(rows()[0]?.[2]).toBe('2,394 left after, beyond the reserve of 50');
    await expect(element).toBeAccessible();
  });

  it('says that rules may give others something else only where there are rules', () => {
    const facts = { settingsVersion: 'ES-6', profile: 'Unified Employee', permissionSets: ['Hub'] };
    expect(textOf(confirmation(aPreview({ ...facts, byRules: false })).element)).not.toContain('assignment rule');
    const { element } = confirmation(aPreview({ ...facts, byRules: true }));
    expect(textOf(element)).toContain(
      'New users get the profile Unified Employee and Hub. An assignment rule may give others something else.',
    );
  });

  it('says what would follow elsewhere, by whom the newest look foresees, and nothing where nothing is installed', async () => {
    apex(getForecast).mockReturnValue(new Promise(() => undefined));
    const parts = [{ label: 'App requests', cause: 'Crane Hire, Expenses', each: 2 }];
    const facts = { eligible: 2500, seats: [], sendsWelcome: false, settingsVersion: 'ES-6' };
    const rowsOf = (element: Element) => all(element, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rowsOf(confirmation(aPreview({ ...facts, parts: [] })).element)).toHaveLength(1);
    const { element } = confirmation(aPreview({ ...facts, parts }));
    expect(rowsOf(element)[1]).toEqual(['App requests', 'Crane Hire, Expenses', 'up to 5,000 follow']);
    one(element, 'c-provisioning-run-forecast').dispatchEvent(
      new CustomEvent('forecast', { detail: aForecast({ created: 2402, linked: 40 }) }),
    );
    await settled();
    expect(rowsOf(element)[1]?.[2]).toBe('up to 4,884 follow');
    const none = confirmation(aPreview({ ...facts, parts: [{ label: 'App requests', cause: 'no app is opened', each: 0 }] }));
    expect(rowsOf(none.element)[1]?.[2]).toBe('none follows');
    await expect(element).toBeAccessible();
  });

  it('says first which guard would stop it, and how many would get an e-mail', () => {
    const guard = 'A guard would park this run first: 40 people wait, and one run may create 10 users.';
    const { element } = confirmation(aPreview({ eligible: 40, guard, sendsWelcome: true, seats: [], settingsVersion: 'ES-6' }));
    expect(textOf(element)).toContain(guard);
    expect(textOf(element)).not.toContain('No guard would stop it.');
    expect(textOf(element)).toContain('40 are sent');
  });

  it('goes on from its heading to Run, once, where it may run', () => {
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    const begin = (element: Element) => one(element, 'lightning-modal-header').dispatchEvent(new CustomEvent('focusin'));
    begin(confirmation(aPreview({ ready: false })).element);
    expect(focus).not.toHaveBeenCalled();
    const { element } = confirmation(aPreview());
    begin(element);
    begin(element);
    expect((focus.mock.contexts as { label?: string }[]).map(({ label }) => label)).toEqual(['Run']);
    focus.mockRestore();
  });

  it('does not run on nothing', async () => {
    const { element } = confirmation();
    expect(labelled(element, 'lightning-button', 'Run').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it.each([
    [null, null, ''],
    [0, 1, 'An estimate at the speed of the last run: under 1 min.'],
    [4, 3, 'An estimate at the speed of the last 3 runs: 4 min.'],
  ])('estimates %o minutes by %o runs, or says nothing', async (minutes, minutesByRuns, text) => {
    const { element } = confirmation(aPreview({ minutes, minutesByRuns }));
    await settled();
    expect(all(element, '[data-minutes]').map(({ textContent }) => textContent)).toEqual(text === '' ? [] : [text]);
    await expect(element).toBeAccessible();
  });
});
