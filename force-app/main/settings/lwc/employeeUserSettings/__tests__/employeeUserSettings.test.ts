import EmployeeUserSettings from 'c/employeeUserSettings';
import getHistory from '@salesforce/apex/EmployeeUserSettingsController.getHistory';
import getOptions from '@salesforce/apex/EmployeeUserSettingsController.getOptions';
import getSettings from '@salesforce/apex/EmployeeUserSettingsController.getSettings';
import saveSettings from '@salesforce/apex/EmployeeUserSettingsController.saveSettings';
import validateSettings from '@salesforce/apex/EmployeeUserSettingsController.validateSettings';
import previewChanges from '@salesforce/apex/EmployeeUserSettingsController.previewChanges';
import getPreflight from '@salesforce/apex/PreflightController.getPreflight';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import LightningConfirm from 'lightning/confirm';
import { CurrentPageReference } from 'lightning/navigation';
import {
  aFinding,
  all,
  anEffect,
  anError,
  apex,
  blankSettings,
  aPreflight,
  aPreview,
  aView,
  labelled,
  mount,
  one,
  refusal,
  settled,
  someOptions,
  someSettings,
  textOf,
} from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeUserSettingsController.getHistory', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.getOptions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.getSettings', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.saveSettings', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.validateSettings', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.getRunPreview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.startRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.previewChanges', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.previewRestore', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.previewUser', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.restoreVersion', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PreflightController.getPreflight', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PreflightController.startCheck', () => ({ default: jest.fn() }), { virtual: true });

const missing = anError();

async function page() {
  const element = mount('c-employee-user-settings', EmployeeUserSettings);
  const toast = jest.fn();
  element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent<{ title: string }>).detail.title));
  await settled();
  return { element, toast };
}
const go = CurrentPageReference as unknown as { emit(page: object): void };
const form = (element: Element) => one(element, 'c-provisioning-settings-form');
const edit = (element: Element, settings: Apex.ProvisioningSettingsData) =>
  form(element).dispatchEvent(new CustomEvent('settingschange', { detail: settings }));
/** Whatever has the focus, through all shadows. */
function deepFocus(at: Element = document.activeElement!): Element {
  const inner = at.shadowRoot?.activeElement;
  return inner ? deepFocus(inner) : at;
}
const save = (element: Element) => labelled(element, 'lightning-button', 'Save').click();

describe('c-employee-user-settings', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    apex(getSettings).mockResolvedValue(aView());
    apex(getOptions).mockResolvedValue(someOptions());
    apex(getHistory).mockResolvedValue([]);
    apex(validateSettings).mockResolvedValue([]);
    apex(saveSettings).mockResolvedValue(aView({ versionNumber: 4 }));
    apex(previewChanges).mockResolvedValue([]);
    apex(getPreflight).mockResolvedValue(aPreflight());
    apex(getRunPreview).mockResolvedValue(aPreview());
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  it('shows that it is loading', async () => {
    apex(getSettings).mockReturnValue(new Promise(() => undefined));
    const { element } = await page();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows the saved settings, who saved them and what the checks found', async () => {
    apex(validateSettings).mockResolvedValue([aFinding()]);
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
    expect(form(element).settings).toEqual({ ...blankSettings(), version: 0 });
    expect(validateSettings).not.toHaveBeenCalled();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it.each([
    ['defaults', 'Defaults for New Users'],
    ['matching', 'Link existing users by'],
    ['rules', 'Assignment rules'],
    ['mapping', 'Further fields of new users'],
    ['names', 'Names'],
    ['dates', 'Dates'],
    ['tables', 'Value tables'],
    ['automation', 'Automation'],
    ['leavers', 'Leavers'],
    ['guards', 'Guards'],
    ['notifications', 'Notifications'],
    ['retention', 'Retention'],
    ['history', 'Version History'],
  ])('goes to the section %s that the address names: open, in view, with the focus', async (section, name) => {
    const scrolled = jest.fn();
    Element.prototype.scrollIntoView = scrolled;
    const { element } = await page();
    go.emit({ state: { c__section: section } });
    await settled();
    const focused = deepFocus();
    expect(`${focused.getAttribute('aria-label') ?? ''} ${focused.textContent}`).toContain(name);
    expect(scrolled).toHaveBeenCalledTimes(1);
    const fold = focused.closest('details');
    expect(fold?.open ?? true).toBe(true);
    // an answer that comes later fetches nobody back
    form(element).dispatchEvent(new CustomEvent('settingschange', { detail: someSettings() }));
    await settled();
    expect(scrolled).toHaveBeenCalledTimes(1);
  });

  it('goes to the section of an address that was there before the settings were', async () => {
    Element.prototype.scrollIntoView = jest.fn();
    let answer: (view: Apex.ProvisioningSettingsView) => void = () => undefined;
    apex(getSettings).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await page();
    go.emit({ state: { c__section: 'dates' } });
    answer(aView());
    await settled();
    expect(deepFocus().textContent).toContain('Dates');
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

  it('checks on the server once typing rests, with the last input only', async () => {
    const { element } = await page();
    apex(validateSettings).mockClear().mockResolvedValue([missing]);
    edit(element, someSettings({ usernameSuffix: 'n' }));
    await jest.advanceTimersByTimeAsync(200);
    edit(element, someSettings({ usernameSuffix: 'no' }));
    await jest.advanceTimersByTimeAsync(399);
    expect(validateSettings).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(validateSettings).toHaveBeenCalledTimes(1);
    expect(validateSettings).toHaveBeenCalledWith({ settings: someSettings({ usernameSuffix: 'no' }) });
    expect(form(element).findings).toEqual([missing]);
  });

  it('ignores the answer to older input', async () => {
    const { element } = await page();
    let answer: (findings: Apex.ProvisioningFinding[]) => void = () => undefined;
    apex(validateSettings).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    edit(element, someSettings({ profileId: null }));
    await jest.advanceTimersByTimeAsync(400);
    apex(validateSettings).mockResolvedValue([]);
    edit(element, someSettings());
    await jest.advanceTimersByTimeAsync(400);
    answer([missing]);
    await settled();
    expect(form(element).findings).toEqual([]);
  });

  it('saves, says so and shows what the server has', async () => {
    const { element, toast } = await page();
    edit(element, someSettings({ usernameSuffix: 'other.example' }));
    await settled();
    save(element);
    await settled();
    expect(saveSettings).toHaveBeenCalledWith({ settings: someSettings({ usernameSuffix: 'other.example' }), confirmAdministrative: null });
    expect(toast).toHaveBeenCalledWith('Settings saved');
    expect(textOf(element)).toContain('Version 4');
    expect(one(element, 'c-provisioning-settings-versions').version).toBe(4);
    expect(one(element, 'c-provisioning-preflight-panel').version).toBe(4);
  });

  it('keeps the input when saving is refused, with the reasons at the fields', async () => {
    apex(saveSettings).mockRejectedValue(refusal('The settings are not complete.', [missing]));
    apex(validateSettings).mockResolvedValue([missing]);
    apex(previewChanges).mockResolvedValue([anEffect()]);
    const { element, toast } = await page();
    edit(element, someSettings({ profileId: null }));
    await settled();
    save(element);
    await settled();
    expect(one(element, '[role="alert"]').textContent).toBe('The settings are not complete.');
    expect(form(element).findings).toEqual([missing]);
    expect(form(element).showErrors).toBe(true);
    expect(form(element).settings).toEqual(someSettings({ profileId: null }));
    expect(one(element, 'c-provisioning-settings-effects').effects).toEqual([anEffect()]);
    expect(toast).not.toHaveBeenCalled();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('asks before people get administrative permissions, and saves with their number', async () => {
    const open = jest.spyOn(LightningConfirm, 'open').mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    const needed = {
      body: {
        message: JSON.stringify({
          message: '12 people would get Manage Users.',
          reason: 'CONFIRMATION_REQUIRED',
          people: 12,
          findings: [],
        }),
      },
    };
    apex(saveSettings).mockRejectedValueOnce(needed).mockRejectedValueOnce(needed);
    const { element, toast } = await page();
    edit(element, someSettings({ usernameSuffix: 'other.example' }));
    await settled();
    save(element);
    await settled();
    expect(one(element, '[role="alert"]').textContent).toContain('12 people would get Manage Users.');
    expect(saveSettings).toHaveBeenCalledTimes(1);
    save(element);
    await settled();
    expect(open).toHaveBeenCalledTimes(2);
    expect(saveSettings).toHaveBeenLastCalledWith({
      settings: someSettings({ usernameSuffix: 'other.example' }),
      confirmAdministrative: 12,
    });
    expect(toast).toHaveBeenCalledWith('Settings saved');
  });

  describe('when somebody else saved meanwhile', () => {
    const merge = (element: Element) => one(element, 'c-provisioning-settings-merge');
    const theirs = (changes: Partial<Apex.ProvisioningSettingsData>) => {
      apex(saveSettings).mockRejectedValueOnce(refusal('Grace saved version 4 meanwhile.', [], null, 'VERSION_CONFLICT'));
      apex(getSettings).mockResolvedValue(
        aView({ versionNumber: 4, savedBy: 'Grace', settings: someSettings({ version: 4, ...changes }) }),
      );
    };

    it('keeps what both changed, says what the other did, and saves on top of it (D6)', async () => {
      apex(getSettings).mockResolvedValue(aView({ versionNumber: 3, settings: someSettings({ version: 3 }) }));
      const { element, toast } = await page();
      theirs({ usernameSuffix: 'p.example' });
      apex(previewChanges).mockResolvedValue([anEffect({ name: 'usernameSuffix', label: 'Username Suffix' })]);
      edit(element, someSettings({ version: 3, maximumCreates: 7 }));
      await settled();
      save(element);
      await settled();
      expect(merge(element)).toMatchObject({ savedBy: 'Grace', versionNumber: 4, changed: ['Username Suffix'], clashes: [] });
      expect(toast).not.toHaveBeenCalled();
      save(element);
      await settled();
      expect(apex(saveSettings).mock.lastCall?.[0].settings).toMatchObject({
        version: 4,
        usernameSuffix: 'p.example',
        maximumCreates: 7,
      });
      expect(all(element, 'c-provisioning-settings-merge')).toHaveLength(0);
    });

    it('saves nothing before a person has said whose value counts where both changed the same', async () => {
      const { element } = await page();
      theirs({ usernameSuffix: 'p.example', seatReserve: 3 });
      apex(previewChanges).mockResolvedValue([
        anEffect({ name: 'usernameSuffix', label: 'Username Suffix', before: 'p.example', after: 'm.example' }),
      ]);
      edit(element, someSettings({ usernameSuffix: 'm.example' }));
      await settled();
      save(element);
      await settled();
      const clash = { name: 'usernameSuffix', label: 'Username Suffix', mine: 'm.example', theirs: 'p.example', whose: '' };
      expect(merge(element).clashes).toEqual([clash]);
      expect(labelled(element, 'lightning-button', 'Save').disabled).toBe(true);
      jest.useRealTimers();
      await expect(element).toBeAccessible();
      merge(element).dispatchEvent(new CustomEvent('choose', { detail: { name: 'usernameSuffix', whose: 'theirs' } }));
      await settled();
      expect(form(element).settings).toMatchObject({ usernameSuffix: 'p.example', seatReserve: 3 });
      merge(element).dispatchEvent(new CustomEvent('choose', { detail: { name: 'usernameSuffix', whose: 'mine' } }));
      await settled();
      expect(labelled(element, 'lightning-button', 'Save').disabled).toBe(false);
      save(element);
      await settled();
      expect(apex(saveSettings).mock.lastCall?.[0].settings).toMatchObject({ version: 4, usernameSuffix: 'm.example', seatReserve: 3 });
    });

    it('takes who goes on typing for decided', async () => {
      const { element } = await page();
      theirs({ usernameSuffix: 'p.example' });
      edit(element, someSettings({ usernameSuffix: 'm.example' }));
      await settled();
      save(element);
      await settled();
      edit(element, { ...(form(element).settings as Apex.ProvisioningSettingsData), usernameSuffix: 'n.example' });
      await settled();
      expect(merge(element).clashes).toMatchObject([{ name: 'usernameSuffix', whose: 'mine' }]);
      save(element);
      await settled();
      expect(apex(saveSettings).mock.lastCall?.[0].settings).toMatchObject({ version: 4, usernameSuffix: 'n.example' });
    });

    it('tells who saves first of all that somebody was faster, too', async () => {
      apex(getSettings).mockResolvedValue(aView({ settings: null, blank: blankSettings(), versionNumber: null }));
      const { element } = await page();
      edit(element, { ...blankSettings(), version: 0, usernameSuffix: 'm.example' });
      await settled();
      theirs({ usernameSuffix: null });
      save(element);
      await settled();
      expect(apex(saveSettings).mock.calls[0]?.[0].settings).toMatchObject({ version: 0 });
      expect(form(element).settings).toMatchObject({ version: 4, usernameSuffix: 'm.example', profileId: someSettings().profileId });
    });
  });

  it('has nothing to save before something is changed, nor after it is changed back', async () => {
    const { element } = await page();
    const disabled = () => labelled(element, 'lightning-button', 'Save').disabled;
    expect(disabled()).toBe(true);
    edit(element, someSettings({ usernameSuffix: 'other.example' }));
    await settled();
    expect(disabled()).toBe(false);
    edit(element, someSettings());
    await settled();
    expect(disabled()).toBe(true);
  });

  it('offers an editor to answer for what somebody else saved, and reads everything again then', async () => {
    const { element } = await page();
    expect(all(element, 'c-provisioning-settings-authority')).toHaveLength(0);
    apex(getSettings).mockResolvedValue(aView({ canTakeOver: true }));
    one(element, 'c-provisioning-settings-versions').dispatchEvent(new CustomEvent('restored'));
    await settled();
    apex(getSettings).mockResolvedValue(aView({ versionNumber: 4 }));
    one(element, 'c-provisioning-settings-authority').dispatchEvent(new CustomEvent('takenover'));
    await settled();
    expect(textOf(element)).toContain('Version 4');
    expect(all(element, 'c-provisioning-settings-authority')).toHaveLength(0);
  });

  it('does not save twice on a double click', async () => {
    const { element } = await page();
    edit(element, someSettings({ usernameSuffix: 'other.example' }));
    await settled();
    save(element);
    save(element);
    await settled();
    expect(saveSettings).toHaveBeenCalledTimes(1);
  });

  it('shows what was saved, although Cancel asked for the old version while the save was under way', async () => {
    const { element } = await page();
    let answer: (view: Apex.ProvisioningSettingsView) => void = () => undefined;
    apex(getSettings).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    edit(element, someSettings({ usernameSuffix: 'other.example' }));
    await settled();
    save(element);
    labelled(element, 'lightning-button', 'Cancel').click();
    await settled();
    answer(aView());
    await settled();
    expect(textOf(element)).toContain('Version 4');
  });

  it('asks for the options of another source', async () => {
    const { element } = await page();
    edit(element, someSettings({ sourceName: 'Employee' }));
    await settled();
    expect(getOptions).toHaveBeenLastCalledWith({ sourceName: 'Employee' });
  });

  it('takes changes back', async () => {
    const { element } = await page();
    edit(element, someSettings({ usernameSuffix: 'other.example' }));
    await settled();
    labelled(element, 'lightning-button', 'Cancel').click();
    await settled();
    expect(form(element).settings).toEqual(someSettings());
  });

  it('lets somebody without the permission look and nothing else', async () => {
    apex(getSettings).mockResolvedValue(aView({ canEdit: false, canRun: false }));
    const { element } = await page();
    expect(form(element).disabled).toBe(true);
    expect(all(element, 'lightning-button')).toHaveLength(0);
    expect(validateSettings).not.toHaveBeenCalled();
    expect(textOf(element)).toContain('needs the permission set Provisioning Admin');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says what saving would change, once typing rests, and nothing when nothing was touched', async () => {
    apex(previewChanges).mockResolvedValue([anEffect()]);
    const { element } = await page();
    expect(all(element, 'c-provisioning-settings-effects')).toHaveLength(0);
    expect(previewChanges).not.toHaveBeenCalled();
    edit(element, someSettings({ usernameSuffix: 'b.example' }));
    await jest.advanceTimersByTimeAsync(400);
    expect(previewChanges).toHaveBeenCalledWith({ settings: someSettings({ usernameSuffix: 'b.example' }) });
    expect(one(element, 'c-provisioning-settings-effects').effects).toEqual([anEffect()]);
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
    one(element, 'c-provisioning-settings-versions').dispatchEvent(new CustomEvent('restored'));
    await settled();
    expect(textOf(element)).toContain('Version 5');
  });
});
