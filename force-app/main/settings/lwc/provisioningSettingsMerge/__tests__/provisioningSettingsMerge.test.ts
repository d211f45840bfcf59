import ProvisioningSettingsMerge from 'c/provisioningSettingsMerge';
import { all, mount, one, settled, textOf } from 'jest-helpers';

const clash = { name: 'seatReserve', label: 'Seat Reserve', mine: '7', theirs: '', whose: '' };
const show = (properties: object) =>
  mount('c-provisioning-settings-merge', ProvisioningSettingsMerge, { savedBy: 'Grace', versionNumber: 4, ...properties });

describe('c-provisioning-settings-merge', () => {
  afterEach(() => document.body.replaceChildren());

  it('says who saved what', async () => {
    const element = show({ changed: ['Time Zone', 'Locale'] });
    await settled();
    expect(textOf(element)).toContain('Grace saved version 4 while you were editing');
    expect(textOf(element)).toContain('Changed by Grace: Time Zone, Locale.');
    expect(all(element, 'lightning-radio-group')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('asks whose value counts, and has decided nothing itself', async () => {
    const element = show({ clashes: [clash] });
    const choose = jest.fn();
    element.addEventListener('choose', (event) => choose((event as CustomEvent<unknown>).detail));
    await settled();
    const group = one(element, 'lightning-radio-group');
    expect(group).toMatchObject({ label: 'Seat Reserve', value: '' });
    expect(group.options).toEqual([
      { label: 'Mine: 7', value: 'mine' },
      { label: 'Theirs: empty', value: 'theirs' },
    ]);
    group.dispatchEvent(new CustomEvent('change', { detail: { value: 'theirs' } }));
    expect(choose).toHaveBeenCalledWith({ name: 'seatReserve', whose: 'theirs' });
    await expect(element).toBeAccessible();
  });

  it('takes the focus when asked to', async () => {
    const element = show({});
    (element as unknown as { focus(): void }).focus();
    await settled();
    expect(element.shadowRoot?.activeElement?.textContent).toContain('Grace saved version 4');
  });
});
