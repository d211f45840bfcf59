import { answering, bar, cancel, edit, form, missing, page, save } from './page';
import getSettings from '@salesforce/apex/EmployeeUserSettingsController.getSettings';
import saveSettings from '@salesforce/apex/EmployeeUserSettingsController.saveSettings';
import validateSettings from '@salesforce/apex/EmployeeUserSettingsController.validateSettings';
import previewChanges from '@salesforce/apex/EmployeeUserSettingsController.previewChanges';
import ProvisioningLeaveConfirmation from 'c/provisioningLeaveConfirmation';
import ProvisioningGuardOff from 'c/provisioningGuardOff';
import LightningConfirm from 'lightning/confirm';
import { anEffect, apex, aView, one, refusal, settled, someSettings, textOf } from 'jest-helpers';

describe('c-employee-user-settings', () => {
  answering();

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

  it('takes changes back', async () => {
    const { element } = await page();
    edit(element, someSettings({ usernameSuffix: 'other.example' }));
    await settled();
    cancel(element);
    await settled();
    expect(form(element).settings).toEqual(someSettings());
  });
});
