import { LightningElement, api } from 'lwc';
import ProvisioningDecideAll from 'c/provisioningDecideAll';
import ProvisioningRaiseRequests, { type Person } from 'c/provisioningRaiseRequests';
import { Calls } from 'c/provisioningCalls';
import type { Segment, FilterChoice, Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import type { Tile } from 'c/provisioningStatTiles';
import { decidedText, processReference } from 'c/provisioningAppTexts';
import { isLive } from 'c/provisioningProcessTexts';
import { accountStatusLook, linkLook, rowsText } from 'c/provisioningAccountTexts';
import { format } from 'c/provisioningTexts';
import decide from '@salesforce/apex/AppAccountsController.decide';
import getAccounts from '@salesforce/apex/AppAccountsController.getAccounts';
import getProcess from '@salesforce/apex/AppReconciliationController.getProcess';
import { exportAccounts, type Question } from './export';
import { labels } from './labels';
import { ACTIONS, COLUMNS, RAISE, rowOf } from './rows';

const PAGE_SIZE = 50;
/** Pause between two looks at a run, in milliseconds. */
const LIVE = 2000;
const LINKS = ['linked', 'orphaned', 'duplicate', 'ignored'];
const STATUSES = ['Active', 'Deactivated', 'Deleted'];
/** The view of those who are active there although their user is not here. */
const ACTIVE_THERE = 'activeThere';

/** The accounts of one app: whose they are, what differs, and what to do for up to 200 of them. Fires `changed` when it did something, and `say`. */
export default class ProvisioningAppAccounts extends LightningElement {
  @api detail: Apex.AppDetail | undefined;
  @api
  get appId(): string | null {
    return this.wanted;
  }
  set appId(value: string | null) {
    this.wanted = value;
    this.selected = [];
    if (this.isConnected) this.look(null);
  }

  readonly labels = labels;
  readonly columns = COLUMNS;
  accounts: readonly Apex.AppAccountView[] | undefined;
  next: string | null = null;
  activeThere: number | null = null;
  failure = '';
  problem = '';
  said = '';
  segment = '';
  search = '';
  status = '';
  selected: readonly string[] = [];
  begun: Apex.ProvisioningProcessView | null = null;
  private wanted: string | null = null;
  private readonly peopleById = new Map<string, Person>();
  private readonly calls = new Calls();
  private readonly actions = new Calls();
  private readonly runs = new Calls();

  connectedCallback(): void {
    this.look(null);
  }
  disconnectedCallback(): void {
    this.calls.end();
    this.runs.end();
  }

  get mayAct(): boolean {
    return Boolean(this.detail?.canProcess);
  }
  get rows(): readonly TableRow[] | undefined {
    return this.accounts?.map((view) => rowOf(view, this.mayAct));
  }
  get hasMore(): boolean {
    return this.next !== null;
  }
  get tiles(): readonly Tile[] {
    const known = this.detail?.app?.accounts;
    const tile = (name: string): Tile => ({
      name,
      label: linkLook(name).label,
      value: known?.[name] ?? 0,
      note: labels.appsTileShow,
      opens: true,
    });
    const first: Tile = {
      name: ACTIVE_THERE,
      label: labels.appsTileActiveThere,
      value: this.activeThere,
      note: this.activeThere ? labels.appsTileLookFirst : labels.appsTileShow,
      opens: true,
      ...(this.activeThere ? { icon: 'utility:warning', variant: 'error' } : {}),
    };
    return [first, ...LINKS.map(tile)];
  }
  get segments(): readonly Segment[] {
    const known = this.detail?.app?.accounts;
    return [
      { value: '', label: labels.appsAccountsAll },
      ...LINKS.map((value) => ({ value, label: linkLook(value).label, count: known?.[value] })),
      { value: ACTIVE_THERE, label: labels.appsTileActiveThere },
    ];
  }
  get filters(): readonly FilterChoice[] {
    const options = [
      { label: labels.appsStatusAll, value: '' },
      ...STATUSES.map((value) => ({ label: accountStatusLook(value).label, value })),
    ];
    return [{ name: 'status', label: labels.appsAccountsStatus, value: this.status, options }];
  }
  get barActions() {
    return ACTIONS.map((action, index) => ({ ...action, variant: index === 0 ? 'brand' : 'neutral' }));
  }
  /** The run over all that match, for whoever may see it. */
  get begunReference() {
    return this.begun ? processReference(this.begun.id) : null;
  }
  get begunName(): string {
    return this.begun?.name ?? '';
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    const { segment, search, filters } = event.detail;
    this.show(segment, search, filters.status ?? '');
  }
  handleTile(event: CustomEvent<string>): void {
    this.show(event.detail, '', '');
  }
  handleSelect(event: CustomEvent<readonly string[]>): void {
    this.selected = event.detail;
  }
  handleMore(): void {
    this.look(this.next);
  }
  handleRetry(): void {
    this.look(null);
  }
  handleRow(event: CustomEvent<{ id: string; action: string }>): Promise<void> {
    return this.begin(event.detail.action, [event.detail.id]);
  }
  handleBar(event: CustomEvent<string>): Promise<void> {
    return this.begin(event.detail, this.selected);
  }
  /** All that match, so that a file holds more than the page shows. */
  handleExport(): Promise<void> {
    return this.act(() => exportAccounts(this.question));
  }
  handleRaise(): Promise<void> {
    return this.raise([]);
  }
  /** For more than can be selected: a dry run first, then a run. */
  handleAll(): Promise<void> {
    return this.act(async () => {
      const { appId, ...matching } = this.question;
      const begun = (await ProvisioningDecideAll.open({
        size: 'small',
        label: labels.appsDoDecideAll,
        appId,
        name: this.detail?.app?.name ?? '',
        matching: { ...matching, drift: null },
      })) as Apex.ProvisioningProcessView | undefined;
      if (!begun) return;
      this.begun = begun;
      this.done(format(labels.appsForAllBegun, begun.name ?? ''));
      this.watch(begun.id);
    });
  }

  /** What a run decided is shown when it is through; one that a guard stopped waits for a person. */
  private watch(processId: string | null): void {
    this.runs.look({
      ask: () => getProcess({ processId }),
      show: (now) => {
        if (!isLive(now)) this.done(decidedText(now));
      },
      refuse: ({ message }) => (this.problem = message),
      pause: (now) => (now && isLive(now) && !now.guard ? LIVE : 0),
    });
  }
  private show(segment: string, search: string, status: string): void {
    this.segment = segment;
    this.search = search;
    this.status = status;
    this.accounts = undefined;
    this.look(null);
  }
  private begin(action: string, ids: readonly string[]): Promise<void> {
    return action === RAISE ? this.raise(ids) : this.decide(action, ids);
  }
  /** For the users of these accounts, and whom the window finds. */
  private raise(ids: readonly string[]): Promise<void> {
    return this.act(async () => {
      const people = ids.flatMap((id) => this.peopleById.get(id) ?? []);
      const rows = (await ProvisioningRaiseRequests.open({
        size: 'medium',
        label: labels.appsRaise,
        appId: this.wanted,
        name: this.detail?.app?.name ?? '',
        people,
        leftOut: ids.length - people.length,
      })) as readonly Apex.AppRowResult[] | undefined;
      if (!rows) return;
      this.selected = [];
      this.done(rowsText(rows));
    });
  }
  private decide(decision: string, ids: readonly string[]): Promise<void> {
    return this.act(async () => {
      const rows = await decide({ appId: this.wanted, decision, ids: [...ids], userId: null });
      this.selected = [];
      this.done(rowsText(rows));
    });
  }
  private act(action: () => Promise<void>): Promise<void> {
    this.said = '';
    return this.actions.act(action, ({ message }) => (this.problem = message));
  }
  private done(said: string): void {
    this.said = said;
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: said }));
    this.dispatchEvent(new CustomEvent('changed'));
    this.look(null);
  }
  private get question(): Question {
    const isActiveThere = this.segment === ACTIVE_THERE;
    return {
      appId: this.wanted,
      linkState: isActiveThere ? null : this.segment || null,
      status: this.status || null,
      activeThere: isActiveThere,
      search: this.search || null,
    };
  }
  /** A selection outlives the rows that are shown. */
  private notePeople(): void {
    for (const { id, userId, name, username } of this.accounts ?? [])
      if (id && userId) this.peopleById.set(id, { userId, name: name ?? username ?? '' });
  }
  private look(after: string | null): void {
    if (!this.wanted) return;
    const before = after === null ? [] : (this.accounts ?? []);
    this.calls.look({
      ask: () => getAccounts({ ...this.question, pageSize: PAGE_SIZE, after }),
      show: (page) => {
        this.accounts = [...before, ...(page.accounts ?? [])];
        this.next = page.next;
        this.notePeople();
        this.activeThere = page.activeThere ?? this.activeThere;
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
