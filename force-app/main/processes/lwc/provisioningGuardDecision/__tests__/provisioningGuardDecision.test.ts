import ProvisioningGuardDecision from 'c/provisioningGuardDecision';
import { all, aLiveProcess, labelled, mount, one, textOf } from 'jest-helpers';

const parked = (changes: Partial<Apex.ProvisioningProcessView> = {}) =>
  aLiveProcess({
    status: 'Queued',
    guard: 'MAXIMUM_CREATES',
    statusMessage: 'This run would create 30 users; 10 are allowed.',
    canResume: true,
    ...changes,
  });
const decision = (process: Apex.ProvisioningProcessView) => mount('c-provisioning-guard-decision', ProvisioningGuardDecision, { process });

describe('c-provisioning-guard-decision', () => {
  afterEach(() => document.body.replaceChildren());

  it('says why the run was parked, how far it got and what follows from either choice', async () => {
    const element = decision(parked({ processed: 20, total: 40 }));
    expect(one(element, '[role="alert"]').textContent).toBe('This run would create 30 users; 10 are allowed.');
    expect(textOf(element)).toContain('20 of 40 people are done; nothing of that is lost.');
    expect(textOf(element)).toContain('no other run gives access');
    expect(textOf(element)).toContain('This guard stays silent for the rest of this run.');
    expect(one(element, 'c-provisioning-page-link').reference).toMatchObject({ attributes: { apiName: 'Provisioning_Employees' } });
    await expect(element).toBeAccessible();
  });

  it('speaks of access that is taken where a run over leavers was parked', async () => {
    const element = decision(parked({ scope: 'Leavers', guard: 'MAXIMUM_LOCKOUTS', processed: 0 }));
    expect(textOf(element)).toContain('Nobody has been touched yet. Until you decide, no other run takes access away.');
    expect(textOf(element)).toContain('Bring back restores');
    expect(one(element, 'c-provisioning-page-link').reference).toMatchObject({ attributes: { apiName: 'Leavers_And_Changes' } });
    await expect(element).toBeAccessible();
  });

  it('says of missing seats that leavers free some', () => {
    expect(textOf(decision(parked({ guard: 'SEATS' })))).toContain('Buy seats or free some, then continue');
  });

  it('fires either choice', () => {
    const element = decision(parked());
    const heard = jest.fn();
    for (const name of ['continue', 'stop']) element.addEventListener(name, () => heard(name));
    labelled(element, 'lightning-button', 'Continue').click();
    labelled(element, 'lightning-button', 'Stop run').click();
    expect(heard.mock.calls).toEqual([['continue'], ['stop']]);
  });

  it('offers no choice to somebody who may only look', async () => {
    const element = decision(parked({ canResume: false, canCancel: false }));
    expect(all(element, 'lightning-button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
