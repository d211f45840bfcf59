import ProvisioningRestoreConfirmation from 'c/provisioningRestoreConfirmation';
import ProvisioningSettingsVersions from 'c/provisioningSettingsVersions';
import compareVersions from '@salesforce/apex/EmployeeUserSettingsController.compareVersions';
import getHistory from '@salesforce/apex/EmployeeUserSettingsController.getHistory';
import previewRestore from '@salesforce/apex/EmployeeUserSettingsController.previewRestore';
import restoreVersion from '@salesforce/apex/EmployeeUserSettingsController.restoreVersion';
import { aHistory, apex, aFinding, all, anEffect, aView, mount, one, refusal, settled, someOptions } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeUserSettingsController.compareVersions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.getHistory', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.previewRestore', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.restoreVersion', () => ({ default: jest.fn() }), { virtual: true });

const open = jest.spyOn(ProvisioningRestoreConfirmation, 'open');
const [, old] = aHistory() as [unknown, Apex.ProvisioningSettingsVersion];

async function versions() {
  const element = mount('c-provisioning-settings-versions', ProvisioningSettingsVersions, { version: 3, canRestore: true });
  const heard = jest.fn();
  element.addEventListener('lightning__showtoast', (event) => heard((event as CustomEvent<{ title: string }>).detail.title));
  element.addEventListener('restored', () => heard('restored'));
  await settled();
  return { element, heard };
}
const restore = async (element: Element) => {
  one(element, 'c-provisioning-settings-history').dispatchEvent(new CustomEvent('restore', { detail: old }));
  await settled();
};

describe('c-provisioning-settings-versions', () => {
  beforeEach(() => {
    apex(getHistory).mockResolvedValue([old]);
    apex(compareVersions).mockResolvedValue([]);
    apex(previewRestore).mockResolvedValue([anEffect()]);
    apex(restoreVersion).mockResolvedValue(aView());
    open.mockResolvedValue('restore');
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows that it is loading', async () => {
    apex(getHistory).mockReturnValue(new Promise(() => undefined));
    const { element } = await versions();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows the versions', async () => {
    const { element } = await versions();
    expect(one(element, 'c-provisioning-settings-history').versions).toEqual([old]);
    expect(one(element, 'c-provisioning-settings-history').canRestore).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('lets any two be compared, and one alone with nothing', async () => {
    const { element } = await versions();
    expect(all(element, 'c-provisioning-version-comparison')).toHaveLength(0);
    apex(getHistory).mockResolvedValue([...aHistory()]);
    element.version = 4;
    element.inputs = someOptions().inputs;
    await settled();
    expect(one(element, 'c-provisioning-version-comparison')).toMatchObject({ versions: aHistory(), inputs: someOptions().inputs });
    await expect(element).toBeAccessible();
  });

  it('shows why it could not load and loads again', async () => {
    apex(getHistory).mockRejectedValueOnce(refusal('No access.'));
    const { element } = await versions();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('No access.');
    await expect(element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(all(element, 'c-provisioning-settings-history')).toHaveLength(1);
  });

  it('asks with what would change, restores and says so', async () => {
    const { element, heard } = await versions();
    await restore(element);
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ versionNumber: 1, effects: [anEffect()] }));
    expect(restoreVersion).toHaveBeenCalledWith({ versionId: old.id, confirmAdministrative: null });
    expect(heard.mock.calls).toEqual([['Version 1 restored'], ['restored']]);
  });

  it('does nothing without the confirmation', async () => {
    open.mockResolvedValue(undefined);
    const { element, heard } = await versions();
    await restore(element);
    expect(restoreVersion).not.toHaveBeenCalled();
    expect(heard).not.toHaveBeenCalled();
  });

  it('says why an old version cannot be restored', async () => {
    apex(restoreVersion).mockRejectedValue(refusal('The settings cannot be used.', [aFinding()]));
    const { element, heard } = await versions();
    await restore(element);
    expect(one(element, '[role="alert"] p').textContent).toBe('The settings cannot be used.');
    expect(one(element, 'c-provisioning-finding-list').findings).toHaveLength(1);
    expect(heard).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('reads again when there is another version', async () => {
    const { element } = await versions();
    element.version = 4;
    await settled();
    expect(getHistory).toHaveBeenCalledTimes(2);
  });
});
