import ProvisioningSettingsNotifications from 'c/provisioningSettingsNotifications';
import { mount, one, settled } from 'jest-helpers';

function notifications(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-notifications', ProvisioningSettingsNotifications, {
    recipients: ['ada@x.example'],
    ...properties,
  });
  const changed = jest.fn();
  element.addEventListener('valuechange', (event) => changed((event as CustomEvent).detail));
  return { element, changed };
}
const field = (element: Element) => one(element, '[data-field]');

describe('c-provisioning-settings-notifications', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows who is told, and of what', async () => {
    const { element } = notifications();
    expect(field(element).value).toBe('ada@x.example');
    expect(one(element, '[data-told]').textContent).toContain('when a guard has stopped a run');
    await expect(element).toBeAccessible();
  });

  it('tells who was entered, one a line, without blanks', () => {
    const { element, changed } = notifications({ recipients: [] });
    field(element).dispatchEvent(new CustomEvent('change', { detail: { value: 'a@x.example\n\n b@x.example ' } }));
    expect(changed).toHaveBeenCalledWith({ field: 'notificationRecipients', value: ['a@x.example', 'b@x.example'] });
  });

  it('shows who is nobody', async () => {
    const { element } = notifications();
    const messages = jest.spyOn(field(element) as unknown as { setCustomValidity(message: string): void }, 'setCustomValidity');
    element.errors = new Map([['notificationRecipients', 'There is no user ghost.']]);
    await settled();
    expect(messages).toHaveBeenLastCalledWith('There is no user ghost.');
    await expect(element).toBeAccessible();
  });

  it('can be looked at only', async () => {
    const { element } = notifications({ disabled: true });
    expect(field(element).disabled).toBe(true);
    await expect(element).toBeAccessible();
  });
});
