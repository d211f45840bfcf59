import ProvisioningDiagnosisWindow from 'c/provisioningDiagnosisWindow';
import * as navigation from 'lightning/navigation';
import ProvisioningProcessItems from 'c/provisioningProcessItems';
import getItems from '@salesforce/apex/ProvisioningProcessController.getItems';
import { aCause, aLiveProcess, apex, aProcess, anItem, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/ProvisioningProcessController.getItems', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeDiagnosisController.explain', () => ({ default: jest.fn() }), { virtual: true });

const asked = () => apex(getItems).mock.lastCall?.[0];
const run = aProcess({ id: 'a01', name: 'PP-000027', failed: 3, created: 34 });
const { navigate } = navigation as unknown as { navigate: jest.Mock };
const windows = ProvisioningDiagnosisWindow as unknown as { open: (options: unknown) => Promise<unknown> };

async function items(properties: Readonly<Record<string, unknown>> = {}) {
  const element = mount('c-provisioning-process-items', ProvisioningProcessItems, { process: run, ...properties });
  await settled();
  return element;
}
const frame = (element: Element) => one(element, 'c-provisioning-list-frame');
const tell = (element: Element, name: string, detail: unknown) => frame(element).dispatchEvent(new CustomEvent(name, { detail }));
const wish = (element: Element, name: string) => {
  const heard = jest.fn();
  element.addEventListener(name, (event) => heard((event as CustomEvent<unknown>).detail));
  return heard;
};

describe('c-provisioning-process-items', () => {
  beforeEach(() => apex(getItems).mockResolvedValue({ items: [anItem()], next: null }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows that it is loading', async () => {
    apex(getItems).mockReturnValue(new Promise(() => undefined));
    const element = await items();
    expect(frame(element).rows).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('begins with who failed in a run that has ended, and counts the views', async () => {
    const element = await items();
    expect(asked()).toEqual({ processId: 'a01', outcome: 'Failed', cause: null, search: null, after: null, pageSize: 50 });
    expect(frame(element)).toMatchObject({ segment: 'Failed', total: 3 });
    const segments = frame(element).segments as { value: string; count: number | null }[];
    expect(segments.slice(0, 3).map(({ value, count }) => [value, count])).toEqual([
      ['All', null],
      ['Failed', 3],
      ['Created', 34],
    ]);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['a run that goes on', aLiveProcess({ id: 'a01', failed: 3 })],
    ['a run that failed nobody', aProcess({ id: 'a01', failed: 0 })],
  ])('begins with everybody in %s', async (_name, process) => {
    await items({ process });
    expect(asked()).toMatchObject({ outcome: null });
  });

  it('says where those are whom a live run created, because they leave no item', async () => {
    expect(frame(await items({ outcome: 'All' })).said).toContain('under Created');
    expect(frame(await items({ outcome: 'Created' })).said).toBe('');
  });

  it('asks by what the address says, and anew when that changes', async () => {
    const element = await items({ outcome: 'Linked', search: 'ada' });
    expect(asked()).toMatchObject({ outcome: 'Linked', search: 'ada' });
    expect(frame(element).total).toBeNull();
    Object.assign(element, { outcome: '', search: '', cause: 'MISSING_FIELD', causes: [aCause({ count: 2 })] });
    await settled();
    expect(asked()).toMatchObject({ outcome: 'Failed', cause: 'MISSING_FIELD', search: null });
    expect(frame(element).filters).toMatchObject([
      { value: 'MISSING_FIELD', options: [{ value: '' }, { label: 'A required field is missing (2)' }] },
    ]);
  });

  it('fires what somebody wants to see; a cause belongs to failures', async () => {
    const element = await items({ causes: [aCause()] });
    const wanted = wish(element, 'filter');
    tell(element, 'filter', { segment: 'Failed', search: '', filters: { cause: 'MISSING_FIELD' } });
    expect(wanted).toHaveBeenLastCalledWith({ outcome: 'Failed', cause: 'MISSING_FIELD', search: '' });
    tell(element, 'filter', { segment: 'Created', search: 'ada', filters: { cause: 'MISSING_FIELD' } });
    expect(wanted).toHaveBeenLastCalledWith({ outcome: 'Created', cause: '', search: 'ada' });
  });

  it('explains the person of a row in a window, and opens the page that somebody followed from there', async () => {
    const page = { type: 'standard__recordPage', attributes: { recordId: '005' } };
    const open = jest.spyOn(windows, 'open').mockResolvedValueOnce(null).mockResolvedValueOnce(page);
    const element = await items();
    tell(element, 'rowaction', { id: '9gs000000000006AAA', action: 'why' });
    await settled();
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ employeeId: '9gs000000000006AAA' }));
    expect(navigate).not.toHaveBeenCalled();
    tell(element, 'rowaction', { id: '9gs000000000006AAA', action: 'why' });
    await settled();
    expect(navigate).toHaveBeenCalledWith(page, undefined);
  });

  it('tries the selected people again, also those of an earlier page, and nobody who did not fail', async () => {
    apex(getItems)
      .mockResolvedValueOnce({ items: [anItem({ employeeId: 'e1' }), anItem({ employeeId: 'e2', outcome: 'Linked' })], next: 'cursor' })
      .mockResolvedValueOnce({ items: [anItem({ employeeId: 'e3' })], next: null });
    const element = await items({ canRetry: true, outcome: 'All' });
    const retry = wish(element, 'retry');
    expect((frame(element).rows as { selectable: boolean }[]).map(({ selectable }) => selectable)).toEqual([true, false]);
    tell(element, 'select', ['e1']);
    tell(element, 'more', null);
    await settled();
    expect(asked()).toMatchObject({ after: 'cursor' });
    expect(frame(element).rows).toHaveLength(3);
    tell(element, 'select', ['e1', 'e3']);
    await settled();
    expect(frame(element).actions).toMatchObject([{ name: 'retry', label: 'Retry 2' }]);
    tell(element, 'act', 'retry');
    expect(retry).toHaveBeenCalledWith(['e1', 'e3']);
    await expect(element).toBeAccessible();
  });

  it('offers no selection to somebody who may only look', async () => {
    expect(frame(await items()).selectable).toBe(false);
  });

  it('brings back the selected people whom the run locked out', async () => {
    const lockedOut = [anItem({ employeeId: 'e1', outcome: 'Updated' }), anItem({ employeeId: 'e2', code: 'FROZEN_INSTEAD' })];
    apex(getItems).mockResolvedValue({ items: [...lockedOut, anItem({ employeeId: 'e3', outcome: 'Skipped' })], next: null });
    const element = await items({ canBringBack: true });
    const wished = wish(element, 'bringback');
    tell(element, 'select', ['e1', 'e2']);
    await settled();
    expect(frame(element).actions).toMatchObject([{ label: 'Bring back selected (2)' }]);
    tell(element, 'act', 'bringback');
    expect(wished).toHaveBeenCalledWith(['e1', 'e2']);
  });

  it('exports everybody whom the filter lets through, page by page, and says how far it is', async () => {
    const element = await items({ outcome: 'Failed', search: 'ada' });
    let end: (page: Apex.ProvisioningItemPage) => void = () => undefined;
    apex(getItems)
      .mockResolvedValueOnce({ items: [anItem()], next: 'PI-00000001' })
      .mockReturnValueOnce(new Promise((resolve) => (end = resolve)));
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    tell(element, 'export', null);
    await settled();
    expect(frame(element).said).toBe('1 person fetched for the file');
    end({ items: [anItem()], next: null });
    await settled();
    await settled();
    expect(asked()).toMatchObject({ after: 'PI-00000001', outcome: 'Failed', search: 'ada' });
    const link = click.mock.contexts[0] as HTMLAnchorElement;
    expect(link.download).toBe('PP-000027.csv');
    expect(decodeURIComponent(link.href).split('\r\n')).toHaveLength(4);
    expect(frame(element).said).toBe('');
  });

  it('answers a question about a person while an export is under way', async () => {
    const element = await items();
    apex(getItems).mockReturnValue(new Promise(() => undefined));
    const open = jest.spyOn(windows, 'open').mockResolvedValue(undefined);
    tell(element, 'export', null);
    tell(element, 'rowaction', { id: 'e1', action: 'why' });
    await settled();
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('says why an export was refused, and keeps the people', async () => {
    const element = await items();
    apex(getItems).mockRejectedValueOnce(refusal('Lost.'));
    tell(element, 'export', null);
    await settled();
    expect(frame(element)).toMatchObject({ problem: 'Lost.', failure: '' });
    expect(frame(element).rows).toHaveLength(1);
  });

  it('shows why it could not load and loads again', async () => {
    apex(getItems).mockRejectedValueOnce(refusal('No access.'));
    const element = await items();
    expect(frame(element).failure).toBe('No access.');
    await expect(element).toBeAccessible();
    tell(element, 'retry', null);
    await settled();
    expect(frame(element).rows).toHaveLength(1);
  });

  it('drops an answer that a newer question has overtaken', async () => {
    let answer: (page: Apex.ProvisioningItemPage) => void = () => undefined;
    const element = await items();
    apex(getItems).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    element.outcome = 'Skipped';
    element.outcome = 'Linked';
    await settled();
    answer({ items: [anItem(), anItem({ employeeId: 'x' })], next: null });
    await settled();
    expect(frame(element).rows).toHaveLength(1);
  });

  it('looks again quietly when the run has got on, and not when it has not', async () => {
    const element = await items();
    element.process = { ...run, failed: 4 };
    expect(frame(element).rows).toHaveLength(1);
    await settled();
    expect(apex(getItems)).toHaveBeenCalledTimes(2);
    element.process = { ...run, failed: 4, heartbeat: 'later' };
    await settled();
    expect(apex(getItems)).toHaveBeenCalledTimes(2);
  });

  it('takes the keyboard to its heading', async () => {
    const element = await items();
    element.focus();
    expect(element.shadowRoot?.activeElement?.textContent).toBe('People');
  });
});
