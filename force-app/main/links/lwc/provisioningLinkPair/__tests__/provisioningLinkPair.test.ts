import ProvisioningLinkPair from 'c/provisioningLinkPair';
import compare from '@salesforce/apex/EmployeeLinkController.compare';
import { all, apex, labelled, mount, one, refusal, settled, somePairs } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLinkController.compare', () => ({ default: jest.fn() }), { virtual: true });

const aLink = (changes: Partial<Apex.EmployeeLinkView> = {}): Apex.EmployeeLinkView => ({
  ...somePairs().links![0]!,
  id: 'a',
  name: 'Hanna Lindqvist',
  employeeNumber: 'E100514',
  username: 'hanna.l@corp.example',
  active: true,
  score: 91,
  exact: true,
  state: 'Open',
  ...changes,
});
const aComparison = (changes: Partial<Apex.EmployeeLinkComparison> = {}): Apex.EmployeeLinkComparison => ({
  lines: [
    { label: 'Name', employee: 'Hanna Lindqvist', user: 'Hanna Lindqvist', isSame: true },
    { label: 'Number', employee: 'E100514', user: null, isSame: null },
    { label: 'Title', employee: 'Sales Manager', user: 'Account Executive', isSame: false },
  ],
  given: ['Expense Cloud Access'],
  leftOut: ['Employee Hub'],
  candidates: [aLink()],
  ...changes,
});
const panel = async (link = aLink(), mayDecide = true) => {
  const element = mount('c-provisioning-link-pair', ProvisioningLinkPair, { link, mayDecide });
  await settled();
  return element;
};
const texts = (element: Element, selector: string) => all(element, selector).map(({ textContent }) => textContent);

describe('c-provisioning-link-pair', () => {
  beforeEach(() => {
    apex(compare).mockResolvedValue(aComparison());
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows that it is loading', async () => {
    apex(compare).mockReturnValue(new Promise(() => undefined));
    const element = await panel();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows both side by side, and whether they agree, as a sign and a word', async () => {
    const element = await panel();
    expect(compare).toHaveBeenCalledWith({ id: 'a' });
    expect(texts(element, 'tbody tr th')).toEqual(['Name', 'Number', 'Title']);
    expect(texts(element, 'tbody tr td:nth-child(3)')).toEqual(['Hanna Lindqvist', 'empty', 'Account Executive']);
    expect(all(element, 'lightning-icon').map(({ alternativeText }) => alternativeText)).toEqual(['the same', 'nothing to compare', 'differs']); // prettier-ignore
    await expect(element).toBeAccessible();
  });

  it('says what linking writes and leaves out, and that it is final', async () => {
    const element = await panel();
    expect(texts(element, '[data-if-link] li').slice(1)).toEqual([
      'A process gives Expense Cloud Access.',
      'Employee Hub is left out: the license of the user cannot take it.',
      'The employee gets no second user.',
    ]);
    expect(texts(element, 'p').join(' ')).toContain('A link cannot be undone.');
  });

  it('says that no sets are given where the settings name none', async () => {
    apex(compare).mockResolvedValue(aComparison({ given: [], leftOut: [] }));
    expect(texts(await panel(), '[data-if-link] li')[1]).toMatch(/^No permission sets are given/);
  });

  it('tells what was decided', async () => {
    const decided: string[] = [];
    const element = await panel();
    element.addEventListener('decide', (event) => decided.push((event as CustomEvent<string>).detail));
    labelled(element, 'lightning-button', 'Never').click();
    labelled(element, 'lightning-button', 'Decide later').click();
    labelled(element, 'lightning-button', 'Link to hanna.l@corp.example').click();
    expect(decided).toEqual(['Never', 'Later', 'Link']);
  });

  it('offers no link to an inactive user, and says what to do first', async () => {
    const element = await panel(aLink({ active: false }));
    expect(one(element, '[data-inactive]').textContent).toMatch(/^Inactive users cannot be linked/);
    expect(all(element, 'lightning-button').map(({ label }) => label)).toEqual(['Never', 'Decide later']);
    await expect(element).toBeAccessible();
  });

  it('offers nothing to who may only look, nor about what is linked', async () => {
    expect(all(await panel(aLink(), false), 'lightning-button')).toHaveLength(0);
    document.body.replaceChildren();
    expect(all(await panel(aLink({ state: 'Linked' })), 'lightning-button')).toHaveLength(0);
  });

  it('leads to the other candidates of the employee, in order', async () => {
    const candidates = [aLink(), aLink({ id: 'b', username: 'hanna@old.example', score: 70 })];
    apex(compare).mockResolvedValue(aComparison({ candidates }));
    const element = await panel();
    const opened: unknown[] = [];
    element.addEventListener('candidate', (event) => opened.push((event as CustomEvent).detail));
    expect(texts(element, '[data-candidate]')).toEqual(['hanna.l@corp.example (91)', 'hanna@old.example (70)']);
    expect(all(element, '[data-candidate]').map((button) => button.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
    one(element, '[data-candidate="b"]').click();
    expect(opened).toEqual([candidates[1]]);
    await expect(element).toBeAccessible();
  });

  it('compares anew for another pair, and not for the same', async () => {
    const element = await panel();
    element.link = aLink();
    await settled();
    expect(compare).toHaveBeenCalledTimes(1);
    element.link = aLink({ id: 'b' });
    await settled();
    expect(compare).toHaveBeenLastCalledWith({ id: 'b' });
  });

  it('says why it could not compare, and tries again', async () => {
    apex(compare).mockRejectedValueOnce(refusal('There is no such pair any more.'));
    const element = await panel();
    const failed = one(element, 'c-provisioning-error-panel');
    expect(failed.message).toBe('There is no such pair any more.');
    await expect(element).toBeAccessible();
    failed.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(all(element, 'tbody tr')).toHaveLength(3);
  });
});
