import ProvisioningDiagnosisWindow from 'c/provisioningDiagnosisWindow';
import * as navigation from 'lightning/navigation';
import ProvisioningProcessItems from 'c/provisioningProcessItems';
import getItems from '@salesforce/apex/ProvisioningProcessController.getItems';
import { aDryItem, all, apex, anItem, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningProcessController.getItems', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeDiagnosisController.explain', () => ({ default: jest.fn() }), { virtual: true });

const asked = () => apex(getItems).mock.lastCall?.[0];
const pick = (element: Element, value: string) =>
  labelled(element, 'lightning-combobox', 'Outcome').dispatchEvent(new CustomEvent('change', { detail: { value } }));

async function items(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-process-items', ProvisioningProcessItems, { processId: 'a01', ...properties });
  await settled();
  return element;
}

const { navigate } = navigation as unknown as { navigate: jest.Mock };

describe('c-provisioning-process-items', () => {
  beforeEach(() => apex(getItems).mockResolvedValue({ items: [anItem()], next: null }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows that it is loading', async () => {
    apex(getItems).mockReturnValue(new Promise(() => undefined));
    const element = await items();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows people with message, remedy and a link to the employee', async () => {
    const element = await items();
    const link = one(element, 'c-provisioning-page-link');
    expect(link.label).toBe('W10005');
    expect(link.reference).toMatchObject({
      type: 'standard__recordPage',
      attributes: { recordId: '9gs000000000006AAA', actionName: 'view' },
    });
    expect(textOf(element)).toContain('Required fields are missing: Contact.Email. Fill the field named in the message, then retry.');
    await expect(element).toBeAccessible();
  });

  it('explains the person of a row in a window', async () => {
    const open = jest
      .spyOn(ProvisioningDiagnosisWindow as unknown as { open: (options: unknown) => Promise<unknown> }, 'open')
      .mockResolvedValue(null);
    const element = await items();
    const question = one(element, 'lightning-button-icon');
    expect(question.alternativeText).toBe('Why not Test Worker 5?');
    question.click();
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ employeeId: '9gs000000000006AAA' }));
    expect(navigate).not.toHaveBeenCalled();
  });

  it('opens the page that somebody followed from the window', async () => {
    const page = { type: 'standard__recordPage', attributes: { recordId: '005' } };
    jest.spyOn(ProvisioningDiagnosisWindow as unknown as { open: (options: unknown) => Promise<unknown> }, 'open').mockResolvedValue(page);
    const element = await items();
    one(element, 'lightning-button-icon').click();
    await settled();
    expect(navigate).toHaveBeenCalledWith(page, undefined);
  });

  it('shows somebody whose record is gone without a link, by name where there is no number', async () => {
    apex(getItems).mockResolvedValue({ items: [anItem({ employeeId: null, employeeNumber: null })], next: null });
    const element = await items();
    expect(all(element, 'c-provisioning-page-link')).toHaveLength(0);
    expect(one(element, 'tbody th').textContent).toContain('Test Worker 5');
  });

  it('selects failed people and asks to try them again', async () => {
    apex(getItems).mockResolvedValue({ items: [anItem(), anItem({ id: 'a03', outcome: 'Linked' })], next: null });
    const element = await items({ canRetry: true });
    const retry = jest.fn();
    element.addEventListener('retry', (event) => retry((event as CustomEvent).detail));
    expect(all(element, 'lightning-input')).toHaveLength(1);
    one(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    await settled();
    labelled(element, 'lightning-button', 'Retry Selected (1)').click();
    expect(retry).toHaveBeenCalledWith(['9gs000000000006AAA']);
    await expect(element).toBeAccessible();
    one(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
    await settled();
    expect(textOf(element)).not.toContain('Retry Selected');
  });

  it('says who settled a failure, and which username a dry run foresees', async () => {
    apex(getItems).mockResolvedValue({
      items: [anItem({ resolvedBy: 'PP-000003' }), anItem({ id: 'a04', resolvedBy: 'PP-000004', failedAgain: true }), aDryItem()],
      next: null,
    });
    const element = await items({ canRetry: true });
    expect(textOf(element)).toContain('Settled by PP-000003');
    expect(textOf(element)).toContain('Tried again in PP-000004: failed');
    expect(textOf(element)).toContain('Username: worker0@north.example');
    expect(all(element, 'lightning-input')).toHaveLength(0);
  });

  it('exports everybody, page by page', async () => {
    const element = await items();
    apex(getItems)
      .mockResolvedValueOnce({ items: [anItem()], next: 'PI-00000001' })
      .mockResolvedValueOnce({ items: [anItem()], next: null });
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    labelled(element, 'lightning-button', 'Export as CSV').click();
    await settled();
    await settled();
    expect(asked()).toMatchObject({ after: 'PI-00000001', pageSize: 200 });
    const link = click.mock.contexts[0] as HTMLAnchorElement;
    expect(link.download).toBe('a01.csv');
    expect(decodeURIComponent(link.href).split('\r\n')).toHaveLength(4);
  });

  it('answers a question about a person while an export is under way', async () => {
    const element = await items();
    apex(getItems).mockReturnValue(new Promise(() => undefined));
    const open = jest
      .spyOn(ProvisioningDiagnosisWindow as unknown as { open: (options: unknown) => Promise<unknown> }, 'open')
      .mockResolvedValue(undefined);
    labelled(element, 'lightning-button', 'Export as CSV').click();
    one(element, 'lightning-button-icon').click();
    await settled();
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('says when there is nobody', async () => {
    apex(getItems).mockResolvedValue({ items: [], next: null });
    const element = await items();
    expect(one(element, 'c-provisioning-empty-state').heading).toBe('Nobody to show');
    await expect(element).toBeAccessible();
  });

  it('shows why it could not load and loads again', async () => {
    apex(getItems).mockRejectedValueOnce(refusal('No access.'));
    const element = await items();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('No access.');
    await expect(element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(all(element, 'tbody tr')).toHaveLength(1);
  });

  it('adds the next page below', async () => {
    apex(getItems)
      .mockResolvedValueOnce({ items: [anItem()], next: 'cursor' })
      .mockResolvedValueOnce({ items: [anItem({ id: 'a02b' })], next: null });
    const element = await items();
    labelled(element, 'lightning-button', 'Load More').click();
    await settled();
    expect(asked()).toMatchObject({ after: 'cursor' });
    expect(all(element, 'tbody tr')).toHaveLength(2);
    expect(all(element, 'lightning-button').map((button) => button.label)).toEqual(['Export as CSV']);
  });

  it('asks for one outcome only', async () => {
    const element = await items();
    pick(element, 'Linked');
    await settled();
    expect(asked()).toEqual({ processId: 'a01', outcome: 'Linked', cause: null, after: null, pageSize: 50 });
    pick(element, '');
    expect(asked()).toMatchObject({ outcome: null });
  });

  it('shows the people of one cause, and asks to clear it', async () => {
    const element = await items();
    const clear = jest.fn();
    element.addEventListener('clearcause', clear);
    Object.assign(element, { causeLabel: 'A required field is missing', cause: 'MISSING_FIELD' });
    await settled();
    expect(asked()).toMatchObject({ outcome: 'Failed', cause: 'MISSING_FIELD' });
    labelled(element, 'lightning-button', 'Only: A required field is missing').click();
    expect(clear).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('drops an answer that a newer question has overtaken', async () => {
    let answer: (page: Apex.ProvisioningItemPage) => void = () => undefined;
    const element = await items();
    apex(getItems).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    pick(element, 'Failed');
    pick(element, 'Linked');
    await settled();
    answer({ items: [anItem(), anItem({ id: 'x' })], next: null });
    await settled();
    expect(all(element, 'tbody tr')).toHaveLength(1);
  });

  it('looks again quietly when the stamp changes', async () => {
    const element = await items({ stamp: '1' });
    element.stamp = '2';
    expect(all(element, 'tbody tr')).toHaveLength(1);
    await settled();
    expect(apex(getItems)).toHaveBeenCalledTimes(2);
  });

  it('lets people be selected whom the run locked out, and says who is to be brought back', async () => {
    const lockedOut = [
      anItem({ id: 'i1', employeeId: 'e1', outcome: 'Updated' }),
      anItem({ id: 'i2', employeeId: 'e2', code: 'FROZEN_INSTEAD' }),
    ];
    apex(getItems).mockResolvedValue({ items: [...lockedOut, anItem({ id: 'i3', employeeId: 'e3', outcome: 'Skipped' })], next: null });
    const element = await items({ canBringBack: true });
    const wished = jest.fn();
    element.addEventListener('bringback', (event) => wished((event as CustomEvent<string[]>).detail));
    const boxes = all(element, 'lightning-input');
    expect(boxes).toHaveLength(2);
    for (const box of boxes) box.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    await settled();
    labelled(element, 'lightning-button', 'Bring back selected (2)').click();
    expect(wished).toHaveBeenCalledWith(['e1', 'e2']);
    await expect(element).toBeAccessible();
  });
});
