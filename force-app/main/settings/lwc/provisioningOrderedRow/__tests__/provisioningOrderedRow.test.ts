import ProvisioningOrderedRow, { RowOrder } from 'c/provisioningOrderedRow';
import { all, mount, one, settled, textOf } from 'jest-helpers';

function row(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-ordered-row', ProvisioningOrderedRow, {
    index: 1,
    count: 3,
    position: 2,
    name: 'Email',
    ...properties,
  });
  const told = jest.fn();
  element.addEventListener('order', (event) => told((event as CustomEvent).detail));
  return { element, told };
}
const move = (element: Element, name: string) => one(element, `[data-move="${name}"]`);

describe('c-provisioning-ordered-row', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows its place and says which row each button moves', async () => {
    const { element, told } = row();
    expect(textOf(element)).toBe('2');
    expect(move(element, 'up').alternativeText).toBe('Move up: Email');
    expect(move(element, 'down').alternativeText).toBe('Move down: Email');
    expect(move(element, 'handle').getAttribute('aria-label')).toBe('Move Email');
    move(element, 'up').click();
    move(element, 'down').click();
    expect(told.mock.calls).toEqual([[{ act: 'up', index: 1 }], [{ act: 'down', index: 1 }]]);
    await expect(element).toBeAccessible();
  });

  it('moves none beyond the ends', () => {
    expect(move(row({ index: 0 }).element, 'up').disabled).toBe(true);
    expect(move(row({ index: 2 }).element, 'down').disabled).toBe(true);
  });

  it('hears the arrow keys only while it is picked up', async () => {
    const { element, told } = row();
    const key = (name: string) => {
      const event = new KeyboardEvent('keydown', { key: name, cancelable: true });
      move(element, 'handle').dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(key('ArrowUp')).toBe(false);
    expect(key('Tab')).toBe(false);
    expect(key(' ')).toBe(true);
    element.picked = true;
    await settled();
    expect(move(element, 'handle').getAttribute('aria-pressed')).toBe('true');
    for (const name of ['ArrowUp', 'ArrowDown', 'Escape']) expect(key(name)).toBe(true);
    expect(told.mock.calls.map(([{ act }]: [{ act: string }]) => act)).toEqual(['pick', 'keyUp', 'keyDown', 'back']);
    await expect(element).toBeAccessible();
  });

  it('is dragged, unless the mouse has other things to do in it', async () => {
    const { element, told } = row();
    const part = one(element, '[data-row]');
    expect(part.getAttribute('draggable')).toBe('true');
    for (const name of ['dragstart', 'drop', 'dragend']) part.dispatchEvent(new CustomEvent(name, { cancelable: true }));
    expect(told.mock.calls.map(([{ act }]: [{ act: string }]) => act)).toEqual(['grab', 'drop', 'release']);
    element.held = true;
    await settled();
    expect(part.getAttribute('draggable')).toBe('false');
  });

  it('offers no way to move to whoever may only look', async () => {
    const { element } = row({ disabled: true });
    expect(all(element, '[data-move]')).toHaveLength(0);
    expect(one(element, '[data-row]').getAttribute('draggable')).toBe('false');
    await expect(element).toBeAccessible();
  });
});

describe('RowOrder', () => {
  function order(locked = 0) {
    const list = { rows: ['A', 'B', 'C'], said: [] as string[], picked: undefined as number | undefined };
    const rows = new RowOrder<string>(
      {
        rows: () => list.rows,
        nameOf: (name) => name,
        change: (changed) => (list.rows = [...changed]),
        say: (text) => list.said.push(text),
        pick: (index) => (list.picked = index),
      },
      locked,
    );
    return { list, rows };
  }

  it('moves by buttons and says where the row is, those that are locked counted', () => {
    const { list, rows } = order(1);
    rows.act({ act: 'up', index: 2 });
    rows.act({ act: 'down', index: 2 });
    rows.act({ act: 'up', index: 0 });
    expect(list.rows.join('')).toBe('ACB');
    expect(list.said).toEqual(['C moved to 3']);
  });

  it('picks up, moves, drops and puts back', () => {
    const { list, rows } = order();
    rows.act({ act: 'keyUp', index: 2 });
    rows.act({ act: 'pick', index: 2 });
    rows.act({ act: 'keyUp', index: 2 });
    expect(list.picked).toBe(1);
    rows.act({ act: 'keyUp', index: 1 });
    rows.act({ act: 'keyUp', index: 0 });
    expect(list.rows.join('')).toBe('CAB');
    rows.act({ act: 'back', index: 0 });
    expect(list.rows.join('')).toBe('ABC');
    expect(list.picked).toBeUndefined();
    expect(list.said).toEqual(['C, position 3 of 3', 'C moved to 2', 'C moved to 1', 'C is back at position 3']);
    rows.act({ act: 'pick', index: 0 });
    rows.act({ act: 'keyDown', index: 0 });
    rows.act({ act: 'pick', index: 1 });
    rows.act({ act: 'keyDown', index: 1 });
    expect(list.rows.join('')).toBe('BAC');
  });

  it('drops a row on another, and nothing that comes from elsewhere', () => {
    const { list, rows } = order();
    rows.act({ act: 'drop', index: 0 });
    rows.act({ act: 'grab', index: 2 });
    rows.act({ act: 'release', index: 2 });
    rows.act({ act: 'drop', index: 0 });
    expect(list.rows.join('')).toBe('ABC');
    rows.act({ act: 'grab', index: 2 });
    rows.act({ act: 'drop', index: 0 });
    expect(list.rows.join('')).toBe('CAB');
  });
});
