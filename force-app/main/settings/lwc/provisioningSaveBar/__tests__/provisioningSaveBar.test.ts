import ProvisioningSaveBar from 'c/provisioningSaveBar';
import { all, anEffect, labelled, mount, one, settled, textOf } from 'jest-helpers';

const error = { field: 'usernameSuffix', label: 'Username Suffix', message: 'Enter a domain.' };

function bar(properties: object = {}) {
  const element = mount('c-provisioning-save-bar', ProvisioningSaveBar, properties as Record<string, unknown>);
  const told = jest.fn();
  for (const name of ['save', 'cancel', 'mend']) {
    element.addEventListener(name, (event) => told(name, (event as CustomEvent<unknown>).detail));
  }
  return { element, told };
}
const button = (element: Element, label: string) => labelled(element, 'lightning-button', label);

describe('c-provisioning-save-bar', () => {
  afterEach(() => document.body.replaceChildren());

  it('says that everything is saved', async () => {
    const { element } = bar();
    expect(textOf(element)).toContain('Everything is saved.');
    expect(button(element, 'Save').disabled).toBe(true);
    expect(button(element, 'Cancel').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('counts the changes and says whom they concern', async () => {
    const { element, told } = bar({ changes: 1, effects: [anEffect({ message: '58 employees would get it.' })] });
    expect(textOf(element)).toContain('1 change ');
    expect(textOf(element)).toContain('58 employees would get it.');
    button(element, 'Save').click();
    button(element, 'Cancel').click();
    expect(told.mock.calls).toEqual([
      ['save', null],
      ['cancel', null],
    ]);
    await expect(element).toBeAccessible();
  });

  it('opens what saving would change, also while that is looked up', async () => {
    const { element } = bar({ changes: 2 });
    button(element, 'What saving would change').click();
    await settled();
    expect(textOf(element)).toContain('is being looked up');
    element.effects = [anEffect()];
    await settled();
    expect(one(element, 'c-provisioning-settings-effects').effects).toEqual([anEffect()]);
    await expect(element).toBeAccessible();
  });

  it('counts errors, saves none of them, and leads to the field', async () => {
    const { element, told } = bar({ changes: 3, errors: [error] });
    expect(textOf(element)).toContain('3 changes, 1 error');
    expect(button(element, 'Save').disabled).toBe(true);
    button(element, 'Username Suffix').click();
    expect(told).toHaveBeenCalledWith('mend', 'usernameSuffix');
    await expect(element).toBeAccessible();
  });

  it('says why nothing can be saved although nothing is wrong', async () => {
    const { element } = bar({ changes: 2, reason: 'Choose above.' });
    expect(textOf(element)).toContain('Choose above.');
    expect(button(element, 'Save').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('lets the first settings be saved as they are, and says what they lack', async () => {
    const { element } = bar({ first: true });
    expect(button(element, 'Save').disabled).toBe(false);
    element.errors = [error];
    await settled();
    expect(textOf(element)).toContain('1 error');
    expect(all(element, 'lightning-button[data-field]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
