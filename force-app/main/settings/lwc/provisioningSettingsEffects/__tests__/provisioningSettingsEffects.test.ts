import ProvisioningSettingsEffects from 'c/provisioningSettingsEffects';
import { all, anEffect, mount, textOf } from 'jest-helpers';

describe('c-provisioning-settings-effects', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what changes and whom it concerns', async () => {
    const effects = [
      anEffect(),
      anEffect({ field: 'a', before: null, after: '7', message: null }),
      anEffect({ field: 'b', before: '7', after: null }),
    ];
    const element = mount('c-provisioning-settings-effects', ProvisioningSettingsEffects, { effects });
    expect(all(element, 'li span').map((row) => row.textContent)).toEqual([
      'Username Suffix: north.example → other.example',
      'Username Suffix set to 7',
      'Username Suffix: 7 removed',
    ]);
    expect(textOf(element)).toContain('Applies to 40 employees');
    await expect(element).toBeAccessible();
  });

  it('says that nothing changes', async () => {
    const element = mount('c-provisioning-settings-effects', ProvisioningSettingsEffects);
    expect(textOf(element)).toBe('Nothing differs from the active version.');
    await expect(element).toBeAccessible();
  });
});
