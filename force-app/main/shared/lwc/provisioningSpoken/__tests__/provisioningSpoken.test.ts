import ProvisioningSpoken from 'c/provisioningSpoken';
import { mount, one, settled } from 'jest-helpers';

describe('c-provisioning-spoken', () => {
  afterEach(() => document.body.replaceChildren());

  it('is silent until something is said', async () => {
    const element = mount('c-provisioning-spoken', ProvisioningSpoken);
    expect(one(element, '[role="status"]').textContent).toBe('');
    await expect(element).toBeAccessible();
  });

  it('says what it is told, and the same again when it is told twice', async () => {
    const element = mount('c-provisioning-spoken', ProvisioningSpoken) as unknown as HTMLElement & { say(text: string): void };
    const region = one(element, '[role="status"]');
    element.say('58 people');
    await settled();
    expect(region.textContent).toBe('58 people');
    element.say('58 people');
    await settled();
    expect(region.textContent).toBe('58 people\u00a0');
  });

  it('says what lies inside it has to say, and keeps it from whoever lies around', async () => {
    const element = mount('c-provisioning-spoken', ProvisioningSpoken);
    const inside = document.createElement('p');
    element.appendChild(inside);
    const around = jest.fn();
    document.body.addEventListener('say', around, { once: true });
    inside.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: 'Saved' }));
    await settled();
    expect(one(element, '[role="status"]').textContent).toBe('Saved');
    expect(around).not.toHaveBeenCalled();
    document.body.removeEventListener('say', around);
  });
});
