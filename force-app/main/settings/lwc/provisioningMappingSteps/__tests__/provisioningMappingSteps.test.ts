import ProvisioningMappingSteps from 'c/provisioningMappingSteps';
import { all, labelled, mount, one, settled } from 'jest-helpers';

const blank = { separator: null, length: null, position: null, search: null, replacement: null, tableName: null };
const part: Apex.EmployeeMappingStep = { ...blank, action: 'part', separator: ',', position: 2 };
const table: Apex.EmployeeMappingStep = { ...blank, action: 'table', tableName: 'Zones' };

function steps(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-mapping-steps', ProvisioningMappingSteps, {
    steps: [part, table],
    tables: ['Zones', 'Locales'],
    ...properties,
  });
  const changed = jest.fn();
  element.addEventListener('stepschange', (event) => changed((event as CustomEvent<{ steps: unknown }>).detail.steps));
  return { element, changed };
}
const change = (element: Element, tag: string, label: string, value: string) =>
  labelled(element, tag, label).dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-provisioning-mapping-steps', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows each step with what it needs', async () => {
    const { element } = steps();
    expect(labelled(element, 'lightning-select', 'Step 1').value).toBe('part');
    expect(labelled(element, 'lightning-input', 'Split by').value).toBe(',');
    expect(labelled(element, 'lightning-input', 'Part number').value).toBe(2);
    expect(labelled(element, 'lightning-select', 'Value table').value).toBe('Zones');
    await expect(element).toBeAccessible();
  });

  it('adds and removes steps', () => {
    const { element, changed } = steps();
    labelled(element, 'lightning-button', 'Add step').click();
    expect(changed).toHaveBeenLastCalledWith([part, table, { ...blank, action: 'lower' }]);
    all(element, '[data-remove]')[0]!.click();
    expect(changed).toHaveBeenLastCalledWith([table]);
  });

  it('moves steps, and says where they stand', async () => {
    const { element, changed } = steps();
    expect(all(element, 'c-provisioning-ordered-row').map(({ name, position, count }) => [name, position, count])).toEqual([
      ['Step 1', 1, 2],
      ['Step 2', 2, 2],
    ]);
    all(element, 'c-provisioning-ordered-row')[0]!.dispatchEvent(new CustomEvent('order', { detail: { act: 'down', index: 0 } }));
    await settled();
    expect(changed).toHaveBeenLastCalledWith([table, part]);
    expect(one(element, '[data-place]').textContent).toMatch(/2/);
    await expect(element).toBeAccessible();
  });

  it('tells what becomes of a step', () => {
    const { element, changed } = steps();
    change(element, 'lightning-select', 'Step 1', 'replace');
    expect(changed).toHaveBeenLastCalledWith([{ ...blank, action: 'replace' }, table]);
    change(element, 'lightning-input', 'Part number', '1');
    expect(changed).toHaveBeenLastCalledWith([{ ...part, position: 1 }, table]);
    change(element, 'lightning-input', 'Part number', '');
    expect(changed).toHaveBeenLastCalledWith([{ ...part, position: null }, table]);
    change(element, 'lightning-input', 'Split by', ' ');
    expect(changed).toHaveBeenLastCalledWith([{ ...part, separator: ' ' }, table]);
    change(element, 'lightning-select', 'Value table', 'Locales');
    expect(changed).toHaveBeenLastCalledWith([part, { ...table, tableName: 'Locales' }]);
  });

  it('R56: finds a manager by number, for which it asks nothing more', () => {
    const { element, changed } = steps();
    change(element, 'lightning-select', 'Step 2', 'managerByNumber');
    expect(changed).toHaveBeenLastCalledWith([part, { ...blank, action: 'managerByNumber' }]);
    const { element: shown } = steps({ steps: [{ ...blank, action: 'managerByNumber' }] });
    expect(labelled(shown, 'lightning-select', 'Step 1').value).toBe('managerByNumber');
    expect(all(shown, 'lightning-input')).toHaveLength(0);
  });

  it('can be looked at only', async () => {
    const { element } = steps({ disabled: true });
    expect(all(element, 'lightning-button')).toHaveLength(0);
    expect(all(element, 'lightning-button-icon')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
