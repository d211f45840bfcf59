import ProvisioningPreflightPanel from 'c/provisioningPreflightPanel';
import getPreflight from '@salesforce/apex/PreflightController.getPreflight';
import startCheck from '@salesforce/apex/PreflightController.startCheck';
import { apex, aFinding, all, aPreflight, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/PreflightController.getPreflight', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PreflightController.startCheck', () => ({ default: jest.fn() }), { virtual: true });

const running = aPreflight({ status: 'Running', checked: 16, endTime: null });

async function panel() {
  const element = mount('c-provisioning-preflight-panel', ProvisioningPreflightPanel, { version: 1 });
  const toast = jest.fn();
  element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent<{ title: string }>).detail.title));
  await jest.advanceTimersByTimeAsync(0);
  return { element, toast };
}
const check = async (element: Element) => {
  labelled(element, 'lightning-button', 'Check Everybody').click();
  await settled();
};

describe('c-provisioning-preflight-panel', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    apex(getPreflight).mockResolvedValue(aPreflight());
    apex(startCheck).mockResolvedValue(running);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  it('shows that it is loading', async () => {
    apex(getPreflight).mockReturnValue(new Promise(() => undefined));
    const { element } = await panel();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says that there is nothing to check before the first save', async () => {
    apex(getPreflight).mockResolvedValue(aPreflight({ hasSettings: false, status: null, findings: [] }));
    const { element } = await panel();
    expect(textOf(element)).toContain('Save the settings first');
    expect(all(element, 'lightning-button')).toHaveLength(0);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows why it could not load and loads again', async () => {
    apex(getPreflight).mockRejectedValueOnce(refusal('No access.'));
    const { element } = await panel();
    const error = one(element, 'c-provisioning-error-panel');
    expect(error.message).toBe('No access.');
    error.dispatchEvent(new CustomEvent('retry'));
    await jest.advanceTimersByTimeAsync(0);
    expect(all(element, 'c-provisioning-finding-list')).toHaveLength(2);
  });

  it('is accessible when it could not load', async () => {
    apex(getPreflight).mockRejectedValue(refusal('No access.'));
    const { element } = await panel();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows what was found at once and in the last check of everybody', async () => {
    const { element } = await panel();
    const [quick, population] = all(element, 'c-provisioning-finding-list');
    expect(quick?.findings).toEqual(aPreflight().findings);
    expect(population?.findings).toEqual(aPreflight().populationFindings);
    expect(one(element, '[role="status"]').textContent).toContain('40 of 40 employees checked');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says when nobody has been checked, and when nothing stands in the way', async () => {
    apex(getPreflight).mockResolvedValue(aPreflight({ status: null, findings: [], populationFindings: [] }));
    const { element } = await panel();
    expect(textOf(element)).toContain('Nothing stands in the way');
    expect(textOf(element)).toContain('Nobody has been checked yet');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says that the settings changed after the check', async () => {
    apex(getPreflight).mockResolvedValue(aPreflight({ isOutdated: true }));
    const { element } = await panel();
    expect(textOf(element)).toContain('Outdated: the settings were saved or a run ended after this check.');
  });

  it('starts a check, says so, and looks until it has ended', async () => {
    const { element, toast } = await panel();
    apex(getPreflight).mockResolvedValue(running);
    await check(element);
    expect(toast).toHaveBeenCalledWith('The check has started');
    await jest.advanceTimersByTimeAsync(0);
    expect(one(element, 'lightning-progress-bar').value).toBe(40);
    apex(getPreflight).mockResolvedValue(aPreflight());
    await jest.advanceTimersByTimeAsync(2000);
    expect(all(element, 'lightning-progress-bar')).toHaveLength(0);
    const calls = apex(getPreflight).mock.calls.length;
    await jest.advanceTimersByTimeAsync(10000);
    expect(getPreflight).toHaveBeenCalledTimes(calls);
  });

  it('is accessible while a check is under way', async () => {
    apex(getPreflight).mockResolvedValue(running);
    const { element } = await panel();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says why a check stopped', async () => {
    apex(getPreflight).mockResolvedValue(aPreflight({ status: 'Failed', statusMessage: 'no heap left' }));
    const { element } = await panel();
    expect(one(element, '[role="alert"]').textContent).toBe('The check stopped: no heap left');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says why a check could not start, and does not start two', async () => {
    apex(startCheck).mockRejectedValue(refusal('No settings.', [aFinding()]));
    const { element } = await panel();
    labelled(element, 'lightning-button', 'Check Everybody').click();
    await check(element);
    expect(startCheck).toHaveBeenCalledTimes(1);
    expect(one(element, '[role="alert"]').textContent).toBe('No settings.');
  });

  it('looks again when told that a check may have been started elsewhere', async () => {
    const { element } = await panel();
    (element as unknown as { refresh(): void }).refresh();
    await jest.advanceTimersByTimeAsync(0);
    expect(getPreflight).toHaveBeenCalledTimes(2);
  });

  it('asks again when other settings were saved', async () => {
    const { element } = await panel();
    element.version = 2;
    await jest.advanceTimersByTimeAsync(0);
    expect(getPreflight).toHaveBeenCalledTimes(2);
  });

  it('lets somebody without the permission look only', async () => {
    apex(getPreflight).mockResolvedValue(aPreflight({ canCheck: false }));
    const { element } = await panel();
    expect(all(element, 'lightning-button')).toHaveLength(0);
  });
});
