import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import type { FilterChoice, Segment, Wanted } from 'c/provisioningFilterBar';
import { Calls } from 'c/provisioningCalls';
import { isLive } from 'c/provisioningProcessTexts';
import getProcesses from '@salesforce/apex/ProvisioningProcessController.getProcesses';
import { choicesOf, filterOf, isNarrowed, searchOf, segmentsOf, stateFor, viewOf } from './filters';
import { merged } from './merged';
import { labels } from './labels';

const PAGE_SIZE = 20;
/** Pause between two looks, in milliseconds: while a run is live, and to notice one that starts by itself. */
const LIVE = 3000;
const IDLE = 15_000;

/** The page View Processes: the runs that the address narrows the list to, or the one that it names. */
export default class ViewProcesses extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  processes: readonly Apex.ProvisioningProcessView[] | undefined;
  next: string | null = null;
  counts: Readonly<Record<string, number>> = {};
  openProcess: string | null = null;
  failure = '';
  private place: PageReference | undefined;
  private readonly calls = new Calls();

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const wanted = page?.state?.c__process ?? null;
    const isNarrowedAnew = JSON.stringify(filterOf(page)) !== JSON.stringify(filterOf(this.place));
    this.place = page;
    if (wanted === this.openProcess && !isNarrowedAnew) return;
    if (isNarrowedAnew) this.processes = undefined;
    this.openProcess = wanted;
    if (this.isConnected) this.look();
  }

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get view(): string {
    return viewOf(this.place);
  }
  get search(): string {
    return searchOf(this.place);
  }
  get segments(): readonly Segment[] {
    return segmentsOf(this.counts);
  }
  get filters(): readonly FilterChoice[] {
    return choicesOf(this.place);
  }
  get hasNoMatch(): boolean {
    return isNarrowed(this.place) && this.processes?.length === 0;
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    if (this.place) this[NavigationMixin.Navigate]({ ...this.place, state: stateFor(event.detail) } as PageReference, true);
  }
  handleRetry(): void {
    this.look();
  }
  handleMore(): Promise<void> {
    return this.calls.act(
      async () => {
        const page = await getProcesses({ filter: filterOf(this.place), pageSize: PAGE_SIZE, after: this.next });
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
      ask: () => getProcesses({ filter: filterOf(this.place), pageSize: PAGE_SIZE, after: null }),
      show: (page) => {
        if (!this.processes || this.processes.length <= PAGE_SIZE) this.next = page.next;
        this.processes = merged(page.processes, this.processes ?? []);
        this.counts = page.counts ?? {};
      },
      refuse: ({ message }) => (this.failure = message),
      pause: (page) => (page ? (page.processes.some(isLive) ? LIVE : IDLE) : 0),
    });
  }
}
