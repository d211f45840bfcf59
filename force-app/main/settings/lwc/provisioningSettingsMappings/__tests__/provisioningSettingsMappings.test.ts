import ProvisioningSettingsMappings from 'c/provisioningSettingsMappings';
import suggestMappings from '@salesforce/apex/EmployeeUserSettingsController.suggestMappings';
import { all, apex, aUserPreview, labelled, mount, one, refusal, settled, someOptions, someSettings, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeUserSettingsController.suggestMappings', () => ({ default: jest.fn() }), { virtual: true });

const department: Apex.EmployeeFieldMapping = {
  userField: 'Department',
  paths: ['Department__c', 'Contact.Title'],
  constant: null,
  steps: [],
};
const title: Apex.EmployeeFieldMapping = { userField: 'Title', paths: [], constant: 'Agent', steps: [] };

function mappings(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-settings-mappings', ProvisioningSettingsMappings, {
    mappings: [department, title],
    options: someOptions(),
    ...properties,
  });
  const changed = jest.fn();
  element.addEventListener('valuechange', (event) => changed((event as CustomEvent<{ value: unknown }>).detail.value));
  return { element, changed };
}
const inRow = (element: Element, index: number, tag: string, label: string) => {
  const found = all(element, `[data-row="${index}"] ${tag}`).find((candidate) => candidate.label === label);
  if (!found) throw new Error(`no ${label}`);
  return found;
};
const change = (input: Element, value: string) => input.dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-provisioning-settings-mappings', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows each mapping', async () => {
    const { element } = mappings();
    expect(inRow(element, 0, 'lightning-select', 'User Field').value).toBe('Department');
    const paths = all(element, '[data-row="0"] [data-path]').map(({ textContent }) => textContent);
    expect(paths).toEqual(['Department', 'elseContact: Title']);
    expect(inRow(element, 1, 'lightning-input', 'Constant').value).toBe('Agent');
    await expect(element).toBeAccessible();
  });

  it('shows what each would give the person who is previewed, or why it gives nothing', async () => {
    const value = (field: string, text: string) => ({ field, label: field, value: text });
    const preview = aUserPreview({ employeeName: 'Ada Byron', values: [value('Department', 'Tools')], unfitting: [] });
    const shown = (element: Element) => all(element, '[data-shown]').map(({ textContent }) => textContent);
    const { element } = mappings({ preview });
    expect(shown(element)).toEqual(['For Ada Byron: Tools', 'For Ada Byron: blank, stays empty']);
    await expect(element).toBeAccessible();
    element.preview = { ...preview, unfitting: [value('Title', 'Title does not take "x".')] };
    await settled();
    expect(one(element, '.slds-text-color_error[data-shown]').textContent).toBe('For Ada Byron: Title does not take "x".');
    await expect(element).toBeAccessible();
    element.preview = { ...preview, values: [], problem: 'Email is missing.' };
    await settled();
    expect(shown(element)).toEqual([]);
  });

  describe('asked to suggest from names', () => {
    const phone: Apex.EmployeeFieldMapping = { userField: 'Phone', paths: ['Contact.Phone'], constant: null, steps: [] };
    const suggest = async (element: Element) => {
      labelled(element, 'lightning-button', 'Suggest from names').click();
      await settled();
    };
    const settings = someSettings({ fieldMappings: [department, title] });

    it('adds what is suggested below, as nobody has saved it', async () => {
      apex(suggestMappings).mockResolvedValue([phone]);
      const { element, changed } = mappings({ settings });
      await suggest(element);
      expect(suggestMappings).toHaveBeenCalledWith({ settings });
      expect(changed.mock.calls).toEqual([[[department, title, phone]]]);
      expect(one(element, '[data-proposal]').textContent).toBe('1 field suggested, not saved yet. Remove what you do not want.');
      await expect(element).toBeAccessible();
    });

    it('says that there is nothing to suggest', async () => {
      apex(suggestMappings).mockResolvedValue([]);
      const { element, changed } = mappings({ settings });
      await suggest(element);
      expect(changed).not.toHaveBeenCalled();
      expect(one(element, '[data-proposal]').textContent).toContain('No further field');
    });

    it('leaves alone what was mapped meanwhile', async () => {
      let answer: (suggested: Apex.EmployeeFieldMapping[]) => void = () => undefined;
      apex(suggestMappings).mockReturnValue(new Promise((resolve) => (answer = resolve)));
      const { element, changed } = mappings({ settings });
      await suggest(element);
      element.mappings = [department, title, { ...phone, constant: '1', paths: [] }];
      answer([phone]);
      await settled();
      expect(changed).not.toHaveBeenCalled();
    });

    it('says why it cannot', async () => {
      apex(suggestMappings).mockRejectedValue(refusal('The source is not there.'));
      const { element, changed } = mappings({ settings });
      await suggest(element);
      expect(one(element, '[role="alert"]').textContent).toBe('The source is not there.');
      expect(changed).not.toHaveBeenCalled();
      await expect(element).toBeAccessible();
    });

    it('is not offered to whoever may only look', async () => {
      const { element } = mappings({ settings, disabled: true });
      expect(all(element, 'lightning-button')).toHaveLength(0);
      await expect(element).toBeAccessible();
    });
  });

  it('says that no field is mapped', async () => {
    const { element } = mappings({ mappings: [] });
    expect(textOf(element)).toContain('No further field is filled.');
    await expect(element).toBeAccessible();
  });

  it('is put into another order by its buttons and from the keyboard, and says where a row stands', async () => {
    const { element, changed } = mappings();
    const rows = () => all(element, 'c-provisioning-ordered-row');
    const order = async (act: string, index: number) => {
      rows()[index]!.dispatchEvent(new CustomEvent('order', { detail: { act, index } }));
      await settled();
    };
    expect(rows().map(({ name, position, count }) => [name, position, count])).toEqual([
      ['Department', 1, 2],
      ['Title', 2, 2],
    ]);
    await order('up', 1);
    expect(changed).toHaveBeenLastCalledWith([title, department]);
    expect(one(element, '[data-place]').textContent).toContain('Title');
    await order('pick', 0);
    expect(rows().map(({ picked }) => picked)).toEqual([true, false]);
    await order('keyDown', 0);
    expect(changed).toHaveBeenLastCalledWith([title, department]);
    element.mappings = [title, department];
    await settled();
    await order('back', 1);
    expect(changed).toHaveBeenLastCalledWith([department, title]);
    await expect(element).toBeAccessible();
  });

  it('names a row without a field by its place', () => {
    const { element } = mappings({ mappings: [department, { ...department, userField: null }] });
    expect(all(element, 'c-provisioning-ordered-row')[1]!.name).toMatch(/2/);
  });

  it('adds and removes', () => {
    const { element, changed } = mappings();
    labelled(element, 'lightning-button', 'Add Field').click();
    expect(changed).toHaveBeenLastCalledWith([department, title, { userField: null, paths: [], constant: null, steps: [] }]);
    inRow(element, 0, 'lightning-button', 'Remove Field').click();
    expect(changed).toHaveBeenLastCalledWith([title]);
  });

  it('changes one mapping and leaves the others', () => {
    const { element, changed } = mappings();
    change(inRow(element, 1, 'lightning-select', 'User Field'), 'Department');
    expect(changed).toHaveBeenLastCalledWith([department, { ...title, userField: 'Department' }]);
    change(inRow(element, 1, 'lightning-input', 'Constant'), '');
    expect(changed).toHaveBeenLastCalledWith([department, { ...title, constant: null }]);
    change(inRow(element, 1, 'lightning-select', 'Add an Employee Field'), 'Contact.Title');
    expect(changed).toHaveBeenLastCalledWith([department, { ...title, paths: ['Contact.Title'] }]);
  });

  it('asks a path earlier, and takes one away', () => {
    const { element, changed } = mappings();
    const button = (name: string, at: number) => one(element, `[data-row="0"] [data-${name}][data-at="${at}"]`);
    expect(button('earlier', 0).disabled).toBe(true);
    expect(button('earlier', 1)).toMatchObject({ alternativeText: 'Ask earlier: Contact: Title' });
    button('earlier', 1).click();
    expect(changed).toHaveBeenLastCalledWith([{ ...department, paths: ['Contact.Title', 'Department__c'] }, title]);
    button('drop', 0).click();
    expect(changed).toHaveBeenLastCalledWith([{ ...department, paths: ['Contact.Title'] }, title]);
  });

  it('carries the steps of a mapping', () => {
    const { element, changed } = mappings({ tables: [{ name: 'Zones', rows: [], otherwise: null }] });
    const steps = all(element, 'c-provisioning-mapping-steps')[0]!;
    expect(steps.tables).toEqual(['Zones']);
    const lower = { action: 'lower' };
    steps.dispatchEvent(new CustomEvent('stepschange', { detail: { steps: [lower] } }));
    expect(changed).toHaveBeenLastCalledWith([{ ...department, steps: [lower] }, title]);
  });

  it('says what is wrong', async () => {
    const errors = new Map([
      ['fieldMappings', 'There are too many.'],
      ['fieldMappings[1]', 'Username is decided by user provisioning itself.'],
      ['fieldMappings[0].steps[0].do', 'There is no such step.'],
    ]);
    const { element } = mappings({ errors });
    const said = (row: string) => all(element, `${row}[role="alert"]`).map(({ textContent }) => textContent);
    expect(said('[data-row="0"] ')).toEqual(['There is no such step.']);
    expect(said('[data-row="1"] ')).toEqual(['Username is decided by user provisioning itself.']);
    expect(said('')).toHaveLength(3);
    await expect(element).toBeAccessible();
  });

  it('can be looked at only', () => {
    const { element } = mappings({ disabled: true });
    expect(all(element, 'lightning-button')).toHaveLength(0);
    expect(all(element, 'lightning-input').every((input) => input.disabled)).toBe(true);
  });
});
