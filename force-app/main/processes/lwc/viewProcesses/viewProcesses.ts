import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { refusalOf } from 'c/provisioningApexErrors';
import { poll, type Delay } from 'c/provisioningPolling';
import { isLive } from 'c/provisioningProcessTexts';
import getProcesses from '@salesforce/apex/ProcessController.getProcesses';
import LIST from '@salesforce/label/c.Processes_List';
import LOAD_MORE from '@salesforce/label/c.Console_Load_More';
import SUBTITLE from '@salesforce/label/c.Processes_Subtitle';
import TITLE from '@salesforce/label/c.Processes_Page_Title';
import { merged } from './merged';

const PAGE_SIZE = 20;
/** Pause between two looks, in milliseconds: while a run is live, and to notice one that starts by itself. */
const LIVE = 2000;
const IDLE = 15_000;

/** The page View Processes: all runs, or the one that the address names. */
export default class ViewProcesses extends LightningElement {
  readonly label = { list: LIST, loadMore: LOAD_MORE, subtitle: SUBTITLE, title: TITLE };
  processes: readonly Apex.ProcessView[] | undefined;
  next: string | null = null;
  openProcess: string | null = null;
  failure = '';
  busy = false;
  private stop: (() => void) | undefined;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const wanted = page?.state?.c__process ?? null;
    if (wanted === this.openProcess) return;
    this.openProcess = wanted;
    if (this.isConnected) this.watch();
  }

  connectedCallback(): void {
    this.watch();
  }
  disconnectedCallback(): void {
    this.stop?.();
  }

  handleRetry(): void {
    this.failure = '';
    this.watch();
  }
  async handleMore(): Promise<void> {
    this.busy = true;
    try {
      const page = await getProcesses({ pageSize: PAGE_SIZE, after: this.next });
      this.processes = merged(this.processes ?? [], page.processes);
      this.next = page.next;
    } catch (error) {
      this.failure = refusalOf(error).message;
    } finally {
      this.busy = false;
    }
  }

  private watch(): void {
    this.stop?.();
    // a run's page watches itself
    if (!this.openProcess) this.stop = poll(() => this.look());
  }

  private async look(): Promise<Delay> {
    try {
      const page = await getProcesses({ pageSize: PAGE_SIZE, after: null });
      if (!this.processes || this.processes.length <= PAGE_SIZE) this.next = page.next;
      this.processes = merged(page.processes, this.processes ?? []);
      this.failure = '';
      return page.processes.some(isLive) ? LIVE : IDLE;
    } catch (error) {
      this.failure = refusalOf(error).message;
      return null;
    }
  }
}
