import ProvisioningAppState from 'c/provisioningAppState';
import LightningConfirm from 'lightning/confirm';
import pauseApp from '@salesforce/apex/AppController.pauseApp';
import resumeApp from '@salesforce/apex/AppController.resumeApp';
import { all, anAppDetail, apex, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppController.pauseApp', () => ({ default: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/apex/AppController.resumeApp', () => ({ default: jest.fn(() => Promise.resolve()) }), { virtual: true });

const state = (...detail: Parameters<typeof anAppDetail>) => {
  const element = mount('c-provisioning-app-state', ProvisioningAppState, { detail: anAppDetail(...detail) });
  const changed = jest.fn();
  element.addEventListener('changed', changed);
  return { element, changed };
};
const stopped = { provisioning: 'Stopped', reason: 'The target refused the credential (401).', requests: { New: 26, Failed: 0 } };

describe('c-provisioning-app-state', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('says of a stopped app what the target said, since when, and what waits', async () => {
    const { element } = state(stopped, { nextProbe: '2026-11-20T10:02:00.000Z' });
    expect(textOf(element)).toContain(
      'Expense Cloud has stopped The target refused the credential (401). 26 requests wait, none has failed.',
    );
    expect(all(element, 'c-provisioning-date-time').map((moment) => moment.value)).toEqual([
      '2026-11-20T10:00:00.000Z',
      '2026-11-20T10:02:00.000Z',
    ]);
    await expect(element).toBeAccessible();
  });

  it('resumes a stopped app and says so', async () => {
    const { element, changed } = state(stopped);
    const said = jest.fn();
    element.addEventListener('say', (event) => said((event as CustomEvent).detail));
    labelled(element, 'lightning-button', 'Resume now').click();
    await settled();
    expect(resumeApp).toHaveBeenCalledWith({ appId: 'aA0000000000001AAA' });
    expect(said).toHaveBeenCalledWith('Expense Cloud goes on');
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('pauses an app only after a question', async () => {
    const { element, changed } = state();
    const open = jest.spyOn(LightningConfirm, 'open');
    open.mockResolvedValueOnce(false);
    labelled(element, 'lightning-button', 'Pause').click();
    await settled();
    expect(pauseApp).not.toHaveBeenCalled();
    open.mockResolvedValueOnce(true);
    labelled(element, 'lightning-button', 'Pause').click();
    await settled();
    expect(pauseApp).toHaveBeenCalledTimes(1);
    expect(changed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('counts what failed too, and offers nothing to whoever may only look', () => {
    const { element } = state({ ...stopped, provisioning: 'Paused', requests: { New: 3, Failed: 2 } }, { canManage: false });
    expect(textOf(element)).toContain('Expense Cloud is paused');
    expect(textOf(element)).toContain('3 requests wait, 2 have failed.');
    expect(all(element, 'lightning-button')).toHaveLength(0);
  });

  it('says why an action was refused', async () => {
    apex(resumeApp).mockRejectedValueOnce(refusal('You may not.'));
    const { element, changed } = state(stopped);
    labelled(element, 'lightning-button', 'Resume now').click();
    await settled();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('You may not.');
    expect(changed).not.toHaveBeenCalled();
  });
});
