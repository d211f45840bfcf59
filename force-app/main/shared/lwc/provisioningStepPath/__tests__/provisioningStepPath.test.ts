import ProvisioningStepPath from 'c/provisioningStepPath';
import { all, mount, one, textOf } from 'jest-helpers';

const steps = [
  { name: 'new', label: 'New', state: 'done' },
  { name: 'collect', label: 'Collecting', state: 'current' },
  { name: 'commit', label: 'Committing', state: 'open' },
];

describe('c-provisioning-step-path', () => {
  afterEach(() => document.body.replaceChildren());

  it('says of each step how far it is, and lets those be opened that were reached', async () => {
    const element = mount('c-provisioning-step-path', ProvisioningStepPath, { label: 'Reconciliation', steps });
    const chosen = jest.fn();
    element.addEventListener('step', (event) => chosen((event as CustomEvent).detail));
    expect(one(element, 'nav').getAttribute('aria-label')).toBe('Reconciliation');
    expect(one(element, '[aria-current="step"]').dataset.step).toBe('collect');
    expect(textOf(element)).toBe('New Done 2 Collecting Current step 3 Committing Still to do');
    expect(all(element, 'button').map((button) => button.textContent)).toEqual(['New', 'Collecting']);
    all(element, 'button')[0]?.click();
    expect(chosen).toHaveBeenCalledWith('new');
    await expect(element).toBeAccessible();
  });

  it('opens what it is told may be opened, and nothing else', async () => {
    const some = [
      { name: 'a', label: 'A', state: 'done', opens: false },
      { name: 'b', label: 'B', state: 'open', opens: true },
    ];
    const element = mount('c-provisioning-step-path', ProvisioningStepPath, { label: 'Wizard', steps: some, vertical: true });
    expect(all(element, 'button').map((button) => button.textContent)).toEqual(['B']);
    expect(all(element, '.vertical')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows nothing while no step is known', async () => {
    const element = mount('c-provisioning-step-path', ProvisioningStepPath);
    expect(all(element, '*')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
