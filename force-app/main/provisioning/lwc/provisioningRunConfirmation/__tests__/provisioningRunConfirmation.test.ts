import ProvisioningRunConfirmation from 'c/provisioningRunConfirmation';
import getForecast from '@salesforce/apex/ProvisioningController.getForecast';
import { aFinding, aForecast, aLiveProcess, apex, aPreview, aProcess, labelled, mount, one, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningController.getForecast', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PreflightController.startCheck', () => ({ default: jest.fn() }), { virtual: true });

function confirmation(preview?: Apex.RunPreview) {
  const element = mount('c-provisioning-run-confirmation', ProvisioningRunConfirmation, { preview });
  const closed = jest.fn();
  // the stand-in for lightning/modal tells its result by this event
  element.addEventListener('modalclose', (event) => closed((event as CustomEvent).detail));
  return { element, closed };
}

describe('c-provisioning-run-confirmation', () => {
  beforeEach(() => apex(getForecast).mockResolvedValue(aForecast()));
  afterEach(() => document.body.replaceChildren());

  it('shows what to expect, and gives way to a page that somebody opens from there', () => {
    const { element, closed } = confirmation(aPreview());
    const page = { type: 'standard__recordPage', attributes: { recordId: '001' } };
    const follow = new CustomEvent('follow', { cancelable: true, detail: page });
    one(element, 'c-provisioning-run-forecast').dispatchEvent(follow);
    expect(closed).toHaveBeenCalledWith(page);
    expect(follow.defaultPrevented).toBe(true);
  });

  it('names the people it will touch and closes with run', async () => {
    const { element, closed } = confirmation(aPreview({ eligible: 2500 }));
    expect(textOf(element)).toContain('2,500 employees are waiting for a user.');
    labelled(element, 'lightning-button', 'Run').click();
    expect(closed).toHaveBeenCalledWith('run');
    await expect(element).toBeAccessible();
  });

  it('closes with dryRun', async () => {
    const { element, closed } = confirmation(aPreview());
    expect(textOf(element)).toContain('changes nothing');
    labelled(element, 'lightning-button', 'Dry Run').click();
    expect(closed).toHaveBeenCalledWith('dryRun');
    await expect(element).toBeAccessible();
  });

  it('closes without a result on Cancel', () => {
    const { element, closed } = confirmation(aPreview());
    labelled(element, 'lightning-button', 'Cancel').click();
    expect(closed).toHaveBeenCalledWith(null);
  });

  it('refuses to run while something stands in the way, and says what', async () => {
    const findings = [aFinding({ severity: 'error', message: 'No settings.' })];
    const { element } = confirmation(aPreview({ ready: false, findings, liveProcess: aLiveProcess() }));
    expect(labelled(element, 'lightning-button', 'Run').disabled).toBe(true);
    expect(one(element, 'c-provisioning-finding-list').findings).toEqual(findings);
    expect(textOf(element)).toContain(`${aProcess().name} is running now.`);
    await expect(element).toBeAccessible();
  });

  it('does not run on nothing', async () => {
    const { element } = confirmation();
    expect(labelled(element, 'lightning-button', 'Run').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });
});
