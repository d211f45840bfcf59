import ProvisioningCredentialAccess from 'c/provisioningCredentialAccess';
import assignCredential from '@salesforce/apex/AppSettingsController.assignCredential';
import getCredentialAccess from '@salesforce/apex/AppSettingsController.getCredentialAccess';
import { all, apex, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppSettingsController.assignCredential', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppSettingsController.getCredentialAccess', () => ({ default: jest.fn() }), { virtual: true });

const choice = (value: string, label: string): Apex.ProvisioningChoice => ({ value, label, license: null, type: null });
const access = (changes: Partial<Apex.AppCredentialAccess> = {}): Apex.AppCredentialAccess => ({
  permissionSets: [choice('0PS1', 'Service Wiki Principal')],
  people: [
    { userId: '0051', name: 'Ada Lima', roles: ['You'], through: ['Service Wiki Principal'] },
    { userId: '0052', name: 'Admin', roles: ['Author', 'Clock'], through: [] },
  ],
  mayAssign: true,
  ...changes,
});
const shown = async (properties: object = {}) => {
  const element = mount('c-provisioning-credential-access', ProvisioningCredentialAccess, { appId: 'aA0', ...properties });
  await settled();
  return element;
};

describe('c-provisioning-credential-access', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('waits', async () => {
    apex(getCredentialAccess).mockReturnValue(new Promise(() => undefined));
    const element = await shown();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says who may use it, through what, and who may not', async () => {
    apex(getCredentialAccess).mockResolvedValue(access());
    const element = await shown();
    expect(textOf(element)).toContain('Ada Lima (you) May use a principal, by Service Wiki Principal.');
    expect(textOf(element)).toContain('Admin (saved the settings, scheduled what runs by itself) May use no principal yet.');
    expect(all(element, 'lightning-combobox')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('assigns the permission set that is chosen', async () => {
    const permissionSets = [choice('0PS1', 'Service Wiki Principal'), choice('0PS2', 'All Principals')];
    apex(getCredentialAccess).mockResolvedValue(access({ permissionSets }));
    apex(assignCredential).mockResolvedValue(
      access({ people: [{ userId: '0052', name: 'Admin', roles: ['Author'], through: ['All Principals'] }] }),
    );
    const element = await shown();
    const told: unknown[] = [];
    element.addEventListener('say', (event) => told.push((event as CustomEvent).detail));
    one(element, 'lightning-combobox').dispatchEvent(new CustomEvent('change', { detail: { value: '0PS2' } }));
    labelled(element, 'lightning-button', 'Assign to Admin').click();
    await settled();
    expect(assignCredential).toHaveBeenCalledWith({ appId: 'aA0', permissionSetId: '0PS2', userId: '0052' });
    expect(told).toEqual(['Admin has it']);
    expect(all(element, 'lightning-button')).toHaveLength(0);
  });

  it('says which right is missing, and that no permission set opens a principal', async () => {
    apex(getCredentialAccess).mockResolvedValue(access({ permissionSets: [], mayAssign: false }));
    const element = await shown();
    expect(textOf(element)).toContain('Assigning needs the right Assign Permission Sets. You lack it');
    expect(textOf(element)).toContain('External Credential Principal Access');
    expect(all(element, 'lightning-button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('only tells whoever may change nothing', async () => {
    apex(getCredentialAccess).mockResolvedValue(access());
    const element = await shown({ disabled: true });
    expect(all(element, 'lightning-button')).toHaveLength(0);
    expect(textOf(element)).not.toContain('Assign Permission Sets');
  });

  it('says why nothing is known, asks again, and why it was not given', async () => {
    apex(getCredentialAccess).mockRejectedValueOnce(refusal('No access.'));
    const element = await shown();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('No access.');
    apex(getCredentialAccess).mockResolvedValue(access());
    one(element, 'c-provisioning-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settled();
    apex(assignCredential).mockRejectedValueOnce(refusal('The licence does not allow it.'));
    labelled(element, 'lightning-button', 'Assign to Admin').click();
    await settled();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('The licence does not allow it.');
  });
});
