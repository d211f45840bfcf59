import { LightningElement, api } from 'lwc';
import type { TableRow } from 'c/provisioningRecordTable';
import { Calls } from 'c/provisioningCalls';
import { isLive } from 'c/provisioningProcessTexts';
import getProcesses from '@salesforce/apex/AppController.getProcesses';
import { labels } from './labels';
import { canOpenRuns, COLUMNS, rowOf } from './rows';

const PAGE_SIZE = 20;
/** Pause between two looks, in milliseconds: while a run is live, and to notice one that starts by itself. */
const LIVE = 3000;
const IDLE = 15_000;

/** The runs of one app, of requests and of reconciliation, newest first; looks again by itself while only the first page is shown. */
export default class ProvisioningAppProcesses extends LightningElement {
  @api
  get appId(): string | null {
    return this.wanted;
  }
  set appId(value: string | null) {
    this.wanted = value;
    this.rows = undefined;
    if (this.isConnected) this.look(null);
  }

  readonly labels = labels;
  readonly columns = COLUMNS;
  rows: readonly TableRow[] | undefined;
  next: string | null = null;
  failure = '';
  private wanted: string | null = null;
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look(null);
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  /** Why the runs are no links. */
  get note(): string {
    return canOpenRuns ? '' : labels.appsProcessesNoPage;
  }

  handleMore(): void {
    this.look(this.next);
  }
  handleRetry(): void {
    this.look(null);
  }

  private look(after: string | null): void {
    const before = after === null ? [] : (this.rows ?? []);
    this.calls.look({
      ask: () => getProcesses({ appId: this.wanted, pageSize: PAGE_SIZE, after }),
      show: (page) => {
        this.rows = [...before, ...page.processes.map(rowOf)];
        this.next = page.next;
      },
      refuse: ({ message }) => (this.failure = message),
      pause: (page) => (page && before.length === 0 ? (page.processes.some(isLive) ? LIVE : IDLE) : 0),
    });
  }
}
