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
const row = (element: HTMLElement, index: number) => one(element, `c-provisioning-ordered-row[data-index="${index}"]`);
const button = (element: HTMLElement, move: string, index: number) => one(row(element, index), `[data-move="${move}"]`);
const press = (element: HTMLElement, move: string, index: number) => button(element, move, index).dispatchEvent(new CustomEvent('click'));

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
    expect(textOf(element)).toContain('Email moved to 3');
    press(element, 'up', 1);
    await settled();
    expect(labelsOf(element)).toEqual(['Email', 'Employee number', 'Federation ID', 'Username']);
    press(element, 'down', 0);
    await settled();
    expect(labelsOf(element)).toEqual(['Employee number', 'Email', 'Federation ID', 'Username']);
    await expect(element).toBeAccessible();
  });

  it('says which rule a button moves, and moves none beyond the ends', () => {
    const { element, change } = list();
    expect(button(element, 'up', 1).alternativeText).toBe('Move up: Federation ID');
    expect(button(element, 'down', 1).alternativeText).toBe('Move down: Federation ID');
    expect(button(element, 'up', 0).disabled).toBe(true);
    expect(button(element, 'down', 3).disabled).toBe(true);
    press(element, 'up', 0);
    press(element, 'down', 3);
    expect(change).not.toHaveBeenCalled();
  });

  it('offers no buttons to whoever may only look, and shows what is wrong', async () => {
    const { element } = list({ disabled: true, error: 'Name every matching rule once.' });
    expect(row(element, 0).disabled).toBe(true);
    expect(textOf(element)).toContain('Name every matching rule once.');
    await expect(element).toBeAccessible();
  });

  describe('from the keyboard', () => {
    const handle = (element: HTMLElement, index: number) => button(element, 'handle', index);
    const key = (element: HTMLElement, index: number, name: string) => {
      const event = new KeyboardEvent('keydown', { key: name, cancelable: true });
      handle(element, index).dispatchEvent(event);
      return event.defaultPrevented;
    };

    it('picks a rule up, moves it, and drops it where it is', async () => {
      const { element, change } = list();
      expect(key(element, 2, 'ArrowUp')).toBe(false);
      expect(key(element, 2, ' ')).toBe(true);
      await settled();
      expect(textOf(element)).toContain('Email, position 4 of 5');
      expect(handle(element, 2).getAttribute('aria-pressed')).toBe('true');
      await expect(element).toBeAccessible();
      key(element, 2, 'ArrowUp');
      await settled();
      expect(textOf(element)).toContain('Email moved to 3');
      expect(row(element, 1).shadowRoot?.activeElement).toBe(handle(element, 1));
      key(element, 1, ' ');
      await settled();
      expect(handle(element, 1).getAttribute('aria-pressed')).toBe('false');
      expect(key(element, 1, 'ArrowUp')).toBe(false);
      expect(labelsOf(element)).toEqual(['Employee number', 'Email', 'Federation ID', 'Username']);
      expect(change).toHaveBeenCalledTimes(1);
    });

    it('puts it back on Escape, and does not move beyond the ends', async () => {
      const { element, change } = list();
      key(element, 1, ' ');
      await settled();
      key(element, 1, 'ArrowUp');
      await settled();
      key(element, 0, 'ArrowUp');
      await settled();
      expect(change).toHaveBeenCalledTimes(1);
      key(element, 0, 'Escape');
      await settled();
      expect(labelsOf(element)).toEqual(['Employee number', 'Federation ID', 'Email', 'Username']);
      expect(textOf(element)).toContain('Federation ID is back at position 3');
    });
  });

  it('moves a rule by dragging it onto another, and nothing that comes from elsewhere', async () => {
    const { element, change } = list();
    const part = (index: number) => one(row(element, index), '[data-row]');
    part(0).dispatchEvent(new CustomEvent('drop', { cancelable: true }));
    expect(change).not.toHaveBeenCalled();
    part(3).dispatchEvent(new CustomEvent('dragstart'));
    part(0).dispatchEvent(new CustomEvent('dragover', { cancelable: true }));
    part(0).dispatchEvent(new CustomEvent('drop', { cancelable: true }));
    await settled();
    expect(labelsOf(element)).toEqual(['Username', 'Employee number', 'Federation ID', 'Email']);
    part(3).dispatchEvent(new CustomEvent('dragstart'));
    part(3).dispatchEvent(new CustomEvent('dragend'));
    part(0).dispatchEvent(new CustomEvent('drop', { cancelable: true }));
    expect(change).toHaveBeenCalledTimes(1);
  });

  it('says what is always asked first', () => {
    const { element } = list();
    expect(textOf(element)).toContain('Our own key on the user. Always first, cannot be switched off.');
  });
});
