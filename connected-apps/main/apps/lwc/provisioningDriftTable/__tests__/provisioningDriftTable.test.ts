import ProvisioningDriftTable from 'c/provisioningDriftTable';
import type { TableRow } from 'c/provisioningRecordTable';
import { aDrift, all, labelled, mount, one, settled, textOf } from 'jest-helpers';

const drift = (properties: object) => mount('c-provisioning-drift-table', ProvisioningDriftTable, { name: 'Expense Cloud', ...properties });
const rowsOf = (element: Element) => one(element, 'c-provisioning-record-table').rows as readonly TableRow[] | undefined;

describe('c-provisioning-drift-table', () => {
  afterEach(() => document.body.replaceChildren());

  it('waits, and says what pushing and adopting do', async () => {
    const element = drift({});
    expect(rowsOf(element)).toBeUndefined();
    expect(textOf(element)).toContain('Push sends what we know to Expense Cloud.');
    await expect(element).toBeAccessible();
  });

  it('shows what differs here and there by attribute', () => {
    const [row] = rowsOf(drift({ drift: [aDrift({ there: { 'emails[type eq "work"].value': 'a@x.example', title: null } })] })) ?? [];
    expect(row?.cells.there?.text).toBe('emails.value: a@x.example');
    expect(row?.cells.here?.text).toBe('title: Senior Technician');
    expect(row?.cells.what?.text).toBe('Attributes differ');
  });

  it('offers only what may be done', () => {
    const kinds = ['ATTRIBUTES', 'ACTIVE_THERE', 'UNKNOWN', 'MISSING'].map((kind) => aDrift({ kind, accountId: kind }));
    const rows = rowsOf(drift({ drift: [...kinds, aDrift({ kind: 'MISSING', accountId: null })], mayAct: true })) ?? [];
    expect(rows.map((row) => [row.button?.name ?? '', ...(row.actions ?? []).map(({ name }) => name)].join(' '))).toEqual([
      'Push Adopt Ignore',
      'Push Ignore',
      ' Ignore',
      ' Ignore',
      '',
    ]);
    expect(rowsOf(drift({ drift: kinds }))?.every((row) => !row.button && row.actions?.length === 0)).toBe(true);
  });

  it('offers what may be done about all that match, with how many', async () => {
    const counts = { ATTRIBUTES: 14, MISSING: 26, ACTIVE_THERE: 2, UNKNOWN: 21 };
    const element = drift({ drift: [aDrift()], mayAct: true, counts });
    const buttons = () => all(element, 'lightning-button').map(({ label }) => label);
    expect(buttons()).toEqual(['Push 42', 'Adopt 14', 'Ignore 37']);
    await expect(element).toBeAccessible();
    const told: unknown[] = [];
    for (const name of ['decideall', 'filter']) element.addEventListener(name, (event) => told.push((event as CustomEvent).detail));
    labelled(element, 'lightning-button', 'Adopt 14').click();
    one(element, 'c-provisioning-filter-bar').dispatchEvent(new CustomEvent('filter', { detail: { segment: 'UNKNOWN' } }));
    expect(told).toEqual([expect.objectContaining({ action: 'Adopt', many: 14 }), { segment: 'UNKNOWN' }]);
    element.kind = 'UNKNOWN';
    await settled();
    expect(buttons()).toEqual(['Ignore 21']);
    element.kind = 'MISSING';
    await settled();
    expect(buttons()).toEqual(['Push 26']);
    element.kind = '';
    element.mayAct = false;
    await settled();
    expect(buttons()).toEqual([]);
  });

  it('offers to push where the platform’s own record of a linked account says something else', () => {
    const there = { 'UserProvAccount.Status': 'Deactivated' };
    const linked = aDrift({ mirrorId: '0Ni1', there });
    const unlinked = aDrift({ mirrorId: '0Ni2', accountId: 'alm3', userId: null });
    const unknown = aDrift({ kind: 'UNKNOWN', mirrorId: '0Ni3', accountId: null, userId: null, here: {}, there });
    const rows = rowsOf(drift({ drift: [linked, unlinked, unknown], mayAct: true })) ?? [];
    expect(rows.map(({ id, button }) => [id, button?.name ?? ''])).toEqual([
      ['alm2', 'Push'],
      ['alm3', ''],
      ['0Ni3', ''],
    ]);
    expect(rows[0]?.cells.there?.text).toBe('UserProvAccount.Status: Deactivated');
  });

  it('hands on what is decided, more and another try', () => {
    const element = drift({ drift: [aDrift()], failure: '' });
    const told: [string, unknown][] = [];
    for (const name of ['decide', 'more', 'retry'])
      element.addEventListener(name, (event) => told.push([name, (event as CustomEvent).detail]));
    const table = one(element, 'c-provisioning-record-table');
    table.dispatchEvent(new CustomEvent('rowaction', { detail: { id: 'alm2', action: 'Push' } }));
    table.dispatchEvent(new CustomEvent('more'));
    table.dispatchEvent(new CustomEvent('retry'));
    expect(told).toEqual([
      ['decide', { id: 'alm2', action: 'Push' }],
      ['more', null],
      ['retry', null],
    ]);
  });
});
