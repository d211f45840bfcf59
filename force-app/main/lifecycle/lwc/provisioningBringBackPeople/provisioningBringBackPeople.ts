import { LightningElement, api } from 'lwc';
import type { TableRow } from 'c/provisioningRecordTable';
import { ListPages, UNREAD, type Listed } from 'c/provisioningListPages';
import getBringBackPeople from '@salesforce/apex/EmployeeLifecycleController.getBringBackPeople';
import { labels } from './labels';
import { COLUMNS, rowOf } from './rows';

/** Whom undoing a run over leavers is about, one by one: what each has now and would have then, or why they stay as they are. */
export default class ProvisioningBringBackPeople extends LightningElement {
  @api processId: string | null = null;
  /** Only these employees; empty for everybody whom the run locked out. */
  @api employeeIds: readonly string[] = [];
  /** Whether leavers by status are brought back, too. */
  @api
  get includesLeavers(): boolean {
    return this.withLeavers;
  }
  set includesLeavers(value: boolean) {
    this.withLeavers = value;
    if (this.isConnected) this.pages.start();
  }
  readonly labels = labels;
  readonly columns = COLUMNS;
  list: Listed<TableRow> = UNREAD;
  private withLeavers = false;
  private readonly pages = new ListPages<Apex.EmployeeBringBackPage, TableRow>({
    ask: (after) => this.ask(after),
    rowsOf: ({ people }) => people.map(rowOf),
    show: (listed) => (this.list = listed),
  });

  connectedCallback(): void {
    this.pages.start();
  }
  disconnectedCallback(): void {
    this.pages.end();
  }

  handleMore(): void {
    this.pages.more();
  }
  handleRetry(): void {
    this.pages.start();
  }

  private ask(after: string | null): Promise<Apex.EmployeeBringBackPage> {
    const employeeIds = this.employeeIds.length ? [...this.employeeIds] : null;
    return getBringBackPeople({
      processId: this.processId,
      includeLeavers: this.withLeavers,
      employeeIds: employeeIds as string[],
      after,
    });
  }
}
