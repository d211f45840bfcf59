import ProvisioningVersionComparison from 'c/provisioningVersionComparison';
import compareVersions from '@salesforce/apex/EmployeeUserSettingsController.compareVersions';
import { aHistory, all, apex, mount, one, refusal, settled, someOptions } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeUserSettingsController.compareVersions', () => ({ default: jest.fn() }), { virtual: true });

const version = (versionNumber: number): Apex.ProvisioningSettingsVersion => ({
  ...aHistory()[1]!,
  id: `v${versionNumber}`,
  versionNumber,
  active: versionNumber === 3,
});
const versions = [version(3), version(2), version(1)];
const change: Apex.ProvisioningSettingsVersion_Change = {
  field: 'SeatReserve__c',
  name: 'seatReserve',
  label: 'Seat Reserve',
  before: '5',
  after: '7',
};

async function comparison() {
  const element = mount('c-provisioning-version-comparison', ProvisioningVersionComparison, { versions, inputs: someOptions().inputs });
  await settled();
  return element;
}
const pick = async (element: Element, which: string, value: string) => {
  one(element, `[data-pick="${which}"]`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
};

describe('c-provisioning-version-comparison', () => {
  beforeEach(() => {
    apex(compareVersions).mockResolvedValue([change]);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('begins with the newest and the one before it', async () => {
    const element = await comparison();
    expect(compareVersions).toHaveBeenCalledWith({ firstId: 'v2', secondId: 'v3' });
    expect(one(element, 'c-provisioning-version-diff')).toMatchObject({ changes: [change], older: 2, newer: 3 });
    expect(one(element, '[data-pick="one"]').options).toEqual([
      { value: 'v3', label: 'Version 3 · Active' },
      { value: 'v2', label: 'Version 2' },
      { value: 'v1', label: 'Version 1' },
    ]);
    await expect(element).toBeAccessible();
  });

  it('compares any two, the older one first, whichever is picked where', async () => {
    const element = await comparison();
    await pick(element, 'one', 'v1');
    expect(compareVersions).toHaveBeenLastCalledWith({ firstId: 'v1', secondId: 'v2' });
    await pick(element, 'other', 'v3');
    expect(compareVersions).toHaveBeenLastCalledWith({ firstId: 'v1', secondId: 'v3' });
    expect(one(element, 'c-provisioning-version-diff')).toMatchObject({ older: 1, newer: 3 });
  });

  it('shows that it is loading, and never the answer to what was picked before', async () => {
    const element = await comparison();
    let answer: (changes: Apex.ProvisioningSettingsVersion_Change[]) => void = () => undefined;
    apex(compareVersions).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await pick(element, 'one', 'v1');
    expect(all(element, 'c-provisioning-version-diff')).toHaveLength(0);
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
    apex(compareVersions).mockResolvedValueOnce([]);
    await pick(element, 'one', 'v3');
    answer([change]);
    await settled();
    expect(one(element, 'c-provisioning-version-diff').changes).toEqual([]);
  });

  it('says why it cannot compare, and tries again', async () => {
    apex(compareVersions).mockRejectedValueOnce(refusal('This version of the settings does not exist, or you may not see it.'));
    const element = await comparison();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toContain('does not exist');
    await expect(element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(all(element, 'c-provisioning-version-diff')).toHaveLength(1);
  });

  it('begins anew with the newest once there is another version', async () => {
    const element = await comparison();
    await pick(element, 'one', 'v1');
    element.versions = [version(4), ...versions];
    await settled();
    expect(compareVersions).toHaveBeenLastCalledWith({ firstId: 'v3', secondId: 'v4' });
  });
});
