import { LightningElement, api } from 'lwc';
import type { TableRow } from 'c/provisioningRecordTable';
import { Calls } from 'c/provisioningCalls';
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
    if (this.isConnected) this.start();
  }
  readonly labels = labels;
  readonly columns = COLUMNS;
  people: readonly Apex.EmployeeBringBackPage_Row[] | undefined;
  next: string | null = null;
  failure = '';
  private withLeavers = false;
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.start();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get rows(): readonly TableRow[] | undefined {
    return this.people?.map(rowOf);
  }
  get hasMore(): boolean {
    return this.next !== null;
  }

  handleMore(): void {
    this.look(this.next, this.people ?? []);
  }
  handleRetry(): void {
    this.start();
  }

  private start(): void {
    this.failure = '';
    this.people = undefined;
    this.look(null, []);
  }
  private look(after: string | null, before: readonly Apex.EmployeeBringBackPage_Row[]): void {
    const { processId, withLeavers: includeLeavers } = this;
    const employeeIds = this.employeeIds.length ? [...this.employeeIds] : null;
    this.calls.look({
      ask: () => getBringBackPeople({ processId, includeLeavers, employeeIds: employeeIds as string[], after }),
      show: ({ people, next }) => {
        this.people = [...before, ...people];
        this.next = next;
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
