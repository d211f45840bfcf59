import { LightningElement, api, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls } from 'c/provisioningCalls';
import { isLive, silenceText, stateOf, type State } from 'c/provisioningProcessTexts';
import { confirmRun } from 'c/provisioningRunStart';
import { sumOf } from 'c/provisioningCharts';
import { format } from 'c/provisioningTexts';
import getProcess from '@salesforce/apex/ProvisioningProcessController.getProcess';
import cancelRun from '@salesforce/apex/ProvisioningController.cancelRun';
import resumeRun from '@salesforce/apex/ProvisioningController.resumeRun';
import retryRun from '@salesforce/apex/ProvisioningController.retryRun';
import { labels } from './labels';

/** Pause between two looks at a live run, and after a failed one, in milliseconds. */
const LIVE = 3000;
const TROUBLED = 5000;
/** What the people of a run are narrowed to. */
interface Narrowed {
  readonly outcome: string;
  readonly cause: string;
  readonly search: string;
}

/**
 * One run: watches it while it is live, and shows what it waits for, progress, causes and people. Whom the list of people is narrowed to
 * stands in the address (`c__outcome`, `c__cause`, `c__search`).
 */
export default class ProvisioningProcessDetail extends NavigationMixin(LightningElement) {
  @api
  get processId(): string | null {
    return this.wanted;
  }
  set processId(value: string | null) {
    this.wanted = value;
    if (this.isConnected) this.look();
  }

  readonly labels = labels;
  readonly listReference = { type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' } };
  process: Apex.ProvisioningProcessView | undefined;
  failure = '';
  /** Why an action was refused. */
  refused = '';
  /** True while somebody is asked whether the run is to be undone, for these people or, empty, for all. */
  asksToBringBack = false;
  broughtBack: readonly string[] = [];
  /** True while somebody is asked whether the users that the run created are to be deactivated. */
  asksToUndo = false;
  place: PageReference | undefined;
  private wanted: string | null = null;
  private isToFocus = false;
  private ownTitle = '';
  private titleBefore = '';
  private readonly calls = new Calls();

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.place = page;
  }

  connectedCallback(): void {
    this.look();
  }
  /** Whoever opens a run begins at its heading: the link that led here is gone. */
  renderedCallback(): void {
    const heading = this.refs?.heading as HTMLElement | undefined;
    if (!this.isToFocus || !heading) return;
    this.isToFocus = false;
    heading.focus();
  }
  disconnectedCallback(): void {
    this.calls.end();
    if (document.title === this.ownTitle) document.title = this.titleBefore;
  }

  get causes(): readonly Apex.RunCauseView[] {
    return this.process?.causes ?? [];
  }
  get state(): State | null {
    return this.process ? stateOf(this.process) : null;
  }
  get silence(): string {
    return this.process ? silenceText(this.process, Date.now()) : '';
  }
  get narrowed(): Narrowed {
    const { c__outcome: outcome = '', c__cause: cause = '', c__search: search = '' } = this.place?.state ?? {};
    return { outcome, cause, search };
  }
  get isParked(): boolean {
    return Boolean(this.process?.guard);
  }
  get statusMessage(): string | null {
    return this.process?.guard ? null : (this.process?.statusMessage ?? null);
  }
  /** The guard says more than that somebody has to decide. */
  get waitsFor(): string | null {
    return this.process?.guard ? null : (this.process?.waitsFor ?? null);
  }
  get isDryRun(): boolean {
    return this.process?.mode === 'DryRun';
  }
  get canRetry(): boolean {
    return this.process?.canRetry ?? false;
  }
  /** A parked run is continued and stopped where the consequences stand. */
  get canResume(): boolean {
    return Boolean(this.process?.canResume) && !this.isParked;
  }
  get canCancel(): boolean {
    return Boolean(this.process?.canCancel) && !this.isParked;
  }
  get retryLabel(): string {
    return format(labels.processRetry, sumOf(this.causes.map(({ count }) => count ?? 0)));
  }
  get canRunForReal(): boolean {
    return this.process?.rehearsal?.canRun ?? false;
  }
  get failedText(): string {
    const failed = this.process?.failed ?? 0;
    return failed > 0 && !this.isDryRun ? format(labels.processFailedBadge, failed) : '';
  }
  get progressTitle(): string {
    return this.isDryRun ? labels.processWouldDo : labels.processProgress;
  }
  get causesTitle(): string {
    return this.isDryRun ? labels.processWouldGoWrong : labels.processCauses;
  }
  get mostOfOneCause(): number {
    return Math.max(0, ...this.causes.map(({ count }) => count ?? 0));
  }
  /** People of a run that goes on cannot be tried again yet. */
  get waitsWithRetry(): boolean {
    return this.process ? isLive(this.process) && !this.isDryRun : false;
  }
  /** A run over everybody passes by who has a user already. */
  get tellsReturns(): boolean {
    const { process } = this;
    return process?.scope === 'All' && process.mode === 'Live' && !isLive(process);
  }
  get bringBackLabel(): string {
    return format(labels.processBringBack, this.process?.updated ?? 0);
  }
  handleRetry(): void {
    this.look();
  }
  handleShowCause(event: CustomEvent<string>): void {
    this.show({ outcome: 'Failed', cause: event.detail, search: '' });
    this.focusPeople();
  }
  handleShowOutcome(event: CustomEvent<string>): void {
    this.show({ outcome: event.detail, cause: '', search: '' });
    this.focusPeople();
  }
  handleFilter(event: CustomEvent<Narrowed>): void {
    this.show(event.detail);
  }
  handleCancel(): Promise<void> {
    return this.change(async (processId) => {
      const sure = await LightningConfirm.open({ message: labels.processCancelQuestion, label: labels.processCancel, theme: 'warning' });
      if (sure) this.process = await cancelRun({ processId });
    });
  }
  handleResume(): Promise<void> {
    return this.change(async (processId) => {
      const question = { message: labels.processResumeQuestion, label: labels.processResume, theme: 'warning' } as const;
      if (this.process?.guard && !(await LightningConfirm.open(question))) return;
      await resumeRun({ processId });
      this.look();
    });
  }
  handleBringBack(): void {
    this.broughtBack = [];
    this.asksToBringBack = true;
  }
  handleBringBackSelected(event: CustomEvent<readonly string[]>): void {
    this.broughtBack = event.detail;
    this.asksToBringBack = true;
  }
  handleBroughtBack(event: CustomEvent<Apex.ProvisioningProcessView>): void {
    this.asksToBringBack = false;
    this.goTo(event.detail, labels.processBringBackStarted);
  }
  handleKept(): void {
    this.asksToBringBack = false;
    (this.refs?.bringBack as HTMLElement | undefined)?.focus();
  }
  handleMore(): void {
    this.asksToUndo = true;
  }
  handleUndone(event: CustomEvent<Apex.ProvisioningProcessView>): void {
    this.asksToUndo = false;
    this.goTo(event.detail, labels.processUndoStarted);
  }
  handleKeptUsers(): void {
    this.asksToUndo = false;
    (this.refs?.more as HTMLElement | undefined)?.focus();
  }
  /** Through the window that every run goes through. */
  handleRunForReal(): Promise<void> {
    return this.change(async () => {
      const { text, page, run } = await confirmRun();
      if (text !== null) this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success' }));
      const next = page ?? run;
      if (next) this[NavigationMixin.Navigate](next);
    });
  }
  handleRetryAll(): Promise<void> {
    return this.retry(null, []);
  }
  handleRetryCause(event: CustomEvent<string>): Promise<void> {
    return this.retry(event.detail, []);
  }
  handleRetrySelected(event: CustomEvent<readonly string[]>): Promise<void> {
    return this.retry(null, event.detail);
  }

  /** Starts the retry and shows the run that does it. */
  private retry(cause: string | null, employeeIds: readonly string[]): Promise<void> {
    return this.change(async (processId) => {
      this.goTo(await retryRun({ processId, cause, employeeIds: [...employeeIds] }), labels.processRetryStarted);
    });
  }

  /** Keeps in the address whom the list shows, so that a link, a reload and the way back show the same. */
  private show({ outcome, cause, search }: Narrowed): void {
    const state = { ...this.place?.state, c__outcome: outcome || undefined, c__cause: cause || undefined, c__search: search || undefined };
    this[NavigationMixin.Navigate]({ ...this.listReference, ...this.place, state }, true);
  }
  private focusPeople(): void {
    (this.refs?.items as HTMLElement | undefined)?.focus();
  }

  private goTo(child: Apex.ProvisioningProcessView, started: string): void {
    this.dispatchEvent(new ShowToastEvent({ title: format(started, child.name), variant: 'success' }));
    this[NavigationMixin.Navigate]({ ...this.listReference, state: { c__process: child.id ?? undefined } });
  }

  /** Several runs in several tabs are told apart by it. */
  private nameTab(process: Apex.ProvisioningProcessView): void {
    if (document.title !== this.ownTitle) this.titleBefore = document.title;
    this.ownTitle = format(labels.processPageTitle, process.name, stateOf(process).word);
    document.title = this.ownTitle;
  }

  private async change(action: (processId: string) => Promise<unknown>): Promise<void> {
    const id = this.process?.id;
    if (id)
      await this.calls.act(
        () => action(id),
        ({ message }) => (this.refused = message),
      );
  }

  /** At the run, again and again until it has ended. */
  private look(): void {
    this.calls.end();
    this.process = undefined;
    this.isToFocus = true;
    this.failure = '';
    this.refused = '';
    this.asksToBringBack = false;
    this.asksToUndo = false;
    const processId = this.wanted;
    if (!processId) return;
    this.calls.look({
      ask: () => getProcess({ processId }),
      show: (process) => {
        this.process = process;
        this.nameTab(process);
      },
      refuse: ({ message }) => (this.failure = message),
      // a run that was seen alive is worth another look; one that never showed waits for "Try Again"
      pause: (seen) => (seen ? (isLive(seen) ? LIVE : 0) : this.process ? TROUBLED : 0),
    });
  }
}
