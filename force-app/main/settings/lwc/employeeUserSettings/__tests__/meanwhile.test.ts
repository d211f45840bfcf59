import { answering, bar, edit, form, page, save } from './page';
import getSettings from '@salesforce/apex/EmployeeUserSettingsController.getSettings';
import saveSettings from '@salesforce/apex/EmployeeUserSettingsController.saveSettings';
import previewChanges from '@salesforce/apex/EmployeeUserSettingsController.previewChanges';
import { all, anEffect, apex, blankSettings, aView, one, refusal, settled, someSettings } from 'jest-helpers';

describe('c-employee-user-settings', () => {
  answering();

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
});
