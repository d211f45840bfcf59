import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import type { Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import { count, format } from 'c/provisioningTexts';
import decide from '@salesforce/apex/AppAccountsController.decide';
import getAccounts from '@salesforce/apex/AppAccountsController.getAccounts';
import { labels } from './labels';
import { COLUMNS, rowOf } from './rows';

const PAGE_SIZE = 50;

/**
 * Accounts of an app without a user, who may be it, and linking one after the other: arrow keys move in the list, Enter opens, and after a
 * decision comes the next account. Fires `changed` when something was decided, and `say`.
 */
export default class ProvisioningOpenAccounts extends LightningElement {
  @api appId: string | null = null;
  @api mayAct = false;
  /** Whether there was a collect. */
  @api collected = false;
  /** How many there are in all, as the server counted them last. */
  @api total: number | null = null;
  /** Where the reconciliation stands; when it changes, the list is read anew. */
  @api
  get stand(): string {
    return this.known;
  }
  set stand(value: string) {
    const isNews = value !== this.known;
    this.known = value;
    if (isNews && this.isConnected) this.look(null);
  }

  readonly labels = labels;
  readonly columns = COLUMNS;
  accounts: readonly Apex.AppAccountView[] | undefined;
  failure = '';
  problem = '';
  said = '';
  search = '';
  chosenId: string | null = null;
  /** Who is to be linked, among the candidates or found by hand. */
  picked: Apex.AppCandidate | null = null;
  private next: string | null = null;
  private known = '';
  /** Where the keyboard goes after the next rendering. */
  private focusOn = '';
  private readonly lists = new Calls();
  private readonly actions = new Calls();

  connectedCallback(): void {
    this.look(null);
  }
  disconnectedCallback(): void {
    this.lists.end();
  }
  renderedCallback(): void {
    if (this.focusOn === '') return;
    (this.refs?.[this.focusOn] as HTMLElement | undefined)?.focus();
    this.focusOn = '';
  }

  get rows(): readonly TableRow[] | undefined {
    return this.accounts?.map(rowOf);
  }
  /** Before a collect nobody knows. */
  get emptyHeading(): string {
    if (this.search) return labels.appsAccountsEmptyHeading;
    return this.collected ? labels.appsReconOpenEmpty : labels.appsReconNever;
  }
  get hasMore(): boolean {
    return this.next !== null;
  }
  get chosen(): Apex.AppAccountView | undefined {
    return this.accounts?.find(({ id }) => id === this.chosenId);
  }
  get chosenTitle(): string {
    return this.chosen?.externalUsername ?? this.chosen?.externalUserId ?? '';
  }
  get chosenNames(): string {
    const { externalFirstName, externalLastName, externalEmail } = this.chosen ?? {};
    return [externalFirstName, externalLastName, externalEmail].filter(Boolean).join(' ');
  }
  get candidates(): readonly Apex.AppCandidate[] {
    return this.chosen?.candidates ?? [];
  }
  get chosenUser(): string | null {
    return this.picked?.userId ?? null;
  }
  get linkLabel(): string {
    return this.picked ? format(labels.appsDoLinkTo, this.picked.name ?? this.picked.username ?? '') : '';
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    this.search = event.detail.search;
    this.accounts = undefined;
    this.look(null);
  }
  handleOpen(event: CustomEvent<{ id: string }>): void {
    this.choose(event.detail.id);
    this.focusOn = 'heading';
  }
  handleChoose(event: CustomEvent<string>): void {
    this.picked = this.candidates.find(({ userId }) => userId === event.detail) ?? null;
  }
  handleFound(event: CustomEvent<Apex.AppCandidate>): void {
    this.picked = event.detail;
  }
  handleLink(): Promise<void> {
    return this.decide('Link', this.chosenUser, labels.appsReconLinked);
  }
  handleIgnore(): Promise<void> {
    return this.decide('Ignore', null, labels.appsReconIgnored);
  }
  handleMore(): void {
    this.look(this.next);
  }
  handleRetry(): void {
    this.look(null);
  }

  private decide(decision: string, userId: string | null, sentence: string): Promise<void> {
    this.said = '';
    return this.actions.act(
      async () => {
        const id = this.chosenId;
        if (!id) return;
        const [row] = await decide({ appId: this.appId, decision, ids: [id], userId });
        if (row?.outcome === 'Failed') this.problem = row.message ?? '';
        else this.goOn(id, sentence);
      },
      ({ message }) => (this.problem = message),
    );
  }

  /** The next account comes by itself, and the keyboard with it. */
  private goOn(id: string, sentence: string): void {
    const position = this.accounts?.findIndex((account) => account.id === id) ?? 0;
    const left = this.accounts?.filter((account) => account.id !== id) ?? [];
    this.accounts = left;
    const many = this.hasMore || this.search ? Math.max(left.length, (this.total ?? 0) - 1) : left.length;
    this.said = format(sentence, count(many));
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: this.said }));
    this.dispatchEvent(new CustomEvent('changed'));
    this.choose(left[position]?.id ?? left[0]?.id ?? null);
    this.focusOn = left.length > 0 ? 'heading' : 'list';
    if (left.length === 0 && this.hasMore) this.look(null);
  }
  private choose(id: string | null): void {
    this.chosenId = id;
    const [best] = this.candidates;
    this.picked = best && (best.score ?? 0) > 0 ? best : null;
  }
  private look(after: string | null): void {
    const { appId, search } = this;
    if (!appId) return;
    const before = after === null ? [] : (this.accounts ?? []);
    this.lists.look({
      ask: () =>
        getAccounts({
          appId,
          linkState: 'orphaned',
          status: null,
          activeThere: false,
          search: search || null,
          pageSize: PAGE_SIZE,
          after,
        }),
      show: (page) => {
        this.accounts = [...before, ...(page.accounts ?? [])];
        this.next = page.next;
        if (!this.chosen) this.choose(this.accounts[0]?.id ?? null);
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
