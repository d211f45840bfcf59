import ProvisioningProcessTimeline from 'c/provisioningProcessTimeline';
import { all, anEvent, mount, one, settled, textOf } from 'jest-helpers';

const event = (kind: string, more: Partial<Apex.ProvisioningProcessEvent> = {}) => anEvent({ kind, doneBy: null, ...more });
const timeline = (...events: Apex.ProvisioningProcessEvent[]) =>
  mount('c-provisioning-process-timeline', ProvisioningProcessTimeline, { events });

describe('c-provisioning-process-timeline', () => {
  afterEach(() => document.body.replaceChildren());

  it('says in words what happened, who did it, and links to the retry', async () => {
    const element = timeline(
      event('Started', { doneBy: 'mira@north.example' }),
      event('Parked', { text: 'This run would create 3 users.' }),
      event('RetriedBy', { processId: 'a02', text: 'PP-000000002' }),
    );
    const lines = all(element, 'li').map((line) => line.textContent);
    expect(lines).toEqual(['Failures tried again', 'Stopped by a guardThis run would create 3 users.', 'Startedby mira@north.example']);
    expect(one(element, 'c-provisioning-page-link')).toMatchObject({
      label: 'PP-000000002',
      reference: expect.objectContaining({ state: { c__process: 'a02' } }) as object,
    });
    await expect(element).toBeAccessible();
  });

  it('says that nothing has happened yet', async () => {
    const element = timeline();
    expect(textOf(element)).toContain('Nothing has happened yet.');
    await expect(element).toBeAccessible();
  });

  it('follows the run', async () => {
    const element = timeline(event('Started'));
    expect(all(element, 'li')).toHaveLength(1);
    element.events = [event('Started'), event('Ended')];
    await settled();
    expect(all(element, 'li')).toHaveLength(2);
  });
});
