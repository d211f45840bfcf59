import ProvisioningAuthorityConfirmation from 'c/provisioningAuthorityConfirmation';
import ProvisioningSettingsAuthority from 'c/provisioningSettingsAuthority';
import takeOverAuthority from '@salesforce/apex/EmployeeUserSettingsController.takeOverAuthority';
import { apex, aFinding, aView, labelled, mount, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeUserSettingsController.takeOverAuthority', () => ({ default: jest.fn() }), { virtual: true });

const open = jest.spyOn(ProvisioningAuthorityConfirmation, 'open');

async function takeOver(clicks = 1) {
  const element = mount('c-provisioning-settings-authority', ProvisioningSettingsAuthority);
  const heard = jest.fn();
  element.addEventListener('lightning__showtoast', (event) => heard((event as CustomEvent<{ title: string }>).detail.title));
  element.addEventListener('takenover', () => heard('takenover'));
  for (let i = 0; i < clicks; i++) labelled(element, 'lightning-button', 'Take over authority').click();
  await settled();
  return { element, heard };
}

describe('c-provisioning-settings-authority', () => {
  beforeEach(() => {
    apex(takeOverAuthority).mockResolvedValue(aView());
    open.mockResolvedValue('takeOver');
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('asks, takes over and says so, once however often it is clicked', async () => {
    const { element, heard } = await takeOver(2);
    expect(open).toHaveBeenCalledTimes(1);
    expect(apex(takeOverAuthority)).toHaveBeenCalledTimes(1);
    expect(heard.mock.calls).toEqual([['You answer for these settings now'], ['takenover']]);
    await expect(element).toBeAccessible();
  });

  it('does nothing without a confirmation', async () => {
    open.mockResolvedValue(null);
    const { heard } = await takeOver();
    expect(takeOverAuthority).not.toHaveBeenCalled();
    expect(heard).not.toHaveBeenCalled();
  });

  it('says why it was refused, with every reason', async () => {
    apex(takeOverAuthority).mockRejectedValue(
      refusal('The settings cannot be used as they are.', [aFinding({ message: 'Admin holds more than you.' })]),
    );
    const { element, heard } = await takeOver();
    expect(textOf(element)).toContain('The settings cannot be used as they are. Admin holds more than you.');
    expect(heard).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });
});
