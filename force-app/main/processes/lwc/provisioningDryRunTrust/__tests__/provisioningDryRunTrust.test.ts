import ProvisioningDryRunTrust from 'c/provisioningDryRunTrust';
import { all, aProcess, mount, textOf } from 'jest-helpers';

const SAME = { settingsAreSame: true, peopleThen: 2500, peopleNow: 2500, canRun: true };
const trust = (rehearsal: Apex.RunRehearsal | null) =>
  mount('c-provisioning-dry-run-trust', ProvisioningDryRunTrust, { process: aProcess({ mode: 'DryRun', rehearsal }) });
const tones = (element: Element) => all(element, 'c-provisioning-status-badge').map(({ tone }) => tone);

describe('c-provisioning-dry-run-trust', () => {
  afterEach(() => document.body.replaceChildren());

  it('says that nothing has changed since', async () => {
    const element = trust(SAME);
    expect(textOf(element)).toContain('2,500 waited then, 2,500 wait now.');
    expect(textOf(element)).toContain('Run for real decides about everybody again.');
    expect(tones(element)).toEqual(['good', 'good', 'neutral']);
    await expect(element).toBeAccessible();
  });

  it('says what has changed since', async () => {
    const element = trust({ ...SAME, settingsAreSame: false, peopleNow: 2490 });
    expect(
      all(element, 'c-provisioning-status-badge')
        .map(({ label }) => label)
        .slice(0, 2),
    ).toEqual(['The settings are not those of today', 'People came or left since']);
    expect(tones(element)).toEqual(['warning', 'warning', 'neutral']);
    await expect(element).toBeAccessible();
  });

  it('does not claim to know who waits where nobody can count', () => {
    expect(textOf(trust({ ...SAME, peopleNow: null }))).toContain('Who waits now cannot be counted.');
  });

  it('has nothing to say of another run', async () => {
    const element = trust(null);
    expect(tones(element)).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
