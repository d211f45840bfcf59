import { answering, bar, deepFocus, edit, form, go, page } from './page';
import getSettings from '@salesforce/apex/EmployeeUserSettingsController.getSettings';
import previewChanges from '@salesforce/apex/EmployeeUserSettingsController.previewChanges';
import { anEffect, apex, aUserPreview, aView, one, settled, someSettings } from 'jest-helpers';

describe('c-employee-user-settings', () => {
  answering();

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
});
