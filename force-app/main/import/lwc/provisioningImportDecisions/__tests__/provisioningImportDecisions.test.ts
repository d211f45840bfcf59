import ProvisioningImportDecisions from 'c/provisioningImportDecisions';
import { all, labelled, mount, one, settled, textOf } from 'jest-helpers';

const row = (line: number, name: string) => ({
  line,
  number: `E${line}`,
  name,
  verdict: { outcome: 'Failed', code: 'DIFFERENT_PERSON', message: `E${line} belonged to somebody else.`, employeeId: null, errors: [] },
});
const ROWS = [row(2, 'Karim Haddad'), row(5, 'Ada Lima'), row(9, 'Bo Wu')];
const decisions = () => {
  const element = mount('c-provisioning-import-decisions', ProvisioningImportDecisions, { rows: ROWS });
  const same: unknown[] = [];
  element.addEventListener('same', (event) => same.push((event as CustomEvent).detail));
  return { element, same };
};
const press = async (element: Element, label: string) => {
  labelled(element, 'lightning-button', label).click();
  await settled();
};
const choose = async (element: Element, value: string) => {
  const [box] = all<HTMLInputElement>(element, 'input').filter((input) => input.value === value);
  box!.dispatchEvent(new CustomEvent('change'));
  await settled();
};
const chosen = (element: Element) => all<HTMLInputElement>(element, 'input').map((input) => input.checked);
const focused = (element: Element) => (element.shadowRoot as ShadowRoot).activeElement?.textContent;

// R51, R52
describe('c-provisioning-import-decisions', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks about one row after another, each with what follows, and begins with what changes nothing', async () => {
    const { element, same } = decisions();
    expect(textOf(element)).toContain('A different person? E2 Karim Haddad, row 2 E2 belonged to somebody else.');
    expect(textOf(element)).toContain('The row stays out. Ask HR for a new number, then import it again.');
    expect(textOf(element)).toContain('Karim Haddad then owns the user and its records');
    expect(textOf(element)).toContain('1 of 3 to decide');
    expect(chosen(element)).toEqual([true, false]);
    await expect(element).toBeAccessible();
    await press(element, 'Save and next');
    expect(textOf(element)).toContain('E5 Ada Lima, row 5');
    expect(textOf(element)).toContain('2 of 3 to decide');
    expect(focused(element)).toBe('A different person?');
    expect(same).toEqual([]);
  });

  it('tells of the same person, and goes on once the row was taken', async () => {
    const { element, same } = decisions();
    await choose(element, 'same');
    expect(chosen(element)).toEqual([false, true]);
    await press(element, 'Save and next');
    expect(same).toEqual([2]);
    expect(textOf(element)).toContain('E2 Karim Haddad');
    element.rows = ROWS.slice(1);
    await settled();
    expect(textOf(element)).toContain('E5 Ada Lima');
    expect(textOf(element)).toContain('2 of 3 to decide');
    expect(chosen(element)).toEqual([true, false]);
  });

  it('puts a row off behind the others, and says when all is decided', async () => {
    const { element } = decisions();
    await press(element, 'Later');
    expect(textOf(element)).toContain('E5 Ada Lima');
    await press(element, 'Save and next');
    await press(element, 'Later');
    expect(textOf(element)).toContain('E2 Karim Haddad');
    await press(element, 'Later');
    expect(textOf(element)).toContain('E9 Bo Wu');
    await press(element, 'Save and next');
    await press(element, 'Save and next');
    expect(textOf(element)).toContain('Everything is decided.');
    expect(one(element, 'h3').tabIndex).toBe(-1);
    await expect(element).toBeAccessible();
  });
});
