import { LightningElement, wire } from 'lwc';
import mayImport from '@salesforce/customPermission/Import_Employees';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import type { FilterChoice, Segment, Wanted } from 'c/provisioningFilterBar';
import type { Column, TableRow } from 'c/provisioningRecordTable';
import type { BarAction } from 'c/provisioningSelectionBar';
import ProvisioningNewEmployee, { type Hired } from 'c/provisioningNewEmployee';
import ProvisioningRunConfirmation from 'c/provisioningRunConfirmation';
import { Calls } from 'c/provisioningCalls';
import { ListPages, UNREAD, type Listed } from 'c/provisioningListPages';
import { count, format } from 'c/provisioningTexts';
import getEmployees from '@salesforce/apex/EmployeeListController.getEmployees';
import provision from '@salesforce/apex/EmployeeListController.provision';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import startDryRun from '@salesforce/apex/ProvisioningController.startDryRun';
import startRun from '@salesforce/apex/ProvisioningController.startRun';
import { exportEmployees } from './export';
import { labels } from './labels';
import { filtersOf, questionOf, searchOf, stateFor, type Question } from './narrowing';
import { columnsOf, rowOf } from './rows';
import { VIEWS, WAITING } from './views';

const PAGE_SIZE = 50;
const DRY_RUN = 'dryRun';

/**
 * The page Employees: where everybody stands, why somebody has no user, somebody new, and a run for up to 200 who are selected or for all who
 * wait. View, search, filters and the person whose panel is open stand in the address (`c__view`, `c__search`, `c__cause`, ... `c__employee`).
 */
export default class ProvisioningEmployeeList extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly mayHire = mayImport === true;
  list: Listed<TableRow> = UNREAD;
  page: Apex.EmployeeListPage | undefined;
  problem = '';
  said = '';
  /** For whom a run was asked for together with saving. */
  private begun: string | null = null;
  private place: PageReference | undefined;
  private readonly pages = new ListPages<Apex.EmployeeListPage, TableRow>({
    ask: (after) => getEmployees({ ...this.question, pageSize: PAGE_SIZE, after }),
    rowsOf: ({ employees }) => employees.map((employee) => rowOf(employee, this.view)),
    show: (listed) => (this.list = listed),
    arrived: (page, many) => {
      this.page = page;
      this.say(many === 1 ? labels.employeesFoundOne : format(labels.employeesFound, count(many)));
    },
  });
  private readonly actions = new Calls();

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
    return this.question.view;
  }
  get search(): string {
    return searchOf(this.place);
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
    return filtersOf(this.place, this.page);
  }
  get columns(): readonly Column[] {
    return columnsOf(this.view, this.page?.hasDepartment === true);
  }
  get total(): number | null {
    return this.isNarrowed ? null : (this.counts[this.view] ?? null);
  }
  get canSelect(): boolean {
    return this.mayRun && this.view === WAITING;
  }
  get canProvisionAll(): boolean {
    return this.mayRun && this.waiting > 0;
  }
  get provisionAllText(): string {
    return format(labels.employeesProvisionAll, count(this.waiting));
  }
  get barActions(): readonly BarAction[] {
    return [
      { name: 'provision', label: labels.employeesProvision, variant: 'brand' },
      { name: DRY_RUN, label: labels.employeesDryRun },
    ];
  }
  get emptyText(): string {
    if (this.isNarrowed) return labels.employeesEmptyFilter;
    if (!this.page?.status) return labels.employeesEmptyNoStatus;
    return this.view === WAITING ? labels.employeesEmptyWaiting : labels.employeesEmptyOther;
  }
  private get counts(): Readonly<Record<string, number>> {
    return this.page?.counts ?? {};
  }
  private get mayRun(): boolean {
    return this.page?.mayRun === true;
  }
  private get waiting(): number {
    return this.counts[WAITING] ?? 0;
  }
  private get isNarrowed(): boolean {
    return Object.keys(this.question.filter).length > 0;
  }
  private get question(): Question {
    return questionOf(this.place);
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    if (event.detail.segment !== this.view) this.pages.select([]);
    this.go(stateFor(event.detail));
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
    this.go({ ...this.place?.state, c__employee: event.detail.id });
  }
  handleClose(): void {
    this.go({ ...this.place?.state, c__employee: undefined });
  }
  handleAct(event: CustomEvent<string>): Promise<void> {
    const dryRun = event.detail === DRY_RUN;
    return this.act(async () => {
      const { name } = await provision({ employeeIds: [...this.list.selected], dryRun });
      this.pages.select([]);
      this.tell(format(labels.employeesStarted, name));
    });
  }
  /** Somebody new; the panel then says where that person stands, and provisions where that was asked for. */
  handleNew(): Promise<void> {
    return this.act(async () => {
      const hired = (await ProvisioningNewEmployee.open({ size: 'small', label: labels.employeesNew })) as Hired | undefined;
      if (!hired) return;
      this.tell([format(labels.employeesSaved, hired.name), hired.note].filter(Boolean).join(' '));
      this.begun = hired.provision ? hired.employeeId : null;
      this.go({ ...this.place?.state, c__employee: hired.employeeId });
      this.pages.start();
    });
  }
  /** The window of every run over everybody: the numbers first. */
  handleProvisionAll(): Promise<void> {
    return this.act(async () => {
      const preview = await getRunPreview();
      const answer = await ProvisioningRunConfirmation.open({ size: 'small', label: labels.runUserProvisioning, preview });
      if (typeof answer === 'object' && answer) this[NavigationMixin.Navigate](answer as PageReference);
      if (answer !== 'run' && answer !== 'dryRun') return;
      const { name } = answer === 'run' ? await startRun() : await startDryRun();
      this.tell(format(labels.employeesStarted, name));
    });
  }
  /** Everybody who matches, so that a file holds more than the page shows. */
  handleExport(): Promise<void> {
    return this.act(async () => {
      const many = await exportEmployees(this.question, (soFar) => (this.said = format(labels.employeesExporting, count(soFar))));
      this.tell(format(labels.employeesExported, count(many)));
    });
  }

  private act(action: () => Promise<void>): Promise<void> {
    return this.actions.act(action, ({ message }) => (this.problem = message));
  }
  private go(state: Readonly<Record<string, string | undefined>>): void {
    if (this.place) this[NavigationMixin.Navigate]({ ...this.place, state } as PageReference, true);
  }
  /** In words on the page, and aloud. */
  private tell(text: string): void {
    this.said = text;
    this.say(text);
  }
  private say(text: string): void {
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: text }));
  }
}
