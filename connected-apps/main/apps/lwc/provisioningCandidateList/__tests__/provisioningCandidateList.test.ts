import ProvisioningCandidateList from 'c/provisioningCandidateList';
import { aCandidate, all, mount, textOf } from 'jest-helpers';

const list = (properties: Readonly<Record<string, unknown>>) =>
  mount('c-provisioning-candidate-list', ProvisioningCandidateList, properties);

describe('c-provisioning-candidate-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('says that nobody looks like the user', async () => {
    const element = list({ candidates: [] });
    expect(textOf(element)).toBe('Nobody looks like the user of this account.');
    await expect(element).toBeAccessible();
  });

  it('shows who, how likely, and why in words', async () => {
    const element = list({
      candidates: [aCandidate(), aCandidate({ userId: '0053', name: 'Mario Moraes', score: 0, reasons: ['HAS_ACCOUNT'] })],
    });
    expect(textOf(element)).toContain('Maria Luiza Moraes');
    expect(textOf(element)).toContain('First name begins alike');
    expect(textOf(element)).toContain('Score 42');
    expect(textOf(element)).toContain('Has an account');
    await expect(element).toBeAccessible();
  });

  it('tells who is chosen', async () => {
    const element = list({ candidates: [aCandidate(), aCandidate({ userId: '0053' })], chosen: '0051' });
    const told: unknown[] = [];
    element.addEventListener('choose', (event) => told.push((event as CustomEvent).detail));
    const [first, second] = all<HTMLInputElement>(element, 'input');
    expect([first?.checked, second?.checked]).toEqual([true, false]);
    second?.click();
    expect(told).toEqual(['0053']);
    await expect(element).toBeAccessible();
  });
});
