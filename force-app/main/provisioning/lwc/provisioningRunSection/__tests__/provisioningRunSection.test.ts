import ProvisioningRunSection from 'c/provisioningRunSection';
import ProvisioningRunConfirmation from 'c/provisioningRunConfirmation';
import * as navigation from 'lightning/navigation';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import startDryRun from '@salesforce/apex/ProvisioningController.startDryRun';
import startRun from '@salesforce/apex/ProvisioningController.startRun';
import { apex, aFinding, all, aLiveProcess, aPreview, aStartedProcess, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningController.getRunPreview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.startDryRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.startRun', () => ({ default: jest.fn() }), { virtual: true });

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const open = jest.spyOn(ProvisioningRunConfirmation, 'open');

async function section(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-run-section', ProvisioningRunSection, { canRun: true, version: 1, ...properties });
  const toast = jest.fn();
  element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent<{ title: string }>).detail.title));
  await jest.advanceTimersByTimeAsync(0);
  return { element, toast };
}
const run = async (element: Element) => {
  labelled(element, 'lightning-button', 'Run User Provisioning').click();
  await settled();
};

describe('c-provisioning-run-section', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    apex(getRunPreview).mockResolvedValue(aPreview());
    apex(startRun).mockResolvedValue(aStartedProcess({ name: 'PP-000007' }));
    open.mockResolvedValue('run');
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.useRealTimers();
  });

  it('shows that it is loading', async () => {
    apex(getRunPreview).mockReturnValue(new Promise(() => undefined));
    const { element } = await section();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says how many wait, what was found and what is running', async () => {
    const preview = aPreview({ eligible: 2500, findings: [aFinding()], liveProcess: aLiveProcess({ name: 'PP-000003' }) });
    apex(getRunPreview).mockResolvedValue(preview);
    const { element } = await section();
    expect(textOf(element)).toContain('2,500 employees are waiting');
    expect(one(element, '[role="status"]').textContent).toContain('PP-000003 is running now');
    expect(one(element, 'c-provisioning-finding-list').findings).toEqual([aFinding()]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ status: 'Queued', guard: 'SEATS' }, 'waits for a decision. A new run can start when somebody has continued or stopped it.'],
    [{ state: 'Silent', stateText: 'No sign of life' }, 'gives no sign of life.'],
  ])('says of a run in the way that does not move what it is at, with the way to it: %o', async (changes, words) => {
    apex(getRunPreview).mockResolvedValue(aPreview({ liveProcess: aLiveProcess({ id: 'a03', name: 'PP-000003', ...changes }) }));
    const { element } = await section();
    expect(one(element, '[role="status"]').textContent).toContain(`PP-000003 ${words}`);
    expect(one(element, 'c-provisioning-page-link')).toMatchObject({ label: 'Open run', reference: { state: { c__process: 'a03' } } });
  });

  it('says when nobody waits', async () => {
    apex(getRunPreview).mockResolvedValue(aPreview({ eligible: 0 }));
    const { element } = await section();
    expect(textOf(element)).toContain('No employee is waiting');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows why it could not load and loads again', async () => {
    apex(getRunPreview).mockRejectedValueOnce(refusal('No access.'));
    const { element } = await section();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('No access.');
    panel.dispatchEvent(new CustomEvent('retry'));
    await jest.advanceTimersByTimeAsync(0);
    expect(textOf(element)).toContain('40 employees are waiting');
  });

  it('is accessible when it could not load', async () => {
    apex(getRunPreview).mockRejectedValueOnce(refusal('No access.'));
    const { element } = await section();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('starts after the confirmation, with numbers asked for at that moment', async () => {
    const { element, toast } = await section();
    const fresh = aPreview({ eligible: 12 });
    apex(getRunPreview).mockResolvedValue(fresh);
    await run(element);
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ preview: fresh, label: 'Run User Provisioning' }));
    expect(startRun).toHaveBeenCalledTimes(1);
    expect(toast).toHaveBeenCalledWith('PP-000007 has started');
  });

  it('leads from the toast to the run, and says that nobody has to wait', async () => {
    const { element } = await section();
    const toasts = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toasts((event as CustomEvent<unknown>).detail));
    await run(element);
    await jest.advanceTimersByTimeAsync(0);
    expect(toasts).toHaveBeenCalledWith(
      expect.objectContaining({
        message: 'You’re free to move on. {0}',
        messageData: [{ url: expect.any(String) as string, label: 'Open run' }],
      }),
    );
  });

  it('starts a dry run when asked to', async () => {
    open.mockResolvedValue('dryRun');
    apex(startDryRun).mockResolvedValue(aLiveProcess({ name: 'PP-000008', mode: 'DryRun' }));
    const { element, toast } = await section();
    await run(element);
    expect(startRun).not.toHaveBeenCalled();
    expect(toast).toHaveBeenCalledWith('Dry run PP-000008 has started');
  });

  it('starts nothing when the window is closed', async () => {
    open.mockResolvedValue(undefined);
    const { element, toast } = await section();
    await run(element);
    expect(startRun).not.toHaveBeenCalled();
    expect(toast).not.toHaveBeenCalled();
  });

  it('opens the page that somebody followed from the window, and starts nothing', async () => {
    const page = { type: 'standard__recordPage', attributes: { recordId: '001' } };
    open.mockResolvedValue(page);
    const { element } = await section();
    await run(element);
    expect(navigate).toHaveBeenCalledWith(page, undefined);
    expect(startRun).not.toHaveBeenCalled();
  });

  it('tells the page that the window was closed: everybody may have been checked in it', async () => {
    open.mockResolvedValue(undefined);
    const { element } = await section();
    const confirmed = jest.fn();
    element.addEventListener('confirmed', confirmed);
    await run(element);
    expect(confirmed).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['its answer', () => Promise.resolve(aPreview())],
    ['why there is none', () => Promise.reject(refusal('Not for you.'))],
  ])('tells when it has its size, with %s', async (_name, answer) => {
    const known = jest.fn();
    let go: () => void = () => undefined;
    apex(getRunPreview).mockReturnValueOnce(new Promise<void>((resolve) => (go = resolve)).then(answer));
    const { element } = await section();
    element.addEventListener('known', known);
    expect(known).not.toHaveBeenCalled();
    go();
    await jest.advanceTimersByTimeAsync(0);
    expect(known).toHaveBeenCalledTimes(1);
  });

  it('opens one window on a double click', async () => {
    const { element } = await section();
    labelled(element, 'lightning-button', 'Run User Provisioning').click();
    await run(element);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('says why a run was refused', async () => {
    apex(startRun).mockRejectedValue(refusal('PP-000003 is running already.', [], 'a01'));
    const { element } = await section();
    await run(element);
    expect(one(element, '[role="alert"]').textContent).toBe('PP-000003 is running already.');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('leads to the runs', async () => {
    const { element } = await section();
    labelled(element, 'lightning-button', 'View Processes').click();
    expect(navigate).toHaveBeenCalledWith({ type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' } }, undefined);
  });

  it('offers no run to somebody who may not', async () => {
    const { element } = await section({ canRun: false });
    expect(all(element, 'lightning-button').map((button) => button.label)).toEqual(['View Processes']);
  });

  it('keeps its numbers fresh while a run is live, and rests after it', async () => {
    apex(getRunPreview)
      .mockResolvedValueOnce(aPreview({ liveProcess: aLiveProcess() }))
      .mockResolvedValue(aPreview({ eligible: 58 }));
    const { element } = await section();
    await jest.advanceTimersByTimeAsync(3000);
    expect(textOf(element)).toContain('58 employees');
    await jest.advanceTimersByTimeAsync(29_000);
    expect(getRunPreview).toHaveBeenCalledTimes(2);
  });

  it('learns of a run that somebody else starts (D18), and asks no more where it is refused', async () => {
    const { element } = await section();
    apex(getRunPreview).mockResolvedValueOnce(aPreview({ liveProcess: aLiveProcess({ name: 'PP-000009' }) }));
    apex(getRunPreview).mockRejectedValueOnce(refusal('No access.'));
    await jest.advanceTimersByTimeAsync(30_000);
    expect(one(element, '[role="status"]').textContent).toContain('PP-000009 is running now');
    await jest.advanceTimersByTimeAsync(3000);
    expect(one(element, 'c-provisioning-error-panel').message).toBe('No access.');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(getRunPreview).toHaveBeenCalledTimes(3);
  });

  it('looks again when other settings were saved', async () => {
    const { element } = await section();
    element.version = 2;
    await jest.advanceTimersByTimeAsync(0);
    expect(getRunPreview).toHaveBeenCalledTimes(2);
  });
});
