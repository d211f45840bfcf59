import ProvisioningGuardOff, { changesWithout, consequenceOf, isOn, turnedOff } from 'c/provisioningGuardOff';
import { all, labelled, mount, one, someSettings, textOf } from 'jest-helpers';

const creates = { name: 'maximumCreates', label: 'Maximum New Users per Run' };
const share = { name: 'maximumLockoutPercent', label: 'Maximum Lockouts in 24 Hours (%)' };

function question(properties: object = {}) {
  const element = mount('c-provisioning-guard-off', ProvisioningGuardOff, { guards: [creates], ...properties });
  const closed = jest.fn();
  element.addEventListener('modalclose', (event) => closed((event as CustomEvent).detail));
  return { element, closed };
}

describe('c-provisioning-guard-off', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what turning a guard off means, and begins with the way back', async () => {
    const { element, closed } = question();
    expect(one(element, 'lightning-modal-header').label).toBe('Turn off: Maximum New Users per Run');
    expect(textOf(element)).toContain('One run may make any number of users.');
    expect(all(element, 'lightning-button').map(({ label }) => label)).toEqual(['Cancel', 'Turn off']);
    await expect(element).toBeAccessible();
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(closed).toHaveBeenLastCalledWith(null);
    labelled(element, 'lightning-button', 'Turn off').click();
    expect(closed).toHaveBeenLastCalledWith({ reason: '' });
  });

  it('turns the limit on lockouts off only with a reason', async () => {
    const { element, closed } = question({ guards: [share] });
    const reason = labelled(element, 'lightning-input', 'Reason');
    reason.reportValidity = jest.fn();
    labelled(element, 'lightning-button', 'Turn off').click();
    expect(reason.reportValidity).toHaveBeenCalled();
    expect(closed).not.toHaveBeenCalled();
    reason.dispatchEvent(new CustomEvent('change', { detail: { value: ' We are few. ' } }));
    labelled(element, 'lightning-button', 'Turn off').click();
    expect(closed).toHaveBeenCalledWith({ reason: 'We are few.' });
    await expect(element).toBeAccessible();
  });

  it('names each of several before they are saved, and asks for no reason again', async () => {
    const { element } = question({ guards: [creates, share], isSaving: true });
    expect(all(element, 'h2').map(({ textContent }) => textContent)).toEqual([creates.label, share.label]);
    expect(all(element, 'lightning-input')).toHaveLength(0);
    expect(all(element, 'lightning-button').map(({ label }) => label)).toEqual(['Cancel', 'Save without it']);
    await expect(element).toBeAccessible();
  });

  it('knows what is on, and what is off only with a reason', () => {
    const on = someSettings({ maximumCreates: 5, maximumLockoutPercent: 10, lockoutReason: null, seatReserve: 3 });
    expect(isOn(on, 'maximumCreates')).toBe(true);
    expect(isOn(someSettings({ maximumCreates: null }), 'maximumCreates')).toBe(false);
    expect(turnedOff(on, on)).toEqual([]);
    expect(turnedOff(on, { ...on, maximumLockoutPercent: null })).toEqual([]);
    const off = { ...on, ...changesWithout('maximumLockoutPercent', 'Few.'), ...changesWithout('seatReserve', '') };
    expect(off).toMatchObject({ maximumLockoutPercent: null, lockoutReason: 'Few.', seatReserve: 0 });
    expect(turnedOff(on, off)).toEqual(['seatReserve', 'maximumLockoutPercent']);
    expect(turnedOff(off, on)).toEqual([]);
    expect(consequenceOf('failureRateFloor')).toBe('');
  });
});
