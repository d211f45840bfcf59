import ProvisioningWas from 'c/provisioningWas';
import { all, mount, settled, textOf } from 'jest-helpers';

describe('c-provisioning-was', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what stood in a field that is changed, and is gone once it stands there again', async () => {
    const element = mount('c-provisioning-was', ProvisioningWas, { values: new Map([['bringBack', 'Ask']]), field: 'bringBack' });
    expect(textOf(element)).toBe('Was: Ask');
    await expect(element).toBeAccessible();
    element.values = new Map();
    await settled();
    expect(all(element, '[data-was]')).toHaveLength(0);
  });

  it('says nothing of other fields', async () => {
    const element = mount('c-provisioning-was', ProvisioningWas, { values: new Map([['bringBack', 'Ask']]), field: 'leaverAction' });
    expect(textOf(element)).toBe('');
    await expect(element).toBeAccessible();
  });
});
