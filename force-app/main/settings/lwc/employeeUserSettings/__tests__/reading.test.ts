import { answering, bar, edit, form, history, page } from './page';
import getHistory from '@salesforce/apex/EmployeeUserSettingsController.getHistory';
import getOptions from '@salesforce/apex/EmployeeUserSettingsController.getOptions';
import getSettings from '@salesforce/apex/EmployeeUserSettingsController.getSettings';
import validateSettings from '@salesforce/apex/EmployeeUserSettingsController.validateSettings';
import previewChanges from '@salesforce/apex/EmployeeUserSettingsController.previewChanges';
import getPreflight from '@salesforce/apex/PreflightController.getPreflight';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import { aFinding, all, apex, aPreview, blankSettings, aView, one, refusal, settled, someSettings, textOf } from 'jest-helpers';

describe('c-employee-user-settings', () => {
  answering();

  it('shows that it is loading', async () => {
    apex(getSettings).mockReturnValue(new Promise(() => undefined));
    const { element } = await page();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows the saved settings, who saved them and what the checks found', async () => {
    apex(getSettings).mockResolvedValue(aView({ findings: [aFinding()] }));
    const { element } = await page();
    expect(textOf(element)).toContain('Version 2 · saved by Admin');
    expect(form(element).settings).toEqual(someSettings());
    expect(one(element, 'c-provisioning-finding-list').findings).toEqual([aFinding()]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('starts from the blank that the server gives, and without complaints', async () => {
    apex(getSettings).mockResolvedValue(aView({ settings: null, blank: blankSettings(), versionNumber: null }));
    const { element } = await page();
    expect(textOf(element)).toContain('Nothing has been saved yet');
    expect(form(element).settings).toEqual({ ...blankSettings(), version: 0, automaticProvisioning: true });
    expect(bar(element)).toMatchObject({ changes: 0, first: true, errors: [] });
    expect(validateSettings).not.toHaveBeenCalled();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('asks the server three times as it opens: for itself, for who waits and for the check', async () => {
    await page();
    expect(getSettings).toHaveBeenCalledTimes(1);
    expect(getRunPreview).toHaveBeenCalledTimes(1);
    expect(getPreflight).toHaveBeenCalledTimes(1);
    for (const other of [getOptions, getHistory, validateSettings, previewChanges]) expect(other).not.toHaveBeenCalled();
  });

  it('shows what stands below the run once that has its size, whether it could be read or not', async () => {
    const hidden = (element: Element) =>
      ['c-provisioning-user-preview', 'c-provisioning-preflight-panel'].map((tag) => one(element, tag).classList.contains('slds-hidden'));
    let answer: (preview: Apex.RunPreview) => void = () => undefined;
    apex(getRunPreview).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const { element } = await page();
    expect(hidden(element)).toEqual([true, true]);
    answer(aPreview());
    await settled();
    expect(hidden(element)).toEqual([false, false]);
    document.body.replaceChildren();
    apex(getRunPreview).mockRejectedValueOnce(refusal('Not for you.'));
    expect(hidden((await page()).element)).toEqual([false, false]);
  });

  it('shows why it could not load and loads again', async () => {
    apex(getSettings).mockRejectedValueOnce(refusal('You need the permission Provisioning Admin.'));
    const { element } = await page();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('You need the permission Provisioning Admin.');
    panel.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(all(element, 'c-provisioning-settings-form')).toHaveLength(1);
  });

  it('offers an editor to answer for what somebody else saved, and reads everything again then', async () => {
    const { element } = await page();
    expect(all(element, 'c-provisioning-settings-authority')).toHaveLength(0);
    apex(getSettings).mockResolvedValue(aView({ canTakeOver: true }));
    (await history(element)).dispatchEvent(new CustomEvent('restored'));
    await settled();
    apex(getSettings).mockResolvedValue(aView({ versionNumber: 4 }));
    one(element, 'c-provisioning-settings-authority').dispatchEvent(new CustomEvent('takenover'));
    await settled();
    expect(textOf(element)).toContain('Version 4');
    expect(all(element, 'c-provisioning-settings-authority')).toHaveLength(0);
  });

  it('asks for the options of another source', async () => {
    const { element } = await page();
    edit(element, someSettings({ sourceName: 'Employee' }));
    await settled();
    expect(getOptions).toHaveBeenLastCalledWith({ sourceName: 'Employee' });
  });

  it('lets somebody without the permission look and nothing else', async () => {
    apex(getSettings).mockResolvedValue(aView({ canEdit: false, canRun: false }));
    const { element } = await page();
    expect(form(element).disabled).toBe(true);
    expect(all(element, 'c-provisioning-save-bar')).toHaveLength(0);
    expect(validateSettings).not.toHaveBeenCalled();
    expect(textOf(element)).toContain('needs the permission set Provisioning Admin');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('reads people as usernames, although the server keeps their ids', async () => {
    const settings = someSettings({ notificationRecipients: ['005000000000001AAA'] });
    apex(getSettings).mockResolvedValue(aView({ settings, recipients: ['ada@northwind.example'] }));
    const { element } = await page();
    expect(form(element).settings).toMatchObject({ notificationRecipients: ['ada@northwind.example'] });
  });

  it('reads everything again once an old version is restored', async () => {
    const { element } = await page();
    apex(getSettings).mockResolvedValue(aView({ versionNumber: 5 }));
    (await history(element)).dispatchEvent(new CustomEvent('restored'));
    await settled();
    expect(textOf(element)).toContain('Version 5');
  });
});
