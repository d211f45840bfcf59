import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import type { BarAction } from 'c/provisioningSelectionBar';
import { Calls } from 'c/provisioningCalls';
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
  returns: readonly Apex.EmployeeReturnPage_Row[] | undefined;
  search = '';
  next: string | null = null;
  selected: readonly string[] = [];
  failure = '';
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look(null);
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get heading(): string {
    return format(labels.lifecyclePageStartOf, labels.lifecyclePageReturns, labels.returnsList);
  }
  get rows(): readonly TableRow[] | undefined {
    return this.returns?.map(rowOf);
  }
  get hasMore(): boolean {
    return this.next !== null;
  }
  get emptyText(): string {
    return this.search === '' ? labels.returnsEmpty : labels.employeesEmptyFilter;
  }
  get barActions(): readonly BarAction[] {
    return [
      { name: 'run', label: format(labels.lifecyclePageBringBack, this.selected.length), variant: 'brand' },
      { name: DRY_RUN, label: labels.employeesDryRun },
    ];
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    this.search = event.detail.search;
    this.returns = undefined;
    this.look(null);
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
  handleRow(event: CustomEvent<{ id: string; action: string }>): void {
    this[NavigationMixin.Navigate](panelOf(event.detail.id));
  }
  handleAct(event: CustomEvent<string>): void {
    const isDryRun = event.detail === DRY_RUN;
    const label = this.barActions[0]?.label ?? '';
    this.dispatchEvent(new CustomEvent('start', { detail: { employeeIds: this.selected, isDryRun, label } }));
  }

  private look(after: string | null): void {
    const before = after === null ? [] : (this.returns ?? []);
    this.calls.look({
      ask: () => getReturns({ search: this.search, after }),
      show: (page) => {
        this.failure = '';
        this.returns = [...before, ...page.returns];
        this.next = page.next;
        const many = this.returns.length;
        const detail = many === 1 ? labels.employeesFoundOne : format(labels.employeesFound, count(many));
        this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail }));
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
