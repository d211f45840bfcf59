import ProvisioningReviewLinks from 'c/provisioningReviewLinks';
import decide from '@salesforce/apex/EmployeeLinkController.decide';
import getLinks from '@salesforce/apex/EmployeeLinkController.getLinks';
import linkExact from '@salesforce/apex/EmployeeLinkController.linkExact';
import lookOn from '@salesforce/apex/EmployeeLinkController.lookOn';
import LightningConfirm from 'lightning/confirm';
import { CurrentPageReference } from 'lightning/navigation';
import * as navigation from 'lightning/navigation';
import { all, apex, aStartedProcess, labelled, mount, one, refusal, settled, somePairs, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLinkController.decide', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLinkController.getLinks', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLinkController.compare', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/EmployeeLinkController.lookOn', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLinkController.linkExact', () => ({ default: jest.fn() }), { virtual: true });

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const confirm = jest.spyOn(LightningConfirm, 'open');
const go = CurrentPageReference as unknown as { emit(page: object): void };
const at = (state: object = {}) => ({ type: 'standard__navItemPage', attributes: { apiName: 'Review_Links' }, state });
const page = async (state: object = {}) => {
  const element = mount('c-provisioning-review-links', ProvisioningReviewLinks);
  go.emit(at(state));
  await settled();
  return element;
};
const frame = (element: Element) =>
  one(element, 'c-provisioning-list-frame') as unknown as {
    rows?: { id: string; selectable: boolean; actions: { name: string }[]; cells: Record<string, object> }[];
  } & Record<string, unknown> &
    HTMLElement;
const tell = async (element: Element, name: string, detail: unknown) => {
  frame(element).dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};
const [pair] = somePairs().links!;
const exact: Apex.EmployeeLinkView = { ...pair!, id: 'exact', exact: true, score: 98, reasons: ['SAME_EMAIL', 'SAME_NAME'] };
const inactive: Apex.EmployeeLinkView = { ...pair!, id: 'inactive', active: false };
const some = (changes: Partial<Apex.EmployeeLinkPage> = {}) =>
  somePairs({ links: [exact, pair!, inactive], counts: { Open: 3, Exact: 1, Later: 0, Never: 0, Linked: 2 }, mayDecide: true, ...changes });

describe('c-provisioning-review-links', () => {
  beforeEach(() => {
    apex(getLinks).mockResolvedValue(some());
    confirm.mockResolvedValue(true);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('holds the places while it loads', async () => {
    apex(getLinks).mockReturnValue(new Promise(() => undefined));
    const element = await page();
    expect(frame(element).rows).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('names rows as short as they can be told apart, for whoever hears them', async () => {
    const named = (element: Element) => (frame(element).rows as unknown as { label: string; button: { label: string } }[]) ?? [];
    const other: Apex.EmployeeLinkView = { ...pair!, id: 'other', employeeId: 'e9', name: 'Mary Jones', employeeNumber: 'E1001' };
    const nameless: Apex.EmployeeLinkView = { ...pair!, id: 'nameless', employeeId: 'e8', name: null, employeeNumber: 'E1002' };
    apex(getLinks).mockResolvedValue(some({ links: [other, exact, { ...exact, id: 'second', username: 'twin@north.example' }, nameless] }));
    const rows = named(await page());
    expect(rows.map(({ label }) => label)).toEqual([
      'Mary Jones, E1001',
      'Test Worker 5, W10005, namesake',
      'Test Worker 5, W10005, twin',
      'E1002',
    ]);
    expect(rows[0]!.button.label).toBe('Compare Mary Jones, E1001');
  });

  it('shows pairs with score and reasons in words, the likeliest first as the server has them', async () => {
    const element = await page();
    expect(getLinks).toHaveBeenCalledWith({ state: 'Open', isExact: null, search: '', pageSize: 50, after: null });
    expect(one(element, 'c-provisioning-page-heading').heading).toBe('Review links');
    expect(frame(element).label).toBe('Open pairs');
    expect(frame(element).rows?.[0]?.cells).toMatchObject({
      employee: { text: 'Test Worker 5', second: 'W10005' },
      user: { text: 'namesake@north.example', second: 'active' },
      score: { text: '98', second: 'exact' },
      reasons: { text: 'Same address, Same name' },
    });
    const segments = frame(element).segments as { label: string; count: number }[];
    expect(segments.map(({ label, count }) => `${label} ${count}`)).toEqual(['Open 3', 'Later 0', 'Never 0', 'Linked 2']);
    expect(textOf(element)).toContain('Everybody who waits for a user was compared just now.');
    await expect(element).toBeAccessible();
  });

  it('says how fresh it is where not everybody could be compared', async () => {
    apex(getLinks).mockResolvedValue(some({ isComplete: false }));
    expect(textOf(await page())).toContain('the others when everybody was last checked');
  });

  it('keeps state, search and kind in the address, and asks by it', async () => {
    const element = await page({ c__state: 'Never', c__search: 'ada', c__exact: 'false' });
    expect(getLinks).toHaveBeenCalledWith(expect.objectContaining({ state: 'Never', search: 'ada', isExact: false }));
    await tell(element, 'filter', { segment: 'Later', search: '', filters: { exact: 'true' } });
    expect(navigate).toHaveBeenLastCalledWith(at({ c__state: 'Later', c__exact: 'true' }), true);
  });

  it('links who is selected once it is confirmed, and says that it is final', async () => {
    apex(decide).mockResolvedValue({
      rows: [
        { id: 'exact', outcome: 'Done', code: null, message: null },
        { id: pair!.id, outcome: 'Failed', code: 'ALREADY_LINKED', message: 'Somebody else has the user.' },
      ],
      processId: null,
    });
    const element = await page();
    await tell(element, 'select', ['exact', pair!.id]);
    expect((frame(element).actions as { label: string }[]).map(({ label }) => label)).toEqual(['Link 2', 'Never', 'Decide later']);
    confirm.mockResolvedValueOnce(false);
    await tell(element, 'act', 'Link');
    expect(decide).not.toHaveBeenCalled();
    await tell(element, 'act', 'Link');
    expect(confirm).toHaveBeenLastCalledWith(
      expect.objectContaining({ message: expect.stringContaining('A link cannot be undone.') as string }),
    );
    expect(decide).toHaveBeenLastCalledWith({ decision: 'Link', ids: ['exact', pair!.id] });
    expect(frame(element).said).toBe('One pair: Linked.');
    expect(frame(element).problem).toBe('1 of 2 were left as they are. Somebody else has the user.');
    expect(frame(element).selected).toEqual([]);
    expect(getLinks).toHaveBeenCalledTimes(2);
  });

  it('says never or later without a question, and offers no link to an inactive user', async () => {
    apex(decide).mockResolvedValue({ rows: [{ id: 'inactive', outcome: 'Done', code: null, message: null }], processId: null });
    const element = await page();
    expect(frame(element).rows?.[2]?.actions.map(({ name }) => name)).toEqual(['Never', 'Later']);
    await tell(element, 'rowaction', { id: 'inactive', action: 'Never' });
    expect(confirm).not.toHaveBeenCalled();
    expect(decide).toHaveBeenLastCalledWith({ decision: 'Never', ids: ['inactive'] });
  });

  it('shows the pair beside the list, goes to the next one, and decides from there', async () => {
    apex(decide).mockResolvedValue({ rows: [{ id: 'exact', outcome: 'Done', code: null, message: null }], processId: null });
    const element = await page();
    await tell(element, 'rowaction', { id: 'exact', action: 'compare' });
    const shown = () => one(element, 'c-provisioning-link-pair');
    const step = async (by: string) => {
      one(element, `[data-step="${by}"]`).click();
      await settled();
    };
    expect(shown().link).toMatchObject({ id: 'exact' });
    expect(one(element, '[data-step="-1"]').disabled).toBe(true);
    await step('1');
    expect(shown().link).toMatchObject({ id: pair!.id });
    await step('1');
    expect(one(element, '[data-step="1"]').disabled).toBe(true);
    await step('-1');
    await step('-1');
    await expect(element).toBeAccessible();
    shown().dispatchEvent(new CustomEvent('decide', { detail: 'Link' }));
    await settled();
    expect(confirm).toHaveBeenCalled();
    expect(decide).toHaveBeenLastCalledWith({ decision: 'Link', ids: ['exact'] });
    expect(all(element, 'c-provisioning-side-panel')).toEqual([]);
  });

  it('shows another candidate of the employee, also one that the list has not loaded', async () => {
    const element = await page();
    await tell(element, 'rowaction', { id: 'exact', action: 'compare' });
    const other = { ...pair!, id: 'far', username: 'far@north.example' };
    one(element, 'c-provisioning-link-pair').dispatchEvent(new CustomEvent('candidate', { detail: other }));
    await settled();
    expect(one(element, 'c-provisioning-link-pair').link).toMatchObject({ id: 'far' });
  });

  it('compares on behind the first people, until everybody was compared', async () => {
    apex(getLinks).mockResolvedValue(some({ isComplete: false, lookNext: 'behind' }));
    apex(lookOn)
      .mockResolvedValueOnce('further')
      .mockResolvedValueOnce(null as unknown as string);
    const element = await page();
    const on = async () => {
      one(element, '[data-look-on]').click();
      await settled();
    };
    await on();
    expect(lookOn).toHaveBeenLastCalledWith({ after: 'behind' });
    expect(element.shadowRoot!.textContent).toContain('More people who wait for a user were compared just now');
    await on();
    expect(lookOn).toHaveBeenLastCalledWith({ after: 'further' });
    expect(all(element, '[data-look-on]')).toEqual([]);
    expect(element.shadowRoot!.textContent).toContain('Everybody who waits for a user was compared just now.');
  });

  it('links all exact ones as a process, dry or live, and goes to it', async () => {
    apex(linkExact).mockResolvedValue(aStartedProcess({ id: 'p1', name: 'PP-000031' }));
    const element = await page();
    labelled(element, 'lightning-button', 'Dry run of exact ones').click();
    await settled();
    expect(linkExact).toHaveBeenLastCalledWith({ isDryRun: true });
    expect(confirm).not.toHaveBeenCalled();
    labelled(element, 'lightning-button', 'Link all 1 exact').click();
    await settled();
    expect(linkExact).toHaveBeenLastCalledWith({ isDryRun: false });
    expect(navigate).toHaveBeenLastCalledWith(
      expect.objectContaining({ attributes: { apiName: 'View_Processes' }, state: { c__process: 'p1' } }),
      undefined,
    );
  });

  it('lets nobody decide who may not, nor about what is linked', async () => {
    apex(getLinks).mockResolvedValue(some({ mayDecide: false }));
    const element = await page();
    expect(frame(element).selectable).toBe(false);
    expect(frame(element).rows?.[0]?.actions).toEqual([]);
    expect(all(element, 'lightning-button').map(({ label }) => label)).toEqual(['Look again']);
    document.body.replaceChildren();
    apex(getLinks).mockResolvedValue(some({ links: [{ ...exact, state: 'Linked' }] }));
    expect(frame(await page({ c__state: 'Linked' })).selectable).toBe(false);
  });

  it('says that nothing looks alike, that nothing matches, and why it could not look', async () => {
    apex(getLinks).mockResolvedValue(some({ links: [] }));
    const empty = await page();
    expect(frame(empty).emptyText).toBe('No user who exists looks like an employee without one.');
    await expect(empty).toBeAccessible();
    document.body.replaceChildren();
    expect(frame(await page({ c__state: 'Later' })).emptyText).toBe('About no pair was decided like this so far.');
    document.body.replaceChildren();
    expect(frame(await page({ c__search: 'x' })).emptyText).toBe('No pair matches the filters.');
    document.body.replaceChildren();
    apex(getLinks).mockResolvedValue(some({ links: [], counts: {} }));
    expect(frame(await page()).emptyText).toMatch(/^No settings are saved yet/);
    document.body.replaceChildren();
    apex(getLinks).mockRejectedValue(refusal('Not for you.'));
    const element = await page();
    expect(frame(element).failure).toBe('Not for you.');
    await expect(element).toBeAccessible();
    apex(getLinks).mockResolvedValue(some());
    await tell(element, 'retry', null);
    expect(frame(element).rows).toHaveLength(3);
  });

  it('shows the next page below the first, and why a decision was refused', async () => {
    apex(getLinks)
      .mockResolvedValueOnce(some({ next: '70-x' }))
      .mockResolvedValueOnce(some({ links: [{ ...pair!, id: 'last' }] }));
    const element = await page();
    await tell(element, 'more', null);
    expect(getLinks).toHaveBeenLastCalledWith(expect.objectContaining({ after: '70-x' }));
    expect(frame(element).rows).toHaveLength(4);
    apex(decide).mockRejectedValue(refusal('You may not.'));
    await tell(element, 'act', 'Never');
    expect(frame(element).problem).toBe('You may not.');
  });
});
