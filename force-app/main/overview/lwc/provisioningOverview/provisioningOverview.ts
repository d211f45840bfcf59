import { LightningElement } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls } from 'c/provisioningCalls';
import { isMoving, stateOf } from 'c/provisioningProcessTexts';
import { confirmRun } from 'c/provisioningRunStart';
import { format } from 'c/provisioningTexts';
import getOpenRuns from '@salesforce/apex/ProvisioningOverviewController.getOpenRuns';
import getOverview from '@salesforce/apex/ProvisioningOverviewController.getOverview';
import { causeBars, causeRows, monthFacts, moreCauses, unresolvedOf } from './charts';
import { subtitleOf, timeOf } from './facts';
import { guideOf } from './guide';
import { labels } from './labels';
import { needsOf } from './needs';
import { IMPORT, peoplePage, RUNS, settingsPage } from './pages';
import { peopleOf, sharesOf, sharesText, tilesOf } from './people';

/** Pause between two looks at the runs, in milliseconds: while one is open, and to notice one that starts by itself. */
const LIVE = 3000;
const IDLE = 30_000;

/** Where provisioning stands, what needs somebody, and what runs. */
export default class ProvisioningOverview extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly guards = settingsPage('guards');
  readonly failed = peoplePage('Waiting', 'Failed');
  readonly causeColumns = [labels.overviewCause, labels.overviewPeople];
  overview: Apex.ProvisioningOverview | undefined;
  failure = '';
  refused = '';
  /** Since when the numbers are true, and whether the last look failed. */
  private seenAt = 0;
  isStale = false;
  private readonly calls = new Calls();
  private readonly looks = new Calls();
  private readonly starts = new Calls();
  private said = '';

  connectedCallback(): void {
    this.load();
  }
  disconnectedCallback(): void {
    this.calls.end();
    this.looks.end();
  }

  get subtitle(): string {
    return this.overview ? subtitleOf(this.overview) : '';
  }
  get updatedText(): string {
    if (!this.overview) return '';
    return format(this.isStale ? labels.overviewStale : labels.overviewUpdated, timeOf(this.seenAt));
  }
  get isReadOnly(): boolean {
    return this.overview?.mayRun === false;
  }
  get barred(): string {
    return format(labels.overviewCannotRun, labels.provisioningPermissionRun);
  }
  get cannotRun(): boolean {
    return !this.overview?.mayRun || !this.overview.hasSettings;
  }
  get guide() {
    return this.overview && guideOf(this.overview);
  }
  get hasPeople(): boolean {
    return this.people.all > 0;
  }
  get people() {
    return peopleOf(this.known);
  }
  get tiles() {
    return tilesOf(this.people, this.known);
  }
  get shares() {
    return sharesOf(this.people);
  }
  get sharesLabel(): string {
    return sharesText(this.people);
  }
  get needs() {
    return needsOf(this.known, this.seenAt);
  }
  get whyTitle(): string {
    return this.causes ? format(labels.overviewWhy, this.people.failed) : labels.overviewWhyTitle;
  }
  /** Before the first live run there is nothing to compare. */
  get hasHistory(): boolean {
    return this.known.runs.length > 0;
  }
  get causes() {
    const { causes } = this.known;
    return causes.length > 0 && { bars: causeBars(causes), rows: causeRows(causes), more: moreCauses(causes) };
  }
  get runsText(): string {
    return format(labels.overviewRunsText, this.known.runs.length);
  }
  get monthFacts() {
    return monthFacts(this.known.month!);
  }
  get unresolved() {
    return unresolvedOf(this.known.month!);
  }

  handleRefresh(): void {
    this.load();
  }
  handleRuns(): void {
    this.go(RUNS);
  }
  handleTile(event: CustomEvent<string>): void {
    this.go(peoplePage(event.detail));
  }
  handleGo(event: CustomEvent<PageReference>): void {
    this.go(event.detail);
  }
  handleStep(event: CustomEvent<string>): void {
    if (event.detail === 'settings') this.go(settingsPage());
    else if (event.detail === 'load') this.go(IMPORT);
    else void this.handleRun();
  }
  handleRun(): Promise<void> {
    return this.starts.act(
      async () => {
        const { text, page } = await confirmRun();
        if (page) this.go(page);
        if (text === null) return;
        this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success' }));
        this.load();
      },
      ({ message }) => (this.refused = message),
    );
  }

  private get known(): Apex.ProvisioningOverview {
    return this.overview!;
  }
  private go(page: PageReference): void {
    this[NavigationMixin.Navigate](page);
  }

  /** Everything, once; then only the runs, until one has begun or ended. */
  private load(): void {
    this.looks.end();
    this.calls.look({
      ask: () => getOverview(),
      show: (overview) => {
        this.overview = overview;
        this.seen();
        this.watch();
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }

  /** The overview has just said which runs are open: the first look comes after a pause. */
  private watch(): void {
    const pause = (): number => (this.known.open.length > 0 ? LIVE : IDLE);
    this.looks.look(
      {
        ask: () => getOpenRuns(),
        show: (open) => {
          const isOther = idsOf(open) !== idsOf(this.known.open);
          this.overview = { ...this.known, open: [...open] };
          this.seen();
          this.sayProgress();
          if (isOther) this.load();
        },
        refuse: ({ message }) => (this.isStale = message !== ''),
        pause,
      },
      pause(),
    );
  }

  private seen(): void {
    this.seenAt = Date.now();
    this.isStale = false;
  }

  /** At every tenth only: a screen reader that never stops helps nobody. */
  private sayProgress(): void {
    const run = this.known.open.find(isMoving);
    const percent = run?.total ? Math.floor(((run.processed ?? 0) / run.total) * 10) * 10 : 0;
    const text = run && percent > 0 ? `${run.name}: ${format(labels.overviewProgress, percent, run.failed)}` : '';
    if (text === this.said) return;
    this.said = text;
    if (text) this.template?.querySelector('[data-voice]')?.dispatchEvent(new CustomEvent('say', { detail: text, bubbles: true }));
  }
}

/** Which runs are open, and what they are at. */
function idsOf(open: readonly Apex.ProvisioningProcessView[]): string {
  return open.map((run) => `${run.id} ${stateOf(run).word}`).join();
}
