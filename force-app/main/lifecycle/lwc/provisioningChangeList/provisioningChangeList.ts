import { LightningElement, api } from 'lwc';
import type { Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import { Calls } from 'c/provisioningCalls';
import { count, format } from 'c/provisioningTexts';
import confirmMovers from '@salesforce/apex/EmployeeLifecycleController.confirmMovers';
import getChanges from '@salesforce/apex/EmployeeLifecycleController.getChanges';
import { labels } from './labels';
import { COLUMNS, rowOf } from './rows';

/**
 * Whose user differs from what the employee says, field by field. People are compared a page at a time; fires `known` with how many users
 * a run would change, once everybody was compared.
 */
export default class ProvisioningChangeList extends LightningElement {
  /** How many people are compared in all. */
  @api people: number | null = null;
  readonly labels = labels;
  readonly columns = COLUMNS;
  readonly confirmMovers = confirmMovers;
  changes: readonly Apex.EmployeeChangeRow[] | undefined;
  search = '';
  compared = 0;
  next: string | null = null;
  failure = '';
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look(null);
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get heading(): string {
    return format(labels.lifecyclePageStartOf, labels.lifecyclePageChanges, labels.changesList);
  }
  get rows(): readonly TableRow[] | undefined {
    return this.changes?.map(rowOf);
  }
  /** Whom a rule would make administrators: no run does so before somebody confirms them by name (R45). */
  get unconfirmed(): readonly Apex.ProvisioningFindingPerson[] {
    return (this.changes ?? [])
      .filter(({ cause }) => cause === 'PRIVILEGED_GRANT')
      .map(({ employeeId, employeeNumber, name, reason }) => ({ id: employeeId, employeeNumber, name, message: reason }));
  }
  get hasUnconfirmed(): boolean {
    return this.unconfirmed.length > 0;
  }
  get hasMore(): boolean {
    return this.next !== null;
  }
  /** A table without rows has no button to go on. */
  get goesOn(): boolean {
    return this.hasMore && this.changes?.length === 0;
  }
  get moreLabel(): string {
    return labels.consoleLoadMore;
  }
  get emptyHeading(): string {
    return labels.employeesEmptyHeading;
  }
  get emptyText(): string {
    return this.search === '' ? labels.changesNone : labels.employeesEmptyFilter;
  }
  get foot(): string {
    if (!this.changes) return '';
    if (!this.hasMore) return labels.changesComparedAll;
    return format(labels.changesCompared, count(this.compared), count(this.people ?? this.compared));
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    this.search = event.detail.search;
    this.changes = undefined;
    this.look(null);
  }
  handleMore(): void {
    this.look(this.next);
  }
  handleRetry(): void {
    this.look(null);
  }

  private look(after: string | null): void {
    const before = after === null ? [] : (this.changes ?? []);
    const compared = after === null ? 0 : this.compared;
    this.calls.look({
      ask: () => getChanges({ search: this.search, after }),
      show: (page) => {
        this.failure = '';
        this.changes = [...before, ...page.changes];
        this.compared = compared + (page.compared ?? 0);
        this.next = page.next;
        this.tell();
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
  private tell(): void {
    const many = this.changes?.length ?? 0;
    const detail = many === 1 ? labels.employeesFoundOne : format(labels.employeesFound, count(many));
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail }));
    if (this.next === null && this.search === '') {
      const carried = this.changes?.filter(({ reason }) => reason === null).length ?? 0;
      this.dispatchEvent(new CustomEvent<number>('known', { detail: carried }));
    }
  }
}
