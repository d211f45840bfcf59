import ProvisioningSetupGuide from 'c/provisioningSetupGuide';
import { all, labelled, mount, one, textOf } from 'jest-helpers';

const steps = [
  { name: 'settings', title: 'Save settings', text: 'Version 1', action: 'Open', isDone: true, isPossible: true },
  { name: 'load', title: 'Load employees', text: 'None yet.', action: 'Import employees', isDone: false, isPossible: true },
  { name: 'run', title: 'Run', text: 'At last.', action: 'Run', isDone: false, isPossible: false },
];
const guide = (properties: object = { steps }) => mount('c-provisioning-setup-guide', ProvisioningSetupGuide, { ...properties });

describe('c-provisioning-setup-guide', () => {
  afterEach(() => document.body.replaceChildren());

  it('counts the steps that are done and brings the next one to the front', async () => {
    const element = guide();
    expect(textOf(element)).toContain('1 of 3 done');
    expect(one(element, '[aria-current="step"]').dataset.step).toBe('load');
    expect(all(element, 'lightning-button').map(({ label, variant, disabled }) => [label, variant, disabled])).toEqual([
      ['Open', 'neutral', false],
      ['Import employees', 'brand', false],
      ['Run', 'neutral', true],
    ]);
    await expect(element).toBeAccessible();
  });

  it('says which button was pressed', () => {
    const element = guide();
    const stepped = jest.fn();
    element.addEventListener('step', (event) => stepped((event as CustomEvent).detail));
    labelled(element, 'lightning-button', 'Import employees').click();
    expect(stepped).toHaveBeenCalledWith('load');
  });

  it('has no next step where all are done', () => {
    const element = guide({ steps: steps.map((step) => ({ ...step, isDone: true })) });
    expect(all(element, '[aria-current]')).toHaveLength(0);
  });
});
