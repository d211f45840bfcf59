import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { Calls } from 'c/provisioningCalls';
import { isLive } from 'c/provisioningProcessTexts';
import getProcesses from '@salesforce/apex/ProvisioningProcessController.getProcesses';
import { merged } from './merged';
import { labels } from './labels';

const PAGE_SIZE = 20;
/** Pause between two looks, in milliseconds: while a run is live, and to notice one that starts by itself. */
const LIVE = 2000;
const IDLE = 15_000;

/** The page View Processes: all runs, or the one that the address names. */
export default class ViewProcesses extends LightningElement {
  readonly labels = labels;
  processes: readonly Apex.ProvisioningProcessView[] | undefined;
  next: string | null = null;
  openProcess: string | null = null;
  failure = '';
  private readonly calls = new Calls();

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const wanted = page?.state?.c__process ?? null;
    if (wanted === this.openProcess) return;
    this.openProcess = wanted;
    if (this.isConnected) this.look();
  }

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  handleRetry(): void {
    this.look();
  }
  handleMore(): Promise<void> {
    return this.calls.act(
      async () => {
        const page = await getProcesses({ pageSize: PAGE_SIZE, after: this.next });
        this.processes = merged(this.processes ?? [], page.processes);
        this.next = page.next;
      },
      ({ message }) => (this.failure = message),
    );
  }

  /** Again and again; a run's page looks by itself. */
  private look(): void {
    this.calls.end();
    if (this.openProcess) return;
    this.calls.look({
      ask: () => getProcesses({ pageSize: PAGE_SIZE, after: null }),
      show: (page) => {
        if (!this.processes || this.processes.length <= PAGE_SIZE) this.next = page.next;
        this.processes = merged(page.processes, this.processes ?? []);
      },
      refuse: ({ message }) => (this.failure = message),
      pause: (page) => (page ? (page.processes.some(isLive) ? LIVE : IDLE) : 0),
    });
  }
}
