import { LightningElement, wire } from 'lwc';
import mayRun from '@salesforce/customPermission/Run_Provisioning';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { FilterChoice, Segment, Wanted } from 'c/provisioningFilterBar';
import { Calls } from 'c/provisioningCalls';
import { count, format } from 'c/provisioningTexts';
import getProcesses from '@salesforce/apex/ProvisioningProcessController.getProcesses';
import { actOn, startRun, type Done } from './actions';
import { choicesOf, countedOf, filterOf, isNarrowed, searchOf, segmentsOf, stateFor, viewOf } from './filters';
import { merged } from './merged';
import { labels } from './labels';

type Run = Apex.ProvisioningProcessView;

const PAGE_SIZE = 20;
/** Pause between two looks, in milliseconds: while a run is live, and to notice one that starts by itself. */
const LIVE = 3000;
const IDLE = 15_000;
/** Columns of the chart at most. */
const DRAWN = 10;

/** The page View Processes: what runs above what has ended, narrowed as the address says, or the run that it names. */
export default class ViewProcesses extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly mayRun = mayRun === true;
  open: readonly Run[] = [];
  /** Those that have ended; undefined while they load. */
  processes: readonly Run[] | undefined;
  next: string | null = null;
  counts: Readonly<Record<string, number>> = {};
  /** Settings that there are runs of. */
  private versions: readonly string[] = [];
  /** When the server answered last, in milliseconds; 0 until it has. */
  answeredAt = 0;
  openProcess: string | null = null;
  failure = '';
  /** Why an action was refused, and how far one is. */
  refused = '';
  said = '';
  /** Once there was an answer, the page keeps its parts while it asks anew. */
  hasAnswer = false;
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

  get isLoading(): boolean {
    return !this.hasAnswer && this.failure === '';
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
    return choicesOf(this.place, this.versions);
  }
  get narrowed(): boolean {
    return isNarrowed(this.place);
  }
  get isStale(): boolean {
    return this.failure !== '';
  }
  get hasMore(): boolean {
    return this.next !== null;
  }
  get total(): number | null {
    return countedOf(this.place, this.counts);
  }
  get openCount(): string {
    return count(this.open.length);
  }
  /** Live runs of the list: what a dry run counts has not happened. */
  get drawn(): readonly Run[] {
    return (this.processes ?? []).filter(({ mode }) => mode === 'Live').slice(0, DRAWN);
  }
  get drawnText(): string {
    return format(labels.overviewRunsText, this.drawn.length);
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
  handleRow(event: CustomEvent<{ id: string; action: string }>): Promise<void> {
    return this.act(event.detail.id, event.detail.action);
  }
  handleOpenRun(event: CustomEvent<string>): Promise<void> {
    return this.act(event.detail, event.type);
  }

  handleRun(): Promise<void> {
    return this.do(startRun);
  }

  private act(id: string, action: string): Promise<void> {
    const run = [...this.open, ...(this.processes ?? [])].find((one) => one.id === id);
    return this.do(async () => (run ? actOn(run, action, (said) => (this.said = said)) : {}));
  }

  /** Says what became of it and goes where it leads. */
  private do(action: () => Promise<Done>): Promise<void> {
    return this.calls.act(
      async () => {
        const { text, page } = await action();
        this.said = '';
        if (text) this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success' }));
        if (page) this[NavigationMixin.Navigate](page);
        else this.look();
      },
      ({ message }) => (this.refused = message),
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
        this.open = page.open;
        this.counts = page.counts ?? {};
        this.versions = page.settingsVersions ?? [];
        this.answeredAt = Date.now();
        this.hasAnswer = true;
      },
      refuse: ({ message }) => (this.failure = message),
      pause: (page) => (page ? (this.open.length > 0 ? LIVE : IDLE) : 0),
    });
  }
}
