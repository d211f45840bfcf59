import ProvisioningProcessTimeline from 'c/provisioningProcessTimeline';
import getEvents from '@salesforce/apex/ProvisioningProcessController.getEvents';
import { all, anEvent, apex, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningProcessController.getEvents', () => ({ default: jest.fn() }), { virtual: true });

const event = (kind: string, more: Partial<Apex.ProvisioningProcessEvent> = {}) => anEvent({ kind, doneBy: null, ...more });
const answer = (...events: Apex.ProvisioningProcessEvent[]) => apex(getEvents).mockResolvedValue({ events, next: null });

async function timeline() {
  const element = mount('c-provisioning-process-timeline', ProvisioningProcessTimeline, { processId: 'a01', stamp: '1' });
  await settled();
  return element;
}

describe('c-provisioning-process-timeline', () => {
  afterEach(() => document.body.replaceChildren());

  it('says in words what happened, who did it, and links to the retry', async () => {
    answer(
      event('Started', { doneBy: 'mira@north.example' }),
      event('Parked', { text: 'This run would create 3 users.' }),
      event('RetriedBy', { processId: 'a02', text: 'PP-000000002' }),
    );
    const element = await timeline();
    const lines = all(element, 'li').map((line) => line.textContent);
    expect(lines).toEqual(['Failures tried again', 'Stopped by a guardThis run would create 3 users.', 'Startedby mira@north.example']);
    expect(one(element, 'c-provisioning-page-link')).toMatchObject({
      label: 'PP-000000002',
      reference: expect.objectContaining({ state: { c__process: 'a02' } }) as object,
    });
    await expect(element).toBeAccessible();
  });

  it('says that nothing has happened yet', async () => {
    answer();
    const element = await timeline();
    expect(textOf(element)).toContain('Nothing has happened yet.');
    await expect(element).toBeAccessible();
  });

  it('waits, says why there is nothing to see, and asks again', async () => {
    apex(getEvents).mockRejectedValueOnce(refusal('There is no process.'));
    const element = mount('c-provisioning-process-timeline', ProvisioningProcessTimeline, { processId: 'a01', stamp: '1' });
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
    await settled();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('There is no process.');
    await expect(element).toBeAccessible();
    answer();
    one(element, 'c-provisioning-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(textOf(element)).toContain('Nothing has happened yet.');
  });

  it('looks again when something may have happened, and only then', async () => {
    answer(event('Started'));
    const element = await timeline();
    Object.assign(element, { stamp: '1' });
    await settled();
    expect(all(element, 'li')).toHaveLength(1);
    answer(event('Started'), event('Ended'));
    Object.assign(element, { stamp: '2' });
    await settled();
    expect(all(element, 'li')).toHaveLength(2);
  });
});
