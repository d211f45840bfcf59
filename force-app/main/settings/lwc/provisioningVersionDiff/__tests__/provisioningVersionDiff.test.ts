import ProvisioningVersionDiff from 'c/provisioningVersionDiff';
import { all, mount, one, someOptions, textOf } from 'jest-helpers';

const change = (name: string, label: string, before: string | null, after: string | null): Apex.ProvisioningSettingsVersion_Change => ({
  field: name,
  name,
  label,
  before,
  after,
});
const diff = (changes: readonly Apex.ProvisioningSettingsVersion_Change[]) =>
  mount('c-provisioning-version-diff', ProvisioningVersionDiff, { changes, inputs: someOptions().inputs, older: 6, newer: 7 });

describe('c-provisioning-version-diff', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows each setting that differs in the section of the page where it stands, in the order of the page', async () => {
    const element = diff([
      change('profileName', 'Profile', 'Standard User', 'Sales'),
      change('seatReserve', 'Seat Reserve', '50', '100'),
      change('fieldMappings', 'User Field Mappings', null, 'Title: "Agent"\nCity: "Rome"'),
      change('maximumCreates', 'Maximum New Users per Run', '10', null),
    ]);
    expect(all(element, 'tbody').map(({ dataset }) => dataset.section)).toEqual(['defaults', 'mapping', 'guards']);
    expect(textOf(element)).toContain('Version 6 Version 7');
    const cells = (setting: string) => all(element, `[data-setting="${setting}"] > *`).map(({ textContent }) => textContent);
    expect(cells('profileName')).toEqual(['Profile', 'Standard User', 'Sales']);
    expect(cells('fieldMappings')).toEqual(['User Field Mappings', 'empty', 'Title: "Agent"\nCity: "Rome"']);
    expect(cells('maximumCreates')).toEqual(['Maximum New Users per Run', '10', 'empty']);
    expect(one(element, '[role="status"]').textContent).toBe('4 settings differ between version 6 and version 7.');
    await expect(element).toBeAccessible();
  });

  it('counts one in the singular', () => {
    const element = diff([change('seatReserve', 'Seat Reserve', '50', '100')]);
    expect(one(element, '[role="status"]').textContent).toBe('1 setting differs between version 6 and version 7.');
  });

  it('keeps what no section shows', async () => {
    const element = diff([change('unheardOf', 'Something else', 'a', 'b')]);
    expect(all(element, '[data-setting]').map(({ dataset }) => dataset.setting)).toEqual(['unheardOf']);
    await expect(element).toBeAccessible();
  });

  it('says that nothing differs', async () => {
    const element = diff([]);
    expect(textOf(element)).toBe('Version 6 and version 7 hold the same.');
    expect(all(element, 'table')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
