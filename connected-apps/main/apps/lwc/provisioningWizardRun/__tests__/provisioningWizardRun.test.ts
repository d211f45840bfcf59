import ProvisioningWizardRun from 'c/provisioningWizardRun';
import { all, anAppSettingsView, labelled, mount, textOf } from 'jest-helpers';

const step = (name: string, changes: Partial<Apex.AppSettingsView> = {}, settings: Partial<Apex.AppSettings> = {}) => {
  const element = mount('c-provisioning-wizard-run', ProvisioningWizardRun, {
    step: name,
    name: 'Hub',
    view: anAppSettingsView(settings, changes),
  });
  const told: [string, unknown][] = [];
  for (const event of ['reconcile', 'empty', 'enable'])
    element.addEventListener(event, (one) => told.push([event, (one as CustomEvent).detail]));
  return { element, told };
};

describe('c-provisioning-wizard-run', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['collect', 'Reads the accounts of Hub.'],
    ['analyze', 'Finds out which account belongs to whom.'],
    ['review', 'Orphaned and duplicate accounts'],
    ['commit', 'Links are stored. Nothing changes at Hub.'],
    ['process', 'Creates, updates and deactivates accounts at Hub.'],
  ])('says what %s does, and leads to the reconciliation', async (name, text) => {
    const { element, told } = step(name);
    expect(textOf(element)).toContain(text);
    labelled(element, 'lightning-button', 'Open Reconciliation').click();
    expect(told).toEqual([['reconcile', null]]);
    await expect(element).toBeAccessible();
  });

  it('confirms that a target is empty by its name', () => {
    const { element, told } = step('commit');
    labelled(element, 'lightning-input', 'Name of the app').dispatchEvent(new CustomEvent('change', { detail: { value: 'Hub' } }));
    labelled(element, 'lightning-button', 'Confirm that it is empty').click();
    expect(told).toEqual([['empty', 'Hub']]);
  });

  it('asks no more once the accounts are known', async () => {
    const { element } = step('commit', { accountsKnown: true });
    expect(textOf(element)).toContain('The accounts of the target are known.');
    expect(all(element, 'lightning-input')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('switches on only once the accounts are known, and off at any time', () => {
    expect(labelled(step('process').element, 'lightning-button', 'Switch on Hub').disabled).toBe(true);
    const ready = step('process', { accountsKnown: true });
    labelled(ready.element, 'lightning-button', 'Switch on Hub').click();
    const running = step('process', { accountsKnown: true }, { enabled: true });
    labelled(running.element, 'lightning-button', 'Switch off Hub').click();
    expect([...ready.told, ...running.told]).toEqual([
      ['enable', true],
      ['enable', false],
    ]);
  });
});
