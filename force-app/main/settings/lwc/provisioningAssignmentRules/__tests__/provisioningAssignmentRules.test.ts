import ProvisioningAssignmentRules from 'c/provisioningAssignmentRules';
import { all, labelled, mount, one, settled, someOptions, textOf, type Mounted } from 'jest-helpers';

const GIVES: Apex.ProvisioningAssignmentGifts = {
  profileId: null,
  profileName: null,
  ownSets: false,
  permissionSets: [],
  role: null,
  timeZone: null,
  locale: null,
  language: null,
  fields: [],
};
const rule = (ruleName: string): Apex.ProvisioningAssignmentRule => ({
  ruleName,
  condition: { match: 'all', conditions: [{ field: 'Department__c', operator: 'in', values: ['Sales', 'Service'], nested: null }] },
  gives: GIVES,
});
const RULES = [rule('Field technicians'), rule('Contractors')];

function list(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-assignment-rules', ProvisioningAssignmentRules, {
    rules: RULES,
    options: someOptions(),
    ...properties,
  });
  const change = jest.fn();
  element.addEventListener('valuechange', (event) => {
    const { value } = (event as CustomEvent<{ value: readonly Apex.ProvisioningAssignmentRule[] }>).detail;
    change(value);
    element.rules = value;
  });
  const latest = () => change.mock.lastCall?.[0] as readonly Apex.ProvisioningAssignmentRule[];
  return { element, change, latest };
}
const row = (element: HTMLElement, index: number) => one(element, `c-provisioning-ordered-row[data-index="${index}"]`);
const press = (element: HTMLElement, move: string, index: number) =>
  one(row(element, index), `[data-move="${move}"]`).dispatchEvent(new CustomEvent('click'));
const editor = (element: HTMLElement, index = 0) => all(element, 'c-provisioning-assignment-rule')[index] as Mounted;
const group = (element: HTMLElement) => one(editor(element), 'c-provisioning-condition-group');
const send = (element: Element, detail: unknown) => element.dispatchEvent(new CustomEvent('change', { detail }));

describe('c-provisioning-assignment-rules', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the rules in their order and the defaults last', async () => {
    const { element } = list();
    expect(textOf(element)).toContain('Field technicians Contractors Everybody else');
    expect([0, 1].map((index) => row(element, index).position)).toEqual([1, 2]);
    await expect(element).toBeAccessible();
  });

  it('moves a rule by its buttons, tells where it stands, and keeps the focus on it', async () => {
    const { element, latest } = list();
    press(element, 'down', 0);
    await settled();
    expect(latest().map(({ ruleName }) => ruleName)).toEqual(['Contractors', 'Field technicians']);
    expect(textOf(element)).toContain('Field technicians moved to 2');
    press(element, 'up', 1);
    await settled();
    expect(latest().map(({ ruleName }) => ruleName)).toEqual(['Field technicians', 'Contractors']);
    await expect(element).toBeAccessible();
  });

  it('asks whether movers follow the rules, how many may, and says what that means', async () => {
    const element = mount('c-provisioning-assignment-rules', ProvisioningAssignmentRules, {
      rules: RULES,
      inputErrors: new Map([['maximumAssignmentChanges', 'Too small']]),
      options: {
        ...someOptions(),
        inputs: [
          { name: 'moversFollowRules', label: 'Movers Follow the Rules', section: 'ASSIGNMENT', kind: 'FLAG', choices: [] },
          { name: 'maximumAssignmentChanges', label: 'Maximum Movers per Run', section: 'ASSIGNMENT', kind: 'WHOLE_NUMBER', choices: [] },
        ],
      },
    });
    const changed: unknown[] = [];
    element.addEventListener('valuechange', (event) => changed.push((event as CustomEvent).detail));
    expect(textOf(element)).toContain('takes back what runs gave');
    const inputs = one(element, 'c-provisioning-settings-inputs');
    expect((inputs as Mounted).errors).toEqual(new Map([['maximumAssignmentChanges', 'Too small']]));
    labelled(inputs, 'lightning-input', 'Movers Follow the Rules').dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    expect(changed).toEqual([{ field: 'moversFollowRules', value: true }]);
    await expect(element).toBeAccessible();
  });

  it('moves a rule from the keyboard and by dragging, as the matching rules are', async () => {
    const { element, latest } = list();
    const key = async (index: number, name: string) => {
      one(row(element, index), '[data-move="handle"]').dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true }));
      await settled();
    };
    await key(1, ' ');
    expect(textOf(element)).toContain('Contractors, position 2 of 2');
    expect(row(element, 1).picked).toBe(true);
    await key(1, 'ArrowUp');
    expect(latest().map(({ ruleName }) => ruleName)).toEqual(['Contractors', 'Field technicians']);
    await key(0, 'Escape');
    expect(latest().map(({ ruleName }) => ruleName)).toEqual(['Field technicians', 'Contractors']);
    expect(textOf(element)).toContain('Contractors is back at position 2');
    const part = (index: number) => one(row(element, index), '[data-row]');
    part(1).dispatchEvent(new CustomEvent('dragstart'));
    part(0).dispatchEvent(new CustomEvent('drop', { cancelable: true }));
    expect(latest().map(({ ruleName }) => ruleName)).toEqual(['Contractors', 'Field technicians']);
    await expect(element).toBeAccessible();
  });

  it('lets the mouse mark what stands in a rule that is open', async () => {
    const { element } = list();
    const details = all<HTMLDetailsElement>(element, 'details')[0]!;
    details.open = true;
    details.dispatchEvent(new CustomEvent('toggle'));
    await settled();
    expect([0, 1].map((index) => row(element, index).held)).toEqual([true, false]);
  });

  it('moves none beyond the ends', () => {
    const { element, change } = list();
    press(element, 'up', 0);
    press(element, 'down', 1);
    expect(change).not.toHaveBeenCalled();
  });

  it('adds a rule, opened, and removes one by its name', async () => {
    const { element, latest } = list();
    labelled(element, 'lightning-button', 'Add rule').click();
    await settled();
    expect(latest()).toHaveLength(3);
    expect(all<HTMLDetailsElement>(element, 'details').map(({ open }) => open)).toEqual([false, false, true]);
    one(element, '[data-remove][data-index="0"]').click();
    expect(latest().map(({ ruleName }) => ruleName)).toEqual(['Contractors', 'Rule 3']);
    await expect(element).toBeAccessible();
  });

  it('edits name, conditions and what the rule gives', async () => {
    const { element, latest } = list();
    send(one(editor(element), '[data-name="ruleName"]'), { value: 'Sales' });
    expect(latest()[0]?.ruleName).toBe('Sales');
    await settled();
    send(labelled(group(element), 'lightning-input', 'Values, apart by semicolons'), { value: 'Sales; Garden, tools ;' });
    expect(latest()[0]?.condition?.conditions[0]?.values).toEqual(['Sales', 'Garden, tools']);
    send(labelled(group(element), 'lightning-select', 'Field'), { value: 'Contact.Title' });
    await settled();
    send(labelled(group(element), 'lightning-select', 'Comparison'), { value: 'empty' });
    expect(latest()[0]?.condition?.conditions[0]).toMatchObject({ field: 'Contact.Title', operator: 'empty', values: [] });
    send(one(group(element), '[data-match]'), { value: 'any' });
    expect(latest()[0]?.condition?.match).toBe('any');
    const profile = someOptions().profiles[0];
    send(one(editor(element), '[data-name="profileId"]'), { value: profile?.value });
    expect(latest()[0]?.gives).toMatchObject({ profileId: profile?.value, profileName: profile?.label });
    await settled();
    send(one(editor(element), '[data-name="ownSets"]'), { checked: true });
    await settled();
    expect(latest()[0]?.gives?.ownSets).toBe(true);
    send(one(editor(element), '[data-name="permissionSets"]'), { value: ['PS:A'] });
    expect(latest()[0]?.gives?.permissionSets).toEqual(['PS:A']);
    await settled();
    send(one(editor(element), '[data-name="ownSets"]'), { checked: false });
    expect(latest()[0]?.gives?.ownSets).toBe(false);
  });

  it('R55: gives a role of the org, or that of the settings', async () => {
    const options = someOptions();
    const inputs = options.inputs.map((input) => {
      const sales = { ...input.choices[0]!, value: 'Sales_People', label: 'Sales people' };
      return input.name === 'role' ? { ...input, choices: [...input.choices, sales] } : input;
    });
    const { element, latest } = list({ options: { ...options, inputs } });
    const picker = () =>
      one(editor(element), '[data-name="role"]') as unknown as { label: string; options: { label: string }[]; value: string };
    expect(picker().label).toBe('Role');
    expect(picker().options.map(({ label }) => label)).toEqual(['As in the defaults', 'Sales people']);
    send(one(editor(element), '[data-name="role"]'), { value: 'Sales_People' });
    expect(latest()[0]?.gives?.role).toBe('Sales_People');
    await settled();
    expect(picker().value).toBe('Sales_People');
    send(one(editor(element), '[data-name="role"]'), { value: '' });
    expect(latest()[0]?.gives?.role).toBeNull();
  });

  it('fills further fields of the user', async () => {
    const { element, latest } = list();
    labelled(editor(element), 'lightning-button', 'Add field').click();
    await settled();
    send(labelled(editor(element), 'lightning-select', 'User Field'), { value: 'Title' });
    await settled();
    send(labelled(editor(element), 'lightning-input', 'Constant'), { value: 'Agent' });
    expect(latest()[0]?.gives?.fields).toEqual([{ userField: 'Title', constant: 'Agent' }]);
    await settled();
    labelled(editor(element), 'lightning-button', 'Remove Field').click();
    expect(latest()[0]?.gives?.fields).toEqual([]);
  });

  it('nests one group, which nests no other', async () => {
    const { element, latest } = list();
    labelled(group(element), 'lightning-button', 'Add condition').click();
    await settled();
    labelled(group(element), 'lightning-button', 'Add group').click();
    await settled();
    const nested = one(group(element), 'c-provisioning-condition-group');
    expect(all(group(element), 'lightning-button').map(({ label }) => label)).not.toContain('Add group');
    expect(all(nested, 'lightning-button').map(({ label }) => label)).not.toContain('Add group');
    labelled(nested, 'lightning-button', 'Add condition').click();
    expect(latest()[0]?.condition?.conditions[2]?.nested?.conditions).toHaveLength(2);
    await settled();
    all(group(element), 'lightning-button')
      .find(({ label }) => label === 'Remove condition')
      ?.click();
    expect(latest()[0]?.condition?.conditions).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('shows an error at the condition, opened', async () => {
    const { element } = list({
      errors: new Map([
        ['assignmentRules[0].when.all[0].field', 'No such field.'],
        ['assignmentRules[1].gives.profile', 'No such profile.'],
        ['assignmentRules[1].name', 'Taken.'],
      ]),
    });
    await settled();
    expect(textOf(group(element))).toContain('No such field.');
    expect(textOf(editor(element, 1))).toContain('No such profile.');
    expect(textOf(editor(element, 1))).toContain('Taken.');
    expect(all<HTMLDetailsElement>(element, 'details').map(({ open }) => open)).toEqual([true, true]);
    await expect(element).toBeAccessible();
  });

  it('lets nobody change what they may only read', () => {
    const { element } = list({ disabled: true });
    expect(all(element, 'lightning-button-icon, lightning-button')).toHaveLength(0);
    expect(row(element, 0).disabled).toBe(true);
    expect(all(editor(element), 'lightning-button')).toHaveLength(0);
    expect(all(group(element), 'lightning-button')).toHaveLength(0);
  });
});
