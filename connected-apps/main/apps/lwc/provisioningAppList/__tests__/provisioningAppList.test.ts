import ProvisioningAppList from 'c/provisioningAppList';
import ProvisioningAppPolicies from 'c/provisioningAppPolicies';
import ProvisioningNewTarget from 'c/provisioningNewTarget';
import getApps from '@salesforce/apex/AppController.getApps';
import pauseApp from '@salesforce/apex/AppController.pauseApp';
import resumeApp from '@salesforce/apex/AppController.resumeApp';
import LightningConfirm from 'lightning/confirm';
import * as navigation from 'lightning/navigation';
import { all, anApp, apex, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppController.getApps', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppController.pauseApp', () => ({ default: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/apex/AppController.resumeApp', () => ({ default: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/apex/AppController.getPermissions', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const page = { type: 'standard__navItemPage', attributes: { apiName: 'Connected_Apps' }, state: {} };
const answer = (changes: Partial<Apex.AppViewPage> = {}): Apex.AppViewPage => ({
  apps: [anApp()],
  next: null,
  counts: { All: 7, On: 2, NeedsYou: 2, Off: 2 },
  userProvisioning: true,
  canManage: true,
  ...changes,
});
const list = async (properties: object = {}) => {
  const element = mount('c-provisioning-app-list', ProvisioningAppList, { page, heading: 'Connected apps', ...properties });
  await settled();
  return element;
};
const table = (element: Element) =>
  one(element, 'c-provisioning-list-frame') as unknown as { rows?: { cells: Record<string, object> }[] } & Record<string, unknown> &
    HTMLElement;

describe('c-provisioning-app-list', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('holds the places while it loads', async () => {
    apex(getApps).mockReturnValue(new Promise(() => undefined));
    const element = await list();
    expect(table(element).rows).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('shows each app with its state, engine, accounts and requests, and the views with their counts', async () => {
    apex(getApps).mockResolvedValue(
      answer({ apps: [anApp({ provisioning: 'Stopped', requests: { New: 26, Requested: 0, Failed: 1, ToApprove: 0 } })] }),
    );
    const element = await list();
    expect(one(element, 'c-provisioning-page-heading').heading).toBe('Connected apps');
    expect(table(element).rows?.[0]?.cells).toMatchObject({
      app: { text: 'Expense Cloud', second: 'Target', reference: { ...page, state: { c__app: 'aA0000000000001AAA' } } },
      state: { text: 'Stopped', tone: 'bad' },
      engine: { text: 'Package' },
      accounts: {
        text: '1,178 linked, 21 orphaned, 6 duplicate',
        bar: expect.arrayContaining([{ name: 'orphaned', value: 21, series: 'waiting' }]),
      },
      requests: { text: '1 failed, 26 wait', icon: 'utility:warning' },
      reconciled: { text: 'never' },
    });
    const bar = one(element, 'c-provisioning-list-frame') as unknown as { segments: { label: string; count: number }[] };
    expect(bar.segments.map(({ label, count }) => `${label} ${count}`)).toEqual(['All 7', 'On 2', 'Need you 2', 'Off 2']);
    expect(textOf(element)).toContain('New connected apps can no longer be created since Spring ’26.');
    await expect(element).toBeAccessible();
  });

  it('lists an external client app with its sentence, and leads nowhere from it', async () => {
    apex(getApps).mockResolvedValue(
      answer({ apps: [anApp({ kind: 'ExternalClientApp', provisioning: 'NotPossible', reason: 'It has none.' })] }),
    );
    const cells = table(await list()).rows?.[0]?.cells;
    expect(cells).toMatchObject({ app: { reference: null }, accounts: { text: 'It has none.' }, state: { text: 'Not possible' } });
  });

  it('says in an org without user provisioning what is missing and who enables it', async () => {
    apex(getApps).mockResolvedValue(answer({ userProvisioning: false }));
    const element = await list();
    expect(one(element, '[role="note"]').textContent).toContain('Ask Salesforce Support to enable user provisioning');
  });

  it('asks the server for the view and the search that the address names', async () => {
    apex(getApps).mockResolvedValue(answer({ apps: [] }));
    const element = await list({ page: { ...page, state: { c__view: 'On', c__search: 'hub' } } });
    expect(getApps).toHaveBeenCalledWith({ view: 'On', search: 'hub', column: 'app', descending: false, pageSize: 50, after: null });
    expect(table(element).emptyHeading).toBe('No app matches');
    one(element, 'c-provisioning-list-frame').dispatchEvent(
      new CustomEvent('filter', { detail: { segment: 'Off', search: '', filters: {} } }),
    );
    expect(navigate).toHaveBeenCalledWith({ ...page, state: { c__view: 'Off', c__search: undefined } }, undefined);
  });

  it('loads more below what is there', async () => {
    apex(getApps)
      .mockResolvedValueOnce(answer({ next: 'x' }))
      .mockResolvedValueOnce(answer({ apps: [anApp({ id: 'aA1' })] }));
    const element = await list();
    table(element).dispatchEvent(new CustomEvent('more'));
    await settled();
    expect(getApps).toHaveBeenLastCalledWith({ view: '', search: '', column: 'app', descending: false, pageSize: 50, after: 'x' });
    expect(table(element).rows).toHaveLength(2);
  });

  it('says what was refused and asks again, and has no New target for whoever may not', async () => {
    apex(getApps).mockRejectedValueOnce(refusal('You lack View App Provisioning.'));
    const element = await list();
    expect(table(element).failure).toBe('You lack View App Provisioning.');
    expect(all(element, 'lightning-button')).toHaveLength(0);
    await expect(element).toBeAccessible();
    apex(getApps).mockResolvedValue(answer({ canManage: false }));
    table(element).dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(table(element).failure).toBe('');
    expect(all(element, 'lightning-button')).toHaveLength(0);
  });

  it('keeps the order in the address, and asks the server for it', async () => {
    apex(getApps).mockResolvedValue(answer());
    const element = await list({ page: { ...page, state: { c__view: 'On', c__sort: '-accounts' } } });
    expect(getApps).toHaveBeenCalledWith(expect.objectContaining({ column: 'accounts', descending: true }));
    expect(table(element).order).toEqual({ column: 'accounts', descending: true });
    table(element).dispatchEvent(new CustomEvent('sort', { detail: { column: 'state', descending: false } }));
    expect(navigate).toHaveBeenLastCalledWith({ ...page, state: { c__view: 'On', c__sort: 'state' } }, undefined);
  });

  it.each([
    ['On', true, 'settings requests policies pause'],
    ['Stopped', true, 'settings requests policies pause resume'],
    ['Paused', true, 'settings requests policies resume'],
    ['Setup', true, 'settings requests policies'],
    ['Off', true, 'policies'],
    ['NotPossible', true, ''],
    ['On', false, 'settings requests'],
    ['Off', false, ''],
  ])('offers for an app that is %s, manager %s: %s', async (provisioning, canManage, names) => {
    apex(getApps).mockResolvedValue(answer({ apps: [anApp({ provisioning })], canManage }));
    const [row] = table(await list()).rows as unknown as { actions: { name: string }[] }[];
    expect(row?.actions.map(({ name }) => name).join(' ')).toBe(names);
  });

  it('pauses, resumes and saves policies where the app stands', async () => {
    apex(getApps).mockResolvedValue(answer());
    const confirm = jest.spyOn(LightningConfirm, 'open').mockResolvedValueOnce(false).mockResolvedValue(true);
    const element = await list();
    const choose = async (action: string) => {
      table(element).dispatchEvent(new CustomEvent('rowaction', { detail: { id: 'aA0000000000001AAA', action } }));
      await settled();
    };
    await choose('pause');
    expect(pauseApp).not.toHaveBeenCalled();
    await choose('pause');
    expect(confirm).toHaveBeenCalledTimes(2);
    expect(table(element).said).toBe('Expense Cloud is paused');
    expect(getApps).toHaveBeenCalledTimes(2);
    apex(resumeApp).mockRejectedValueOnce(refusal('It is not paused.'));
    await choose('resume');
    expect(table(element).problem).toBe('It is not paused.');
    (ProvisioningAppPolicies.open as jest.Mock).mockResolvedValueOnce(true);
    await choose('policies');
    expect(ProvisioningAppPolicies.open).toHaveBeenLastCalledWith(expect.objectContaining({ enabled: true }));
    expect(table(element).said).toBe('Policies saved');
    await choose('requests');
    expect(navigate).toHaveBeenLastCalledWith({ ...page, state: { c__app: 'aA0000000000001AAA', c__tab: 'requests' } }, undefined);
  });

  it('opens an app, and a new target at its wizard', async () => {
    apex(getApps).mockResolvedValue(answer());
    const element = await list();
    table(element).dispatchEvent(new CustomEvent('rowaction', { detail: { id: 'aA1', action: 'open' } }));
    expect(navigate).toHaveBeenLastCalledWith({ ...page, state: { c__app: 'aA1' } }, undefined);
    (ProvisioningNewTarget.open as jest.Mock).mockResolvedValueOnce({ id: 'aA2', name: 'Quay' });
    labelled(element, 'lightning-button', 'New target').click();
    await settled();
    expect(navigate).toHaveBeenLastCalledWith({ ...page, state: { c__app: 'aA2', c__tab: 'settings' } }, undefined);
  });
});
