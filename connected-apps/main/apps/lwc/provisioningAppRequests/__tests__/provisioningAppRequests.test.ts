import ProvisioningAppRequests from 'c/provisioningAppRequests';
import ProvisioningCallPreview from 'c/provisioningCallPreview';
import decide from '@salesforce/apex/AppRequestsController.decide';
import decideOnCause from '@salesforce/apex/AppRequestsController.decideOnCause';
import getOverview from '@salesforce/apex/AppRequestsController.getOverview';
import getRequests from '@salesforce/apex/AppRequestsController.getRequests';
import { all, apex, mount, one, refusal, settled } from 'jest-helpers';

jest.mock('@salesforce/apex/AppRequestsController.decide', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppRequestsController.decideOnCause', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppRequestsController.getLog', () => ({ default: jest.fn(() => Promise.resolve([])) }), { virtual: true });
jest.mock('@salesforce/apex/AppRequestsController.getOverview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppRequestsController.getRequests', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppPreviewController.preview', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppPreviewController.send', () => ({ default: jest.fn() }), { virtual: true });

const request = (changes: Partial<Apex.AppRequestView> = {}): Apex.AppRequestView => ({
  id: 'a01',
  name: 'AR-00000001',
  appId: 'app1',
  appName: 'Crane Hire',
  operation: 'Create',
  state: 'New',
  approval: 'Required',
  userId: '005',
  username: 'vita@people.example',
  person: 'Vita Hammes',
  requestedBy: null,
  approvers: ['Ada Lima'],
  approveUntil: null,
  mayDecide: true,
  accountId: null,
  externalUserId: null,
  cause: null,
  code: null,
  message: null,
  howToFix: null,
  retryable: false,
  attempt: 1,
  parentId: null,
  waitsFor: 'Waits for approval by Ada Lima.',
  createdDate: '2026-11-29T08:00:00.000Z',
  ...changes,
});
const failed = request({
  state: 'Failed',
  approval: 'NotRequired',
  mayDecide: false,
  cause: 'TARGET_REFUSED',
  message: '=2+3',
  waitsFor: null,
  howToFix: 'Correct it.',
});
const overview = (changes: Partial<Apex.AppRequestOverview> = {}): Apex.AppRequestOverview => ({
  counts: { Open: 1, ToApprove: 1, Failed: 3, Completed: 0 },
  causes: [{ cause: 'TARGET_REFUSED', label: 'Refused by the target', howToFix: 'Correct it.', count: 3 }],
  mayProcess: true,
  ...changes,
});
const done = (outcome: string, message: string | null = null): Apex.AppRowResult => ({ id: 'a01', outcome, code: null, message });

async function requests(appId: string | null = 'app1') {
  const element = mount('c-provisioning-app-requests', ProvisioningAppRequests, { appId });
  await settled();
  return element;
}
const fire = (element: Element, tag: string, event: string, detail: unknown): void => {
  one(element, tag).dispatchEvent(new CustomEvent(event, { detail }));
};
const view = (element: Element, segment: string): void =>
  fire(element, 'c-provisioning-list-frame', 'filter', { segment, search: '', filters: {} });
const row = (element: Element, action: string): void => fire(element, 'c-provisioning-list-frame', 'rowaction', { id: 'a01', action });

describe('c-provisioning-app-requests', () => {
  beforeEach(() => {
    apex(getRequests).mockResolvedValue({ requests: [request()], next: null });
    apex(getOverview).mockResolvedValue(overview());
    apex(decide).mockResolvedValue([done('Done')]);
    apex(decideOnCause).mockResolvedValue([done('Done')]);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows what each request waits for, and how many there are in each view', async () => {
    const element = await requests();
    const table = one(element, 'c-provisioning-list-frame');
    const rows = table.rows as readonly { cells: Record<string, { text?: string }> }[];
    expect(rows[0]?.cells.fate?.text).toBe('Waits for approval by Ada Lima.');
    expect((table.columns as readonly { name: string }[]).map(({ name }) => name)).not.toContain('app');
    expect((one(element, 'c-provisioning-list-frame').segments as readonly { count: number }[]).map(({ count }) => count)).toEqual([
      1, 1, 3, 0,
    ]);
    await expect(element).toBeAccessible();
  });

  it('names the app where there are several, and says when there is nothing', async () => {
    apex(getRequests).mockResolvedValue({ requests: [], next: null });
    const table = one(await requests(null), 'c-provisioning-list-frame');
    expect((table.columns as readonly { name: string }[]).map(({ name }) => name)).toContain('app');
    expect(table.rows).toEqual([]);
  });

  it('shows nothing before there is an answer, and why there is none', async () => {
    apex(getRequests).mockRejectedValueOnce(refusal('You need what you do not have.'));
    const element = mount('c-provisioning-app-requests', ProvisioningAppRequests, { appId: 'app1' });
    expect(one(element, 'c-provisioning-list-frame').rows).toBeUndefined();
    await settled();
    expect(one(element, 'c-provisioning-list-frame').failure).toBe('You need what you do not have.');
    fire(element, 'c-provisioning-list-frame', 'retry', null);
    await settled();
    expect(one(element, 'c-provisioning-list-frame').failure).toBe('');
  });

  it('approves with a comment', async () => {
    const element = await requests();
    const changed = jest.fn();
    element.addEventListener('changed', changed);
    row(element, 'approve');
    await settled();
    fire(element, 'c-provisioning-request-decision', 'decided', 'Welcome');
    await settled();
    expect(decide).toHaveBeenCalledWith({ decision: 'approve', ids: ['a01'], comment: 'Welcome' });
    expect(changed).toHaveBeenCalledTimes(1);
    expect(one(element, 'c-provisioning-list-frame').said).toContain('1 done.');
    await expect(element).toBeAccessible();
  });

  it('tells what was not done, and keeps the reason', async () => {
    apex(decide).mockResolvedValue([done('Done'), done('Failed', 'AR-2 did not fail.')]);
    const element = await requests();
    view(element, 'Failed');
    await settled();
    fire(element, 'c-provisioning-list-frame', 'select', ['a01', 'a02']);
    await settled();
    expect(one(element, 'c-provisioning-list-frame').selected).toHaveLength(2);
    fire(element, 'c-provisioning-list-frame', 'act', 'retry');
    await settled();
    expect(decide).toHaveBeenCalledWith({ decision: 'retry', ids: ['a01', 'a02'], comment: null });
    expect(one(element, 'c-provisioning-list-frame').said).toContain('1 not done: AR-2 did not fail.');
    expect(one(element, 'c-provisioning-list-frame').selected).toHaveLength(0);
  });

  it('shows a refusal of the whole call', async () => {
    apex(decide).mockRejectedValueOnce(refusal('Nobody may.'));
    const element = await requests();
    row(element, 'retry');
    await settled();
    expect(one(element, 'c-provisioning-list-frame').problem).toBe('Nobody may.');
  });

  it('narrows to a cause, and decides on all of it', async () => {
    const element = await requests();
    fire(element, 'c-provisioning-request-causes', 'cause', { cause: 'TARGET_REFUSED', action: 'show' });
    await settled();
    expect(getRequests).toHaveBeenLastCalledWith(expect.objectContaining({ view: 'Failed', cause: 'TARGET_REFUSED' }));
    expect(one(element, 'c-provisioning-list-frame').filters).toHaveLength(1);
    fire(element, 'c-provisioning-request-causes', 'cause', { cause: 'TARGET_REFUSED', action: 'complete' });
    await settled();
    expect(decideOnCause).toHaveBeenCalledWith({ decision: 'complete', appId: 'app1', cause: 'TARGET_REFUSED' });
  });

  it('shows the log of one, and closes it', async () => {
    const element = await requests();
    row(element, 'log');
    await settled();
    expect((one(element, 'c-provisioning-request-log').request as Apex.AppRequestView).id).toBe('a01');
    fire(element, 'c-provisioning-request-log', 'close', null);
    await settled();
    expect(all(element, 'c-provisioning-request-log')).toHaveLength(0);
  });

  it('asks for more, and selects nothing of another view', async () => {
    apex(getRequests).mockResolvedValueOnce({ requests: [request()], next: 'AR-00000001' });
    apex(getRequests).mockResolvedValueOnce({ requests: [request({ id: 'a00' })], next: null });
    const element = await requests();
    fire(element, 'c-provisioning-list-frame', 'select', ['a01']);
    fire(element, 'c-provisioning-list-frame', 'more', null);
    await settled();
    expect(getRequests).toHaveBeenLastCalledWith(expect.objectContaining({ after: 'AR-00000001' }));
    expect(one(element, 'c-provisioning-list-frame').rows).toHaveLength(2);
    view(element, 'ToApprove');
    await settled();
    expect(one(element, 'c-provisioning-list-frame').selected).toHaveLength(0);
  });

  it('offers to whoever only looks nothing but the log', async () => {
    apex(getOverview).mockResolvedValue(overview({ mayProcess: false }));
    apex(getRequests).mockResolvedValue({ requests: [failed], next: null });
    const element = await requests();
    view(element, 'Failed');
    await settled();
    const table = one(element, 'c-provisioning-list-frame');
    expect(table.selectable).toBe(false);
    expect((table.rows as readonly { actions: readonly { name: string }[] }[])[0]?.actions.map(({ name }) => name)).toEqual(['log']);
  });

  it('exports all pages, and no formula among them', async () => {
    const links: HTMLAnchorElement[] = [];
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(this);
    });
    const element = await requests();
    apex(getRequests).mockResolvedValueOnce({ requests: [failed], next: 'AR-00000001' });
    fire(element, 'c-provisioning-list-frame', 'export', null);
    await settled();
    const text = decodeURIComponent(links[0]?.href.split(',').slice(1).join(',') ?? '');
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain(",'=2+3,");
    click.mockRestore();
  });

  it('opens the preview of a person, and looks again when something was sent', async () => {
    const element = await requests();
    const open = jest.spyOn(ProvisioningCallPreview, 'open').mockResolvedValue(true);
    row(element, 'preview');
    await settled();
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ appId: 'app1', userId: '005', operation: 'Create' }));
    expect(apex(getRequests).mock.calls.length).toBeGreaterThan(1);
    open.mockRestore();
  });
});
