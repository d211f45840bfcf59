import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import type { Segment, Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import type { BarAction } from 'c/provisioningSelectionBar';
import { ListPages, UNREAD, type Listed } from 'c/provisioningListPages';
import { count, format } from 'c/provisioningTexts';
import getLeavers from '@salesforce/apex/EmployeeLifecycleController.getLeavers';
import { labels } from './labels';
import { COLUMNS, panelOf, rowOf, VIEWS } from './rows';

const PAGE_SIZE = 50;
const DRY_RUN = 'dryRun';

/** A wish for a run over the selected people. */
export interface Start {
  readonly employeeIds: readonly string[];
  readonly isDryRun: boolean;
  /** What the button said. */
  readonly label: string;
}

/**
 * Leavers one by one, and what a run would do with each. Fires `start` with `Start`, and `known` with the number of people whom a run would
 * lock out once everybody was looked at. View and search stand in the address (`c__view`, `c__search`).
 */
export default class ProvisioningLeaverList extends NavigationMixin(LightningElement) {
  /** Freeze or Deactivate. */
  @api action = 'Freeze';
  @api mayRun = false;
  readonly labels = labels;
  readonly columns = COLUMNS;
  counts: Readonly<Record<string, number>> = {};
  list: Listed<TableRow> = UNREAD;
  private place: PageReference | undefined;
  private readonly pages = new ListPages<Apex.EmployeeLeaverPage, TableRow>({
    ask: (after) => getLeavers({ ...this.question, pageSize: PAGE_SIZE, after }),
    rowsOf: ({ leavers }) => leavers.map((leaver) => rowOf(leaver, this.view)),
    show: (listed) => (this.list = listed),
    arrived: (page, many) => {
      this.counts = { ...this.counts, ...page.counts };
      this.tell(many);
    },
  });

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const before = JSON.stringify(this.question);
    const isFirst = this.place === undefined;
    this.place = page;
    if (page && (isFirst || before !== JSON.stringify(this.question))) this.pages.start();
  }

  connectedCallback(): void {
    if (this.place && !this.list.rows) this.pages.start();
  }
  disconnectedCallback(): void {
    this.pages.end();
  }

  get view(): string {
    const asked = this.place?.state?.c__view;
    return VIEWS.find(({ value }) => value === asked)?.value ?? VIEWS[0].value;
  }
  get heading(): string {
    const { label } = VIEWS.find(({ value }) => value === this.view) ?? VIEWS[0];
    return format(labels.lifecyclePageStartOf, labels.lifecyclePageLeavers, label);
  }
  get search(): string {
    return this.place?.state?.c__search ?? '';
  }
  get segments(): readonly Segment[] {
    return VIEWS.map(({ value, label }) => ({ value, label, count: this.counts[value] ?? null }));
  }
  get total(): number | null {
    return this.search === '' ? (this.counts[this.view] ?? null) : null;
  }
  get canSelect(): boolean {
    return this.mayRun && this.view === VIEWS[0].value;
  }
  get barActions(): readonly BarAction[] {
    const label = this.action === 'Deactivate' ? labels.leaversDeactivateSelected : labels.leaversFreezeSelected;
    return [
      { name: 'run', label: format(label, this.list.selected.length), variant: 'brand' },
      { name: DRY_RUN, label: labels.employeesDryRun },
    ];
  }
  get emptyText(): string {
    if (this.search !== '') return labels.employeesEmptyFilter;
    return VIEWS.find(({ value }) => value === this.view)?.empty ?? '';
  }
  /** How many must stay, and that a run can be undone. */
  get foot(): string {
    const staying = this.counts.MustStay ?? 0;
    const stay = staying === 1 ? labels.leaversMustStayOne : format(labels.leaversMustStay, count(staying));
    return staying === 0 ? labels.leaversUndo : `${stay} ${labels.leaversUndo}`;
  }
  private get question(): { readonly view: string; readonly search: string } {
    return { view: this.view, search: this.search };
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    const { segment, search } = event.detail;
    if (segment !== this.view) this.pages.select([]);
    this.go({ ...this.place?.state, c__view: segment, c__search: search || undefined });
  }
  handleSelect(event: CustomEvent<readonly string[]>): void {
    this.pages.select(event.detail);
  }
  handleMore(): void {
    this.pages.more();
  }
  handleRetry(): void {
    this.pages.start();
  }
  handleRow(event: CustomEvent<{ id: string; action: string }>): void {
    this[NavigationMixin.Navigate](panelOf(event.detail.id));
  }
  handleAct(event: CustomEvent<string>): void {
    const isDryRun = event.detail === DRY_RUN;
    const label = this.barActions[0]?.label ?? '';
    this.dispatchEvent(new CustomEvent<Start>('start', { detail: { employeeIds: this.list.selected, isDryRun, label } }));
  }

  private go(state: Readonly<Record<string, string | undefined>>): void {
    if (this.place) this[NavigationMixin.Navigate]({ ...this.place, state } as PageReference, true);
  }
  private tell(many: number): void {
    const detail = many === 1 ? labels.employeesFoundOne : format(labels.employeesFound, count(many));
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail }));
    const { CanSignIn, MustStay } = this.counts;
    if (CanSignIn !== undefined && MustStay !== undefined)
      this.dispatchEvent(new CustomEvent<number>('known', { detail: CanSignIn - MustStay }));
  }
}
