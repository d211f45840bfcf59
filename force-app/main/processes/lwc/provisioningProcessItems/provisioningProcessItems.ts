import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import ProvisioningDiagnosisWindow from 'c/provisioningDiagnosisWindow';
import type { FilterChoice, Segment, Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import type { BarAction } from 'c/provisioningSelectionBar';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import getItems from '@salesforce/apex/ProvisioningProcessController.getItems';
import { download, type Filter } from './export';
import { labels } from './labels';
import { ALL, firstOutcome, segmentsOf } from './outcomes';
import { COLUMNS, personOf, type Person } from './rows';

const PAGE_SIZE = 50;
const RETRY = 'retry';
const BRING_BACK = 'bringback';

/**
 * The people of a run, filtered by outcome and cause and searched, page by page. What is asked for stands in the address: it fires `filter`
 * with the wish and is told `outcome`, `cause` and `search`. Fires `retry` and `bringback` with the employees who are selected.
 */
export default class ProvisioningProcessItems extends NavigationMixin(LightningElement) {
  @api
  get process(): Apex.ProvisioningProcessView | undefined {
    return this.run;
  }
  set process(value: Apex.ProvisioningProcessView | undefined) {
    this.run = value;
    this.follow();
  }
  /** Blank: who failed in a run that has ended, else all. */
  @api
  get outcome(): string {
    return this.wantedOutcome;
  }
  set outcome(value: string) {
    this.wantedOutcome = value;
    this.follow();
  }
  /** Only this cause; blank for all. */
  @api
  get cause(): string {
    return this.wantedCause;
  }
  set cause(value: string) {
    this.wantedCause = value;
    this.follow();
  }
  @api
  get search(): string {
    return this.wantedSearch;
  }
  set search(value: string) {
    this.wantedSearch = value;
    this.follow();
  }
  @api causes: readonly Apex.RunCauseView[] = [];
  /** True when failed people may be selected and tried again. */
  @api canRetry = false;
  /** True when people whom the run locked out may be selected and brought back. */
  @api canBringBack = false;

  readonly labels = labels;
  readonly columns = COLUMNS;
  people: readonly Person[] | undefined;
  next: string | null = null;
  selected: readonly string[] = [];
  failure = '';
  problem = '';
  exported = '';
  private run: Apex.ProvisioningProcessView | undefined;
  private wantedOutcome = '';
  private wantedCause = '';
  private wantedSearch = '';
  /** Everybody who was shown, because a selection outlives filters and pages. */
  private readonly known = new Map<string, Person>();
  private asked = '';
  private stamp = '';
  private readonly calls = new Calls();
  /** Apart from the questions about a person: an export of many pages takes its time. */
  private readonly exports = new Calls();

  connectedCallback(): void {
    this.follow();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get shownOutcome(): string {
    return this.wantedCause ? 'Failed' : this.wantedOutcome || (this.run ? firstOutcome(this.run) : ALL);
  }
  get segments(): readonly Segment[] {
    return this.run ? segmentsOf(this.run, this.shownOutcome) : [];
  }
  get filters(): readonly FilterChoice[] {
    const known = this.causes.map(({ cause, label, count }) => ({ value: cause ?? '', label: `${label} (${count})` }));
    if (known.length === 0 && !this.cause) return [];
    const options = [{ value: '', label: labels.itemsAnyCause }, ...known];
    return [{ name: 'cause', label: labels.itemsCause, value: this.cause, options }];
  }
  get rows(): readonly TableRow[] | undefined {
    return this.people?.map((person) => ({ ...person.row, selectable: this.isSelectable(person) }));
  }
  get hasMore(): boolean {
    return this.next !== null;
  }
  get total(): number | null {
    if (this.cause || this.search) return null;
    return this.segments.find(({ value }) => value === this.shownOutcome)?.count ?? null;
  }
  get canSelect(): boolean {
    return this.people?.some((person) => this.isSelectable(person)) ?? false;
  }
  get actions(): readonly BarAction[] {
    const { failed, lockedOut } = this;
    return [
      ...(failed.length > 0 ? [{ name: RETRY, label: format(labels.itemsRetry, failed.length), variant: 'brand' }] : []),
      ...(lockedOut.length > 0 ? [{ name: BRING_BACK, label: format(labels.itemsBringBackSelected, lockedOut.length) }] : []),
    ];
  }
  /** Where those are who leave no item, and how far an export is. */
  get said(): string {
    if (this.exported) return this.exported;
    const { run } = this;
    return run?.mode === 'Live' && this.shownOutcome === ALL && (run.created ?? 0) > 0 ? labels.itemsCreatedElsewhere : '';
  }
  /** Of the selected people those whom an action is about: whoever was frozen because the org refused more is about both. */
  private get failed(): readonly string[] {
    return this.canRetry ? this.selected.filter((id) => this.known.get(id)?.canRetry) : [];
  }
  private get lockedOut(): readonly string[] {
    return this.canBringBack ? this.selected.filter((id) => this.known.get(id)?.isLockedOut) : [];
  }

  /** The keyboard goes to the heading: an action elsewhere on the page chose whom to show. */
  @api
  focus(): void {
    const heading = this.refs?.heading as HTMLElement | undefined;
    heading?.focus();
    heading?.scrollIntoView?.({ behavior: 'smooth' });
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    const { segment, search, filters } = event.detail;
    // a cause is one of failures
    const cause = segment === this.shownOutcome ? (filters.cause ?? '') : '';
    this.dispatchEvent(new CustomEvent('filter', { detail: { outcome: cause ? 'Failed' : segment, cause, search } }));
  }
  handleSelect(event: CustomEvent<readonly string[]>): void {
    this.selected = event.detail;
  }
  handleAct(event: CustomEvent<string>): void {
    this.dispatchEvent(new CustomEvent(event.detail, { detail: event.detail === RETRY ? this.failed : this.lockedOut }));
  }
  async handleExport(): Promise<void> {
    await this.act(this.exports, () => download(this.filter(), this.run, (rows) => (this.exported = format(labels.itemsExported, rows))));
    this.exported = '';
  }
  handleRow(event: CustomEvent<{ id: string }>): Promise<void> {
    return this.act(this.calls, async () => {
      const options = { size: 'medium', label: labels.diagnosisTitle, employeeId: event.detail.id } as const;
      const page = (await ProvisioningDiagnosisWindow.open(options)) as PageReference | null | undefined;
      if (page) this[NavigationMixin.Navigate](page);
    });
  }
  handleRetry(): void {
    this.look(null, []);
  }
  handleMore(): void {
    this.look(this.next, this.people ?? []);
  }

  private isSelectable({ canRetry, isLockedOut }: Person): boolean {
    return (this.canRetry && canRetry) || (this.canBringBack && isLockedOut);
  }
  private filter(): Filter {
    const outcome = this.shownOutcome === ALL ? null : this.shownOutcome;
    return { processId: this.run?.id ?? null, outcome, cause: this.cause || null, search: this.search || null };
  }

  /** Asks where something else is wanted, and quietly where the run has got on and no further page is open. */
  private follow(): void {
    const { run } = this;
    if (!run || !this.isConnected) return;
    const asked = JSON.stringify(this.filter());
    const stamp = [run.created, run.failed, run.linked, run.updated, run.skipped, run.status].join('/');
    if (asked !== this.asked) {
      this.people = undefined;
      this.look(null, []);
    } else if (stamp !== this.stamp && (this.people?.length ?? 0) <= PAGE_SIZE) this.look(null, []);
    this.asked = asked;
    this.stamp = stamp;
  }

  /** The page after the cursor, below the rows that are there. */
  private look(after: string | null, before: readonly Person[]): void {
    const { run } = this;
    if (!run) return;
    this.calls.look({
      ask: () => getItems({ ...this.filter(), after, pageSize: PAGE_SIZE }),
      show: (page) => {
        const more = page.items.map((item) => personOf(item, run));
        for (const person of more) this.known.set(person.row.id, person);
        this.people = [...before, ...more];
        this.next = page.next;
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }

  private act(calls: Calls, action: () => Promise<void>): Promise<void> {
    return calls.act(action, ({ message }) => (this.problem = message));
  }
}

export { download } from './export';
