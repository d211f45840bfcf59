import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import ProvisioningDiagnosisWindow from 'c/provisioningDiagnosisWindow';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import getItems from '@salesforce/apex/ProvisioningProcessController.getItems';
import { download, type Filter } from './export';
import { labels } from './labels';
import { OUTCOMES } from './outcomes';
import { rowOf, type Row } from './rows';

const PAGE_SIZE = 50;
/** As many as one request may name. */
const MAX_SELECTED = 200;

/** The people of a run, filtered by outcome and cause, page by page. Fires `clearcause`, and `retry` and `bringback` with who is selected. */
export default class ProvisioningProcessItems extends NavigationMixin(LightningElement) {
  @api
  get processId(): string | null {
    return this.wanted;
  }
  set processId(value: string | null) {
    this.wanted = value;
    this.load();
  }
  /** Only this cause; null for all. */
  @api
  get cause(): string | null {
    return this.onlyCause;
  }
  set cause(value: string | null) {
    if (value === this.onlyCause) return;
    this.onlyCause = value;
    if (value) this.outcome = 'Failed';
    this.load();
  }
  /** True when failed people may be selected and tried again. */
  @api canRetry = false;
  /** True when people whom the run locked out may be selected and brought back. */
  @api canBringBack = false;
  @api causeLabel: string | null = null;
  /** Any new value loads the first page again, unless more pages are open. */
  @api
  get stamp(): string {
    return this.seen;
  }
  set stamp(value: string) {
    const changed = value !== this.seen;
    this.seen = value;
    if (changed && this.isConnected && (this.rows?.length ?? 0) <= PAGE_SIZE) this.load(true);
  }

  readonly labels = labels;
  readonly outcomeOptions = OUTCOMES;
  rows: readonly Row[] | undefined;
  next: string | null = null;
  outcome = '';
  chosen: readonly string[] = [];
  failure = '';
  private wanted: string | null = null;
  private onlyCause: string | null = null;
  private seen = '';
  private readonly calls = new Calls();
  /** Apart from the questions about a person: an export of many pages takes its time. */
  private readonly exports = new Calls();

  disconnectedCallback(): void {
    this.calls.end();
  }

  get clearLabel(): string {
    return format(labels.itemsClearCause, this.causeLabel ?? this.onlyCause);
  }

  get retryLabel(): string {
    return format(labels.itemsRetrySelected, this.failed.length);
  }
  get bringBackLabel(): string {
    return format(labels.itemsBringBackSelected, this.lockedOut.length);
  }
  get canSelect(): boolean {
    return this.canRetry || this.canBringBack;
  }
  /** Of the selected people those whom a button is about: whoever was frozen because the org refused more is about both. */
  get failed(): readonly string[] {
    return this.chosenBy(({ retryId }) => retryId);
  }
  get lockedOut(): readonly string[] {
    return this.chosenBy(({ lockedOutId }) => lockedOutId);
  }
  get shownRows(): readonly (Row & { selectId: string | null; selected: boolean })[] {
    return (this.rows ?? []).map((row) => {
      const selectId = (this.canRetry ? row.retryId : null) ?? (this.canBringBack ? row.lockedOutId : null);
      return { ...row, selectId, selected: selectId !== null && this.chosen.includes(selectId) };
    });
  }

  /** Shows the people of one outcome, of all when blank. */
  @api
  show(outcome: string): void {
    this.outcome = outcome;
    if (this.onlyCause && outcome !== 'Failed') this.dispatchEvent(new CustomEvent('clearcause'));
    this.load();
  }

  handleSelect(event: CustomEvent<{ checked: boolean }>): void {
    const id = (event.currentTarget as HTMLElement).dataset.employee ?? '';
    const others = this.chosen.filter((other) => other !== id);
    this.chosen = event.detail.checked ? [...others, id] : others;
  }
  handleRetrySelected(): void {
    this.tell('retry', this.failed);
  }
  handleBringBackSelected(): void {
    this.tell('bringback', this.lockedOut);
  }
  handleExport(): Promise<void> {
    return this.act(this.exports, () => download(this.filter()));
  }
  handleOutcome(event: CustomEvent<{ value: string }>): void {
    this.show(event.detail.value);
  }
  handleClear(): void {
    this.dispatchEvent(new CustomEvent('clearcause'));
  }
  handleQuestion(event: Event): Promise<void> {
    const { employeeId } = (event.currentTarget as HTMLElement).dataset;
    return this.act(this.calls, async () => {
      const options = { size: 'medium', label: labels.diagnosisTitle, employeeId } as const;
      const page = (await ProvisioningDiagnosisWindow.open(options)) as PageReference | null | undefined;
      if (page) this[NavigationMixin.Navigate](page);
    });
  }
  handleRetry(): void {
    this.load();
  }
  handleMore(): void {
    this.look(this.next, this.rows ?? []);
  }

  private tell(wish: string, people: readonly string[]): void {
    if (people.length > MAX_SELECTED) this.failure = format(labels.itemsTooMany, MAX_SELECTED);
    else this.dispatchEvent(new CustomEvent(wish, { detail: people }));
  }
  private chosenBy(idOf: (row: Row) => string | null): readonly string[] {
    return (this.rows ?? []).map(idOf).filter((id): id is string => id !== null && this.chosen.includes(id));
  }
  private filter(): Filter {
    return { processId: this.wanted, outcome: this.outcome || null, cause: this.onlyCause };
  }

  private load(quietly = false): void {
    if (!this.wanted) return;
    if (!quietly) {
      this.rows = undefined;
      this.chosen = [];
    }
    this.look(null, []);
  }

  /** The page after the cursor, below the rows that are there. */
  private look(after: string | null, before: readonly Row[]): void {
    this.calls.look({
      ask: () => getItems({ ...this.filter(), after, pageSize: PAGE_SIZE }),
      show: (page) => {
        this.rows = [...before, ...page.items.map(rowOf)];
        this.next = page.next;
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }

  private act(calls: Calls, action: () => Promise<void>): Promise<void> {
    // Why there are no rows is not forgotten because something else works.
    return calls.act(action, ({ message }) => (this.failure = this.rows ? message : message || this.failure));
  }
}
