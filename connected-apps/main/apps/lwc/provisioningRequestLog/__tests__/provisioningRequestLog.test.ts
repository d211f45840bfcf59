import ProvisioningRequestLog from 'c/provisioningRequestLog';
import getLog from '@salesforce/apex/AppRequestsController.getLog';
import { all, apex, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppRequestsController.getLog', () => ({ default: jest.fn() }), { virtual: true });

const request = { id: 'a01', name: 'AR-00000001' };

async function log() {
  const element = mount('c-provisioning-request-log', ProvisioningRequestLog, { request });
  await settled();
  return element;
}

describe('c-provisioning-request-log', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the lines in the order of time', async () => {
    apex(getLog).mockResolvedValue([
      { moment: '2026-11-29T08:00:00.000Z', status: '200', details: 'find' },
      { moment: '2026-11-29T08:00:01.000Z', status: '201', details: 'create' },
    ]);
    const element = await log();
    expect(one(element, 'c-provisioning-side-panel').heading).toBe('Log of AR-00000001');
    expect(all(element, 'li')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('says that nothing was sent', async () => {
    apex(getLog).mockResolvedValue([]);
    expect(textOf(await log())).toContain('Nothing was sent so far.');
  });

  it('waits, says why there is none, and asks again', async () => {
    apex(getLog).mockRejectedValueOnce(refusal('There is no request.'));
    const element = mount('c-provisioning-request-log', ProvisioningRequestLog, { request });
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await settled();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('There is no request.');
    apex(getLog).mockResolvedValue([]);
    one(element, 'c-provisioning-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(textOf(element)).toContain('Nothing was sent so far.');
  });

  it('is closed', async () => {
    apex(getLog).mockResolvedValue([]);
    const element = await log();
    const closed = jest.fn();
    element.addEventListener('close', closed);
    one(element, 'c-provisioning-side-panel').dispatchEvent(new CustomEvent('close'));
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
