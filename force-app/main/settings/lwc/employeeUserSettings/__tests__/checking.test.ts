import { answering, bar, edit, form, missing, page } from './page';
import validateSettings from '@salesforce/apex/EmployeeUserSettingsController.validateSettings';
import previewChanges from '@salesforce/apex/EmployeeUserSettingsController.previewChanges';
import { anEffect, apex, settled, someSettings } from 'jest-helpers';

describe('c-employee-user-settings', () => {
  answering();

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
});
