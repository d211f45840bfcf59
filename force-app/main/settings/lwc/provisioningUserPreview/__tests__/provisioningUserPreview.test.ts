import ProvisioningUserPreview from 'c/provisioningUserPreview';
import previewUser from '@salesforce/apex/EmployeeUserSettingsController.previewUser';
import { aFinding, all, apex, aUserPreview, labelled, mount, one, refusal, settled, someSettings, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeUserSettingsController.previewUser', () => ({ default: jest.fn() }), { virtual: true });

async function shown() {
  const element = mount('c-provisioning-user-preview', ProvisioningUserPreview, { settings: someSettings() });
  labelled(element, 'lightning-button', 'Show User').click();
  await settled();
  return element;
}

describe('c-provisioning-user-preview', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('asks nothing before it is asked', async () => {
    const element = mount('c-provisioning-user-preview', ProvisioningUserPreview, { settings: someSettings() });
    expect(previewUser).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('shows the user of somebody who waits', async () => {
    apex(previewUser).mockResolvedValue(aUserPreview());
    const element = await shown();
    expect(previewUser).toHaveBeenCalledWith({ settings: someSettings(), employeeId: null });
    expect(textOf(element)).toContain('Test Worker 0 (W10000)');
    expect(one(element, '[data-field="Username"] dd').textContent).toBe('worker0@north.example');
    await expect(element).toBeAccessible();
  });

  it('shows the user of the employee that was named', async () => {
    apex(previewUser).mockResolvedValue(aUserPreview());
    const element = mount('c-provisioning-user-preview', ProvisioningUserPreview, { settings: someSettings() });
    one(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value: ' 0Em000000000001AAA ' } }));
    labelled(element, 'lightning-button', 'Show User').click();
    await settled();
    expect(previewUser).toHaveBeenCalledWith({ settings: someSettings(), employeeId: '0Em000000000001AAA' });
  });

  it('takes a number as well as an id, and Enter for the button (D7)', async () => {
    apex(previewUser).mockResolvedValue(aUserPreview());
    const element = mount('c-provisioning-user-preview', ProvisioningUserPreview, { settings: someSettings() });
    const input = one(element, 'lightning-input');
    expect(input.maxLength).toBeUndefined();
    input.dispatchEvent(new CustomEvent('change', { detail: { value: 'E102500' } }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
    expect(previewUser).not.toHaveBeenCalled();
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settled();
    expect(previewUser).toHaveBeenCalledWith({ settings: someSettings(), employeeId: 'E102500' });
  });

  it('says why somebody would get none', async () => {
    apex(previewUser).mockResolvedValue(aUserPreview({ problem: 'Email is missing.', values: [] }));
    const element = await shown();
    expect(textOf(element)).toContain('Email is missing.');
    await expect(element).toBeAccessible();
  });

  it('shows that it is loading', async () => {
    apex(previewUser).mockReturnValue(new Promise(() => undefined));
    const element = await shown();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says that there is nobody', async () => {
    apex(previewUser).mockResolvedValue(null as never);
    const element = await shown();
    expect(one(element, '[role="status"]').textContent).toBe('There is no such employee.');
    await expect(element).toBeAccessible();
  });

  it('says why the settings show nobody', async () => {
    apex(previewUser).mockRejectedValue(refusal('The settings cannot be used.', [aFinding()]));
    const element = await shown();
    expect(one(element, '[role="alert"] p').textContent).toBe('The settings cannot be used.');
    expect(one(element, 'c-provisioning-finding-list').findings).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('takes away what other settings gave', async () => {
    apex(previewUser).mockResolvedValue(aUserPreview());
    const element = await shown();
    element.settings = someSettings({ usernameSuffix: 'other.example' });
    await settled();
    expect(all(element, 'dl')).toHaveLength(0);
  });

  describe('that follows the settings', () => {
    beforeEach(() => {
      jest.useFakeTimers();
      apex(previewUser).mockResolvedValue(aUserPreview());
    });
    afterEach(() => jest.useRealTimers());

    it('shows who is shown anew with others, once typing rests, and tells it', async () => {
      const element = await shown();
      element.live = true;
      const told = jest.fn();
      element.addEventListener('preview', (event) => told((event as CustomEvent).detail));
      apex(previewUser).mockResolvedValue(aUserPreview({ values: [] }));
      element.settings = someSettings({ usernameSuffix: 'o.example' });
      await jest.advanceTimersByTimeAsync(499);
      element.settings = someSettings({ usernameSuffix: 'other.example' });
      await jest.advanceTimersByTimeAsync(500);
      expect(previewUser).toHaveBeenCalledTimes(2);
      expect(previewUser).toHaveBeenLastCalledWith({
        settings: someSettings({ usernameSuffix: 'other.example' }),
        employeeId: aUserPreview().employeeId,
      });
      expect(told).toHaveBeenCalledWith(aUserPreview({ values: [] }));
    });

    it('asks nobody while the settings say the same, nor before anybody was shown', async () => {
      const element = mount('c-provisioning-user-preview', ProvisioningUserPreview, { settings: someSettings(), live: true });
      element.settings = someSettings({ usernameSuffix: 'other.example' });
      await jest.advanceTimersByTimeAsync(1000);
      expect(previewUser).not.toHaveBeenCalled();
      labelled(element, 'lightning-button', 'Show User').click();
      await settled();
      element.settings = { ...someSettings({ usernameSuffix: 'other.example' }) };
      await jest.advanceTimersByTimeAsync(1000);
      expect(previewUser).toHaveBeenCalledTimes(1);
    });

    it('tells that nobody can be shown with settings that are wrong', async () => {
      const element = await shown();
      element.live = true;
      const told = jest.fn();
      element.addEventListener('preview', (event) => told((event as CustomEvent).detail));
      apex(previewUser).mockRejectedValue(refusal('The settings cannot be used.', [aFinding()]));
      element.settings = someSettings({ profileId: null });
      await jest.advanceTimersByTimeAsync(500);
      expect(told.mock.calls).toEqual([[null]]);
      expect(all(element, 'dl')).toHaveLength(0);
    });
  });

  it('does not show the user that other settings would have given', async () => {
    let answer: (preview: Apex.EmployeeUserPreview) => void = () => undefined;
    apex(previewUser).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const element = await shown();
    element.settings = someSettings({ usernameSuffix: 'other.example' });
    answer(aUserPreview());
    await settled();
    expect(all(element, 'dl')).toHaveLength(0);
    expect(all(element, 'c-provisioning-loading')).toHaveLength(0);
  });
});
