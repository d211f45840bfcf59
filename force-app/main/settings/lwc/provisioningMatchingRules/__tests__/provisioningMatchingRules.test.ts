import ProvisioningMatchingRules from 'c/provisioningMatchingRules';
import { all, mount, one, settled, someOptions, textOf } from 'jest-helpers';

const RULES: readonly Apex.EmployeeMatchChoice[] = [
  { rule: 'EmployeeNumber', enabled: true },
  { rule: 'FederationId', enabled: true },
  { rule: 'Email', enabled: false },
  { rule: 'Username', enabled: false },
];

function list(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-matching-rules', ProvisioningMatchingRules, {
    rules: RULES,
    choices: someOptions().matchingRules,
    ...properties,
  });
  const change = jest.fn();
  element.addEventListener('valuechange', (event) => {
    const { value } = (event as CustomEvent<{ value: unknown }>).detail;
    change((event as CustomEvent).detail);
    element.rules = value;
  });
  return { element, change };
}
const labelsOf = (element: HTMLElement) => all(element, 'lightning-input').map((rule) => rule.label);
const press = (element: HTMLElement, move: string, index: number) =>
  one(element, `[data-move="${move}"][data-index="${index}"]`).dispatchEvent(new CustomEvent('click'));

describe('c-provisioning-matching-rules', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the rules in the order in which they are asked, and switches one', async () => {
    const { element, change } = list();
    expect(all(element, 'lightning-input').map((rule) => [rule.label, rule.checked])).toEqual([
      ['Employee number', true],
      ['Federation ID', true],
      ['Email', false],
      ['Username', false],
    ]);
    all(element, 'lightning-input')[2]?.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    expect(change).toHaveBeenLastCalledWith({
      field: 'matchingRules',
      value: [
        { rule: 'EmployeeNumber', enabled: true },
        { rule: 'FederationId', enabled: true },
        { rule: 'Email', enabled: true },
        { rule: 'Username', enabled: false },
      ],
    });
    await expect(element).toBeAccessible();
  });

  it('moves a rule up and down, tells where it stands, and keeps the focus on it', async () => {
    const { element } = list();
    press(element, 'up', 2);
    await settled();
    expect(labelsOf(element)).toEqual(['Employee number', 'Email', 'Federation ID', 'Username']);
    expect(textOf(element)).toContain('Email is number 2 of 4 now.');
    const next = jest.spyOn(one(element, '[data-move="down"][data-index="0"]') as unknown as HTMLElement, 'focus');
    press(element, 'up', 1);
    await settled();
    expect(labelsOf(element)).toEqual(['Email', 'Employee number', 'Federation ID', 'Username']);
    press(element, 'down', 0);
    await settled();
    expect(labelsOf(element)).toEqual(['Employee number', 'Email', 'Federation ID', 'Username']);
    next.mockRestore();
    await expect(element).toBeAccessible();
  });

  it('says which rule a button moves, and moves none beyond the ends', () => {
    const { element, change } = list();
    expect(one(element, '[data-move="up"][data-index="1"]').alternativeText).toBe('Move up: Federation ID');
    expect(one(element, '[data-move="down"][data-index="1"]').alternativeText).toBe('Move down: Federation ID');
    expect(one(element, '[data-move="up"][data-index="0"]').disabled).toBe(true);
    expect(one(element, '[data-move="down"][data-index="3"]').disabled).toBe(true);
    press(element, 'up', 0);
    press(element, 'down', 3);
    expect(change).not.toHaveBeenCalled();
  });

  it('offers no buttons to whoever may only look, and shows what is wrong', async () => {
    const { element } = list({ disabled: true, error: 'Name every matching rule once.' });
    expect(all(element, 'lightning-button-icon')).toHaveLength(0);
    expect(textOf(element)).toContain('Name every matching rule once.');
    await expect(element).toBeAccessible();
  });
});
