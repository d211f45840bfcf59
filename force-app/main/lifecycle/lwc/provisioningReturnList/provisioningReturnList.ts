import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import type { BarAction } from 'c/provisioningSelectionBar';
import { ListPages, UNREAD, type Listed } from 'c/provisioningListPages';
import { count, format } from 'c/provisioningTexts';
import getReturns from '@salesforce/apex/EmployeeLifecycleController.getReturns';
import { labels } from './labels';
import { COLUMNS, panelOf, rowOf } from './rows';

const DRY_RUN = 'dryRun';

/** People who came back and cannot sign in: who locked them out, and whether a run may let them in. Fires `start` as the list of leavers does. */
export default class ProvisioningReturnList extends NavigationMixin(LightningElement) {
  @api mayRun = false;
  readonly labels = labels;
  readonly columns = COLUMNS;
  search = '';
  list: Listed<TableRow> = UNREAD;
  private readonly pages = new ListPages<Apex.EmployeeReturnPage, TableRow>({
    ask: (after) => getReturns({ search: this.search, after }),
    rowsOf: ({ returns }) => returns.map(rowOf),
    show: (listed) => (this.list = listed),
    arrived: (_, many) => this.say(many === 1 ? labels.employeesFoundOne : format(labels.employeesFound, count(many))),
  });

  connectedCallback(): void {
    this.pages.start();
  }
  disconnectedCallback(): void {
    this.pages.end();
  }

  get heading(): string {
    return format(labels.lifecyclePageStartOf, labels.lifecyclePageReturns, labels.returnsList);
  }
  get emptyText(): string {
    return this.search === '' ? labels.returnsEmpty : labels.employeesEmptyFilter;
  }
  get barActions(): readonly BarAction[] {
    return [
      { name: 'run', label: format(labels.lifecyclePageBringBack, this.list.selected.length), variant: 'brand' },
      { name: DRY_RUN, label: labels.employeesDryRun },
    ];
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    this.search = event.detail.search;
    this.pages.start();
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
    this.dispatchEvent(new CustomEvent('start', { detail: { employeeIds: this.list.selected, isDryRun, label } }));
  }

  private say(detail: string): void {
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail }));
  }
}
