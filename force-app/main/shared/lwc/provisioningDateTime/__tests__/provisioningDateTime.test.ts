import ProvisioningDateTime from 'c/provisioningDateTime';
import { all, mount, one } from 'jest-helpers';

const MOMENT = '2026-11-20T10:00:00.000Z';

describe('c-provisioning-date-time', () => {
  afterEach(() => document.body.replaceChildren());

  it('writes a moment to the minute, or to the second where that matters', async () => {
    const element = mount('c-provisioning-date-time', ProvisioningDateTime, { value: MOMENT });
    expect(one(element, 'lightning-formatted-date-time')).toMatchObject({ value: MOMENT, month: 'short', minute: '2-digit' });
    expect(one(element, 'lightning-formatted-date-time').second).toBeUndefined();
    const exact = mount('c-provisioning-date-time', ProvisioningDateTime, { value: MOMENT, exact: true });
    expect(one(exact, 'lightning-formatted-date-time').second).toBe('2-digit');
    await expect(element).toBeAccessible();
  });

  it.each([null, undefined, ''])('writes nothing for %p', (value) => {
    expect(all(mount('c-provisioning-date-time', ProvisioningDateTime, { value }), '*')).toEqual([]);
  });
});
