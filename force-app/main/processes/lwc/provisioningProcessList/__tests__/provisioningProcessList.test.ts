import ProvisioningProcessList from 'c/provisioningProcessList';
import { aProcess, mount, one, type Mounted } from 'jest-helpers';

interface Row {
  readonly id: string;
  readonly cells: Readonly<Record<string, { readonly text?: string; readonly second?: string | null; readonly reference?: object }>>;
  readonly actions: readonly { readonly name: string; readonly label: string }[];
}

const list = (...processes: Apex.ProvisioningProcessView[]) =>
  mount('c-provisioning-process-list', ProvisioningProcessList, { processes, total: processes.length });
const table = (element: Mounted) => one(element, 'c-provisioning-record-table');
const rows = (element: Mounted) => table(element).rows as readonly Row[];
const ended = (changes: Partial<Apex.ProvisioningProcessView> = {}) =>
  aProcess({ canRetry: false, canResume: false, canRunForReal: false, ...changes });
const menu = (changes: Partial<Apex.ProvisioningProcessView>) => rows(list(ended(changes)))[0]!.actions.map(({ label }) => label);

describe('c-provisioning-process-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('holds the places while runs load', async () => {
    const element = mount('c-provisioning-process-list', ProvisioningProcessList);
    expect(table(element).rows).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('shows runs with status, people and outcomes, each with a link to its detail', async () => {
    const element = list(ended({ id: 'a02', name: 'PP-000002', total: 2500, processed: 2500, created: 2431 }));
    const { cells } = rows(element)[0]!;
    expect(['status', 'scope', 'progress', 'created', 'linked', 'updated', 'failed', 'startedBy'].map((name) => cells[name]?.text)).toEqual(
      [aProcess().stateText, 'Employees without a user', '2,500 of 2,500 people', '2,431', '3', '0', '3', 'Manual'],
    );
    expect(cells.startedBy?.second).toBe('Admin');
    expect(cells.name).toMatchObject({ text: 'PP-000002', reference: { state: { c__process: 'a02' } } });
    await expect(element).toBeAccessible();
  });

  it('tells a dry run from a live one', () => {
    expect(rows(list(ended({ mode: 'DryRun' }), ended({ id: 'a03' }))).map(({ cells }) => cells.status?.second)).toEqual(['Dry run', null]);
  });

  it('names who was let in by a run over returns', () => {
    const processes = [ended({ scope: 'Returns', updated: 12 }), ended({ id: 'a03', scope: 'Changes', updated: 13 })];
    expect(rows(list(...processes)).map(({ cells }) => cells.updated?.text)).toEqual(['12 let in', '13']);
  });

  it('offers what may be done with each run, and tells what was chosen', () => {
    expect(menu({})).toEqual(['Open', 'Export as CSV']);
    expect(menu({ canRetry: true })).toEqual(['Open', 'Retry failed', 'Export as CSV']);
    expect(menu({ canResume: true, status: 'Failed' })).toEqual(['Open', 'Continue', 'Export as CSV']);
    expect(menu({ canRunForReal: true, mode: 'DryRun' })).toEqual(['Open', 'Run for real', 'Export as CSV']);
    const element = list(ended());
    const heard: unknown[] = [];
    for (const name of ['rowaction', 'more']) element.addEventListener(name, (event) => heard.push((event as CustomEvent).detail));
    table(element).dispatchEvent(new CustomEvent('rowaction', { detail: { id: 'a02', action: 'retry' } }));
    table(element).dispatchEvent(new CustomEvent('more', { detail: null }));
    expect(heard).toEqual([{ id: 'a02', action: 'retry' }, null]);
  });

  it('says where runs come from when there are none, and when none matches', async () => {
    const element = list();
    expect(table(element).emptyHeading).toBe('No runs yet');
    await expect(element).toBeAccessible();
    element.narrowed = true;
    await Promise.resolve();
    expect(table(element).emptyHeading).toBe('No process matches');
  });
});
