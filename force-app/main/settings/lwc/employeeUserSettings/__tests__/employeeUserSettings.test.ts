import EmployeeUserSettings from 'c/employeeUserSettings';
import getHistory from '@salesforce/apex/EmployeeUserSettingsController.getHistory';
import getOptions from '@salesforce/apex/EmployeeUserSettingsController.getOptions';
import getSettings from '@salesforce/apex/EmployeeUserSettingsController.getSettings';
import saveSettings from '@salesforce/apex/EmployeeUserSettingsController.saveSettings';
import validateSettings from '@salesforce/apex/EmployeeUserSettingsController.validateSettings';
import previewChanges from '@salesforce/apex/EmployeeUserSettingsController.previewChanges';
import getPreflight from '@salesforce/apex/PreflightController.getPreflight';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import ProvisioningLeaveConfirmation from 'c/provisioningLeaveConfirmation';
import getGuardFigures from '@salesforce/apex/EmployeeLifecycleController.getGuardFigures';
import ProvisioningGuardOff from 'c/provisioningGuardOff';
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
  aUserPreview,
  aView,
  mount,
  one,
  refusal,
  settled,
  someOptions,
  someSettings,
  textOf,
} from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeUserSettingsController.compareVersions', () => ({ default: jest.fn() }), { virtual: true });
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
jest.mock('@salesforce/apex/EmployeeLifecycleController.getGuardFigures', () => ({ default: jest.fn() }), { virtual: true });
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
/** The versions, in their section. */
async function history(element: Element) {
  one(element, 'c-provisioning-section-nav').dispatchEvent(new CustomEvent('sectionselect', { detail: 'history' }));
  await settled();
  return one(element, 'c-provisioning-settings-versions');
}
/** Whatever has the focus, through all shadows. */
function deepFocus(at: Element = document.activeElement!): Element {
  const inner = at.shadowRoot?.activeElement;
  return inner ? deepFocus(inner) : at;
}
const bar = (element: Element) => one(element, 'c-provisioning-save-bar');
const save = (element: Element) => bar(element).dispatchEvent(new CustomEvent('save'));
const cancel = (element: Element) => bar(element).dispatchEvent(new CustomEvent('cancel'));

describe('c-employee-user-settings', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    Element.prototype.scrollIntoView = jest.fn();
    go.emit({ state: {} });
    apex(getSettings).mockResolvedValue(aView());
    apex(getOptions).mockResolvedValue(someOptions());
    apex(getHistory).mockResolvedValue([]);
    apex(validateSettings).mockResolvedValue([]);
    apex(saveSettings).mockResolvedValue(aView({ versionNumber: 4 }));
    apex(previewChanges).mockResolvedValue([]);
    apex(getGuardFigures).mockResolvedValue([]);
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

  it.each([
    ['defaults', 'Defaults for new users'],
    ['matching', 'Matching rules'],
    ['rules', 'Assignment rules'],
    ['mapping', 'Field mapping'],
    ['names', 'Names'],
    ['dates', 'Dates'],
    ['tables', 'Value tables'],
    ['automation', 'Automation'],
    ['leavers', 'Leavers and returns'],
    ['guards', 'Guards'],
    ['notifications', 'Notifications'],
    ['retention', 'Retention'],
    ['history', 'Version history'],
  ])('shows the section %s that the address names, with the focus on its heading', async (section, name) => {
    const { element } = await page();
    go.emit({ state: { c__section: section === 'defaults' ? 'guards' : 'defaults' } });
    await settled();
    go.emit({ state: { c__section: section } });
    await settled();
    expect(deepFocus().textContent).toBe(name);
    expect(one(element, 'c-provisioning-section-nav').selected).toBe(section);
    // an answer that comes later fetches nobody back
    const scrolled = jest.mocked(Element.prototype.scrollIntoView).mock.calls.length;
    expect(scrolled).toBeGreaterThan(0);
    if (section !== 'history') edit(element, someSettings({ usernameSuffix: 'other.example' }));
    await settled();
    expect(Element.prototype.scrollIntoView).toHaveBeenCalledTimes(scrolled);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('goes to the section of an address that was there before the settings were', async () => {
    let answer: (view: Apex.ProvisioningSettingsView) => void = () => undefined;
    apex(getSettings).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await page();
    go.emit({ state: { c__section: 'dates' } });
    answer(aView());
    await settled();
    expect(deepFocus().textContent).toBe('Dates');
  });

  it('keeps what is typed over a change of section, and says in which it stands', async () => {
    const { element } = await page();
    edit(element, someSettings({ usernameSuffix: 'other.example' }));
    await settled();
    one(element, 'c-provisioning-section-nav').dispatchEvent(new CustomEvent('sectionselect', { detail: 'guards' }));
    await settled();
    expect(form(element)).toMatchObject({ section: 'guards' });
    expect(form(element).settings).toMatchObject({ usernameSuffix: 'other.example' });
    const sections = one(element, 'c-provisioning-section-nav').sections as { name: string; isChanged: boolean; errors: number }[];
    expect(sections.filter(({ isChanged }) => isChanged).map(({ name }) => name)).toEqual(['defaults']);
    expect(bar(element)).toMatchObject({ changes: 1, errors: [] });
  });

  it('asks the server three times as it opens: for itself, for who waits and for the check', async () => {
    await page();
    expect(getSettings).toHaveBeenCalledTimes(1);
    expect(getRunPreview).toHaveBeenCalledTimes(1);
    expect(getPreflight).toHaveBeenCalledTimes(1);
    for (const other of [getOptions, getHistory, validateSettings, previewChanges]) expect(other).not.toHaveBeenCalled();
  });

  describe('with a number that is none (D4)', () => {
    const typo = '1.5' as unknown as number;

    it('checks the rest all the same, and says what is wrong at its field', async () => {
      const { element } = await page();
      apex(validateSettings).mockClear().mockResolvedValue([missing]);
      edit(element, someSettings({ seatReserve: typo, profileId: null }));
      await jest.advanceTimersByTimeAsync(400);
      expect(apex(validateSettings).mock.lastCall?.[0].settings).toMatchObject({
        seatReserve: someSettings().seatReserve,
        profileId: null,
      });
      const found = (form(element).findings as Apex.ProvisioningFinding[]).map(({ field, message }) => [field, message]);
      expect(found).toEqual([
        ['seatReserve', 'Seat Reserve must be a whole number from 0 to 999999999.'],
        [missing.field, missing.message],
      ]);
      expect(bar(element).errors).toMatchObject([
        { field: 'seatReserve', label: 'Seat Reserve' },
        { field: 'profileId', label: 'Profile' },
      ]);
      expect(form(element).settings).toMatchObject({ seatReserve: '1.5' });
    });

    it('leads to the section and to the field', async () => {
      const { element } = await page();
      edit(element, someSettings({ seatReserve: typo }));
      await settled();
      bar(element).dispatchEvent(new CustomEvent('mend', { detail: 'seatReserve' }));
      await settled();
      expect(form(element)).toMatchObject({ section: 'guards', showErrors: true });
    });
  });

  describe('with a row of the mapping that says nothing yet (D13)', () => {
    const blank = { userField: null, paths: [], constant: null, steps: [] };
    const title = { ...blank, userField: 'Title' };

    it('has nothing to save, and does not send it', async () => {
      const { element } = await page();
      edit(element, someSettings({ fieldMappings: [blank] }));
      await jest.advanceTimersByTimeAsync(400);
      expect(bar(element)).toMatchObject({ changes: 0, errors: [] });
      expect(form(element).settings).toMatchObject({ fieldMappings: [blank] });
      expect(apex(validateSettings).mock.lastCall?.[0].settings).toMatchObject({ fieldMappings: [] });
    });

    it('says what is wrong with another at the row where that stands', async () => {
      const { element } = await page();
      apex(validateSettings).mockResolvedValue([{ ...missing, field: 'fieldMappings[0]' }]);
      edit(element, someSettings({ fieldMappings: [blank, title] }));
      await jest.advanceTimersByTimeAsync(400);
      expect(form(element).findings).toMatchObject([{ field: 'fieldMappings[1]' }]);
      expect(bar(element).errors).toMatchObject([{ label: 'Field mapping' }]);
    });
  });

  it('gives the mapping editor the user that is previewed, until other settings are typed elsewhere', async () => {
    const { element } = await page();
    const preview = one(element, 'c-provisioning-user-preview');
    const user = aUserPreview();
    preview.dispatchEvent(new CustomEvent('preview', { detail: user }));
    go.emit({ state: { c__section: 'mapping' } });
    await settled();
    expect(form(element).preview).toEqual(user);
    expect(preview.live).toBe(true);
    edit(element, someSettings({ usernameSuffix: 'other.example' }));
    await settled();
    expect(form(element).preview).toEqual(user);
    go.emit({ state: { c__section: 'defaults' } });
    await settled();
    edit(element, someSettings({ usernameSuffix: 'another.example' }));
    await settled();
    expect(preview.live).toBe(false);
    expect(form(element).preview).toBeUndefined();
  });

  it('says what stood in a field that is changed', async () => {
    apex(previewChanges).mockResolvedValue([anEffect({ name: 'profileName', before: 'Standard User' })]);
    const { element } = await page();
    edit(element, someSettings({ profileId: '00e000000000006AAA', profileName: 'Unified Employee' }));
    await jest.advanceTimersByTimeAsync(400);
    await settled();
    expect(form(element).was).toEqual(new Map([['profileId', 'Standard User']]));
  });

  it('says in which order the matching rules were, however many members of the server changed', async () => {
    const rules = [...someSettings().matchingRules].reverse();
    apex(previewChanges).mockResolvedValue([
      anEffect({ name: 'matchByEmail', before: 'Off' }),
      anEffect({ name: 'matchingRules', before: null }),
    ]);
    const { element } = await page();
    edit(element, someSettings({ matchingRules: rules }));
    await jest.advanceTimersByTimeAsync(400);
    expect((form(element).was as Map<string, string>).get('matchingRules')).toBe('Employee number, Federation ID');
  });

  describe('when somebody goes away with changes that are not saved (D5)', () => {
    let open: jest.SpyInstance;
    beforeEach(() => {
      open = jest.spyOn(ProvisioningLeaveConfirmation, 'open');
    });
    const unload = () => {
      const event = new CustomEvent('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };

    it('lets the browser ask before it closes or reloads the page, and only then', async () => {
      const { element } = await page();
      expect(unload()).toBe(false);
      edit(element, someSettings({ usernameSuffix: 'other.example' }));
      await settled();
      expect(unload()).toBe(true);
      edit(element, someSettings());
      await settled();
      expect(unload()).toBe(false);
      edit(element, someSettings({ usernameSuffix: 'other.example' }));
      await settled();
      element.remove();
      expect(unload()).toBe(false);
      expect(open).not.toHaveBeenCalled();
    });
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
    expect(bar(element).effects).toEqual([anEffect()]);
    expect(bar(element).errors).toMatchObject([{ field: 'profileId' }]);
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

  describe('when a guard would be off', () => {
    const open = () => jest.spyOn(ProvisioningGuardOff, 'open');
    const withoutMaximum = async () => {
      apex(getSettings).mockResolvedValue(aView({ settings: someSettings({ maximumCreates: 9 }) }));
      const { element } = await page();
      edit(element, someSettings({ maximumCreates: null }));
      await settled();
      return element;
    };

    it('says what that means before it saves, and saves nothing for whoever wants it kept', async () => {
      const asked = open().mockResolvedValueOnce(undefined).mockResolvedValueOnce({ reason: '' });
      const element = await withoutMaximum();
      save(element);
      await settled();
      const guards = [{ name: 'maximumCreates', label: 'Maximum New Users per Run' }];
      expect(asked).toHaveBeenCalledWith(expect.objectContaining({ guards, isSaving: true }));
      expect(saveSettings).not.toHaveBeenCalled();
      save(element);
      await settled();
      expect(saveSettings).toHaveBeenCalledTimes(1);
    });

    it('asks whoever has turned it off by its button no second time', async () => {
      const asked = open().mockResolvedValue(undefined);
      const element = await withoutMaximum();
      form(element).dispatchEvent(new CustomEvent('guardoff', { detail: 'maximumCreates' }));
      save(element);
      await settled();
      expect(asked).not.toHaveBeenCalled();
      expect(saveSettings).toHaveBeenCalledTimes(1);
    });

    it('asks again who had it on in between', async () => {
      const asked = open().mockResolvedValue(undefined);
      const element = await withoutMaximum();
      form(element).dispatchEvent(new CustomEvent('guardoff', { detail: 'maximumCreates' }));
      edit(element, someSettings({ maximumCreates: 3 }));
      edit(element, someSettings({ maximumCreates: null }));
      await settled();
      save(element);
      await settled();
      expect(asked).toHaveBeenCalledTimes(1);
      expect(saveSettings).not.toHaveBeenCalled();
    });
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
      expect(bar(element).reason).toContain('Choose above');
      jest.useRealTimers();
      await expect(element).toBeAccessible();
      merge(element).dispatchEvent(new CustomEvent('choose', { detail: { name: 'usernameSuffix', whose: 'theirs' } }));
      await settled();
      expect(form(element).settings).toMatchObject({ usernameSuffix: 'p.example', seatReserve: 3 });
      merge(element).dispatchEvent(new CustomEvent('choose', { detail: { name: 'usernameSuffix', whose: 'mine' } }));
      await settled();
      expect(bar(element).reason).toBe('');
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
    expect(bar(element).changes).toBe(0);
    edit(element, someSettings({ usernameSuffix: 'other.example' }));
    await settled();
    expect(bar(element).changes).toBe(1);
    edit(element, someSettings());
    await settled();
    expect(bar(element).changes).toBe(0);
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
    cancel(element);
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
    cancel(element);
    await settled();
    expect(form(element).settings).toEqual(someSettings());
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

  it('says what saving would change, once typing rests, and nothing when nothing was touched', async () => {
    apex(previewChanges).mockResolvedValue([anEffect()]);
    const { element } = await page();
    expect(previewChanges).not.toHaveBeenCalled();
    edit(element, someSettings({ usernameSuffix: 'b.example' }));
    await jest.advanceTimersByTimeAsync(400);
    expect(previewChanges).toHaveBeenCalledWith({ settings: someSettings({ usernameSuffix: 'b.example' }) });
    expect(bar(element).effects).toEqual([anEffect()]);
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
