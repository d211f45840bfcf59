import { LightningElement, wire } from 'lwc';
import mayImport from '@salesforce/customPermission/Import_Employees';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import type { FilterChoice, Segment, Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import type { BarAction } from 'c/provisioningSelectionBar';
import ProvisioningNewEmployee, { type Hired } from 'c/provisioningNewEmployee';
import { Calls } from 'c/provisioningCalls';
import { count, format } from 'c/provisioningTexts';
import getEmployees from '@salesforce/apex/EmployeeListController.getEmployees';
import provision from '@salesforce/apex/EmployeeListController.provision';
import { exportEmployees, type Question } from './export';
import { labels } from './labels';
import { COLUMNS, rowOf } from './rows';
import { OUTCOMES, VIEWS, WAITING } from './views';

const PAGE_SIZE = 50;
const DRY_RUN = 'dryRun';

/**
 * The page Employees: where everybody stands, why somebody has no user, and a run for up to 200 who are selected. View, search, outcome and
 * the person whose panel is open stand in the address (`c__view`, `c__search`, `c__outcome`, `c__employee`).
 */
export default class ProvisioningEmployeeList extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly columns = COLUMNS;
  readonly mayHire = mayImport === true;
  employees: readonly Apex.EmployeeListRow[] | undefined;
  counts: Readonly<Record<string, number>> = {};
  status: string | null = null;
  mayRun = false;
  next: string | null = null;
  selected: readonly string[] = [];
  failure = '';
  problem = '';
  said = '';
  /** For whom a run was asked for together with saving. */
  private begun: string | null = null;
  private place: PageReference | undefined;
  private readonly calls = new Calls();
  private readonly actions = new Calls();

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const before = JSON.stringify(this.question);
    const isFirst = this.place === undefined;
    this.place = page;
    if (page && (isFirst || before !== JSON.stringify(this.question))) this.start();
  }

  connectedCallback(): void {
    if (this.place && !this.employees) this.start();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get view(): string {
    const asked = this.place?.state?.c__view;
    return VIEWS.find(({ value }) => value === asked)?.value ?? WAITING;
  }
  get search(): string {
    return this.place?.state?.c__search ?? '';
  }
  get outcome(): string {
    return this.place?.state?.c__outcome ?? '';
  }
  get person(): string | null {
    return this.place?.state?.c__employee ?? null;
  }
  get begins(): boolean {
    return this.begun !== null && this.begun === this.person;
  }
  get viewHeading(): string {
    return VIEWS.find(({ value }) => value === this.view)?.heading ?? '';
  }
  get layout(): string {
    return this.person ? 'page with-panel' : 'page';
  }
  get segments(): readonly Segment[] {
    return VIEWS.map(({ value, label }) => ({ value, label, count: this.counts[value] ?? null }));
  }
  get filters(): readonly FilterChoice[] {
    return [{ name: 'outcome', label: labels.employeesFilterOutcome, value: this.outcome, options: OUTCOMES }];
  }
  get rows(): readonly TableRow[] | undefined {
    return this.employees?.map(rowOf);
  }
  get hasMore(): boolean {
    return this.next !== null;
  }
  get total(): number | null {
    return this.isNarrowed ? null : (this.counts[this.view] ?? null);
  }
  get canSelect(): boolean {
    return this.mayRun && this.view === WAITING;
  }
  get barActions(): readonly BarAction[] {
    return [
      { name: 'provision', label: labels.employeesProvision, variant: 'brand' },
      { name: DRY_RUN, label: labels.employeesDryRun },
    ];
  }
  get emptyText(): string {
    if (this.isNarrowed) return labels.employeesEmptyFilter;
    if (!this.status) return labels.employeesEmptyNoStatus;
    return this.view === WAITING ? labels.employeesEmptyWaiting : labels.employeesEmptyOther;
  }
  private get isNarrowed(): boolean {
    return this.search !== '' || this.outcome !== '';
  }
  private get question(): Question {
    return { view: this.view, search: this.search, outcome: this.outcome, cause: '' };
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    const { segment, search, filters } = event.detail;
    if (segment !== this.view) this.selected = [];
    this.go({ c__view: segment, c__search: search || undefined, c__outcome: filters.outcome || undefined });
  }
  handleSelect(event: CustomEvent<readonly string[]>): void {
    this.selected = event.detail;
  }
  handleMore(): void {
    this.look(this.next);
  }
  handleRetry(): void {
    this.start();
  }
  handleRow(event: CustomEvent<{ id: string; action: string }>): void {
    this.go({ ...this.place?.state, c__employee: event.detail.id });
  }
  handleClose(): void {
    this.go({ ...this.place?.state, c__employee: undefined });
  }
  handleAct(event: CustomEvent<string>): Promise<void> {
    const dryRun = event.detail === DRY_RUN;
    return this.act(async () => {
      const { name } = await provision({ employeeIds: [...this.selected], dryRun });
      this.selected = [];
      this.said = format(labels.employeesStarted, name);
      this.say(this.said);
    });
  }
  /** Somebody new; the panel then says where that person stands, and provisions where that was asked for. */
  handleNew(): Promise<void> {
    return this.act(async () => {
      const hired = (await ProvisioningNewEmployee.open({ size: 'small', label: labels.employeesNew })) as Hired | undefined;
      if (!hired) return;
      this.said = [format(labels.employeesSaved, hired.name), hired.note].filter(Boolean).join(' ');
      this.say(this.said);
      this.begun = hired.provision ? hired.employeeId : null;
      this.go({ ...this.place?.state, c__employee: hired.employeeId });
      this.start();
    });
  }
  /** Everybody who matches, so that a file holds more than the page shows. */
  handleExport(): Promise<void> {
    return this.act(() => exportEmployees(this.question));
  }

  private act(action: () => Promise<void>): Promise<void> {
    return this.actions.act(action, ({ message }) => (this.problem = message));
  }
  private go(state: Readonly<Record<string, string | undefined>>): void {
    if (this.place) this[NavigationMixin.Navigate]({ ...this.place, state } as PageReference, true);
  }
  private start(): void {
    this.employees = undefined;
    this.look(null);
  }
  private look(after: string | null): void {
    const before = after === null ? [] : (this.employees ?? []);
    this.calls.look({
      ask: () => getEmployees({ ...this.question, pageSize: PAGE_SIZE, after }),
      show: (page) => {
        this.employees = [...before, ...page.employees];
        this.counts = page.counts ?? {};
        this.status = page.status;
        this.mayRun = page.mayRun ?? false;
        this.next = page.next;
        const many = this.employees.length;
        this.say(many === 1 ? labels.employeesFoundOne : format(labels.employeesFound, count(many)));
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
  private say(text: string): void {
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: text }));
  }
}
