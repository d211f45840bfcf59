import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { Calls, refusalOf } from 'c/provisioningCalls';
import { save } from 'c/provisioningCsv';
import { mappingOf, type Plan } from 'c/provisioningImportColumns';
import { digestOf, leftOutFile, type CsvParser, type ImportFile } from 'c/provisioningImportFile';
import type { Verdict, VerdictRow } from 'c/provisioningImportVerdicts';
import { format } from 'c/provisioningTexts';
import getSeats from '@salesforce/apex/EmployeeImportController.getSeats';
import importRows from '@salesforce/apex/EmployeeImportController.importRows';
import rememberMapping from '@salesforce/apex/EmployeeImportController.rememberMapping';
import { failedBefore, followsOf, newPeopleOf, parcelsOf, verdictRowsOf } from './fileRows';
import { labels } from './labels';
import { forgetPosition, keepPosition, positionOf } from './position';
import { Sending } from './sending';

/** What is under way, or what has been done. */
export type Stage = 'check' | 'checked' | 'import' | 'imported';

/**
 * The last steps of an import: all rows are checked (a dry run) and imported, 200 a call, each with its verdict (R52). It begins when it comes into the
 * page, with the check or with `unchecked` at once. What was accepted stays whatever happens; the same file, read the same way, goes on with the row that was
 * not answered. Fires `stage` when that changes, `say` with what is to be read aloud, `another` for another file.
 */
export default class ProvisioningImportRun extends NavigationMixin(LightningElement) {
  @api file!: ImportFile;
  @api bytes!: Uint8Array;
  @api plan!: Plan;
  @api parser!: CsvParser;
  @api unchecked = false;
  /** Whether the mapping is remembered when the import begins. */
  @api remembers = false;
  readonly labels = labels;
  stage: Stage = 'check';
  /** By row; undefined for those that nobody has answered. */
  verdicts: readonly (Verdict | undefined)[] = [];
  /** Rows that were accepted before this page was opened. */
  before = 0;
  isSending = false;
  answered = 0;
  problem = '';
  /** What the run that follows would be short of, in words. */
  seats: readonly string[] = [];
  /** Rows whose number is the same person's, as somebody decided. */
  private same: ReadonlySet<number> = new Set();
  private digest = '';
  private mapping = '';
  private sent: readonly number[] = [];
  private sending: Sending | undefined;
  private readonly known: { by: unknown; rows: readonly VerdictRow[] } = { by: undefined, rows: [] };
  private readonly calls = new Calls();

  connectedCallback(): void {
    void this.act(() => this.begin());
  }
  disconnectedCallback(): void {
    this.sending?.stop();
  }

  get isChecked(): boolean {
    return this.stage === 'checked';
  }
  get isDone(): boolean {
    return this.stage === 'imported';
  }
  get isUnderWay(): boolean {
    return !this.isChecked && !this.isDone;
  }
  get isPaused(): boolean {
    return this.isUnderWay && !this.isSending;
  }
  get isStopped(): boolean {
    return this.isPaused && this.problem === '';
  }
  get percent(): number {
    return Math.floor((this.answered / Math.max(this.sent.length, 1)) * 100);
  }
  get progressText(): string {
    const text = this.stage === 'check' ? labels.importChecking : labels.importImporting;
    return format(this.isStopped ? labels.importStopped : text, this.answered, this.sent.length);
  }
  get startLabel(): string {
    return format(labels.importStart, this.toSend.length);
  }
  get hasNothing(): boolean {
    return this.toSend.length === 0;
  }
  get rows(): readonly VerdictRow[] {
    const { known, verdicts } = this;
    // asked for several times while the page is drawn, and made of 10,000 rows
    if (known.by !== verdicts) Object.assign(known, { by: verdicts, rows: verdictRowsOf(this.file, this.plan, verdicts) });
    return known.rows;
  }
  get hasLeftOut(): boolean {
    return this.leftOut.length > 0;
  }
  get downloadLabel(): string {
    return format(labels.importDownload, this.leftOut.length);
  }
  get leftOutText(): string {
    return format(labels.importDoneLeftOut, this.leftOut.length);
  }
  get doneText(): string {
    const all = this.sent.length + this.before;
    const failed = this.sent.filter((at) => this.verdicts[at]?.outcome === 'Failed').length;
    return format(labels.importDone, all - failed, all);
  }
  get beforeText(): string {
    return format(labels.importDoneBefore, this.before);
  }
  get canBeginAnew(): boolean {
    return this.isChecked && this.before > 0;
  }
  get follows() {
    return followsOf(this.file, this.plan, this.verdicts, this.before, this.seats);
  }
  /** Rows that wait for somebody to say whose number it is (R51). */
  get toDecide(): readonly VerdictRow[] {
    return this.rows.filter(({ verdict }) => verdict.code === 'DIFFERENT_PERSON');
  }
  get hasDecisions(): boolean {
    return this.toDecide.length > 0 || this.same.size > 0;
  }
  private get leftOut(): readonly VerdictRow[] {
    return this.rows.filter(({ verdict }) => verdict.outcome === 'Failed');
  }
  /** Rows that an import sends: not those that fail, nor those that were accepted before and are as they were then. */
  private get toSend(): readonly number[] {
    return this.places.filter((at) => this.verdicts[at]?.outcome !== 'Failed' && !this.wasAccepted(at));
  }
  private get places(): readonly number[] {
    return this.file.rows.map((_, at) => at);
  }

  handleImport(): Promise<void> {
    return this.act(() => this.startImport());
  }
  /** Asked again with the decision: in a check dry, after the import for good. */
  handleSame(event: CustomEvent<number>): Promise<void> {
    return this.act(() => this.takeSame(this.file.rows.findIndex(({ line }) => line === event.detail)));
  }
  handleBeginAnew(): void {
    forgetPosition(this.digest);
    this.before = 0;
  }
  handleStop(): void {
    this.sending?.stop();
  }
  handleGoOn(): Promise<void> {
    return this.act(() => (this.isChecked ? this.startImport() : this.sending ? this.goOn() : this.begin()));
  }
  handleDownload(): void {
    const { file, parser } = this;
    const rows = new Map(file.rows.map((row) => [row.line, row]));
    const leftOut = this.leftOut.flatMap(({ line, verdict }) => {
      const row = rows.get(line);
      return row ? [{ row, reasons: verdict.errors.map(({ message }) => message ?? '') }] : [];
    });
    save(`left-out-${file.name}`, leftOutFile(file, leftOut, parser));
  }
  handleAnother(): void {
    this.dispatchEvent(new CustomEvent('another'));
  }
  handleProcesses(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' } });
  }

  /** The position is that of the same bytes, read the same way. */
  private async begin(): Promise<void> {
    this.mapping = JSON.stringify(mappingOf(this.plan));
    this.digest = await digestOf(this.bytes, this.mapping);
    this.before = positionOf(this.digest);
    this.verdicts = failedBefore(this.file, this.plan);
    if (this.unchecked) return this.startImport();
    return this.send(this.places.filter((at) => !this.verdicts[at]), 'check'); // prettier-ignore
  }
  private async startImport(): Promise<void> {
    if (this.remembers) await rememberMapping({ mapping: this.mapping });
    const toSend = this.toSend;
    this.before = this.places.filter((at) => this.wasAccepted(at)).length;
    return this.send(toSend, 'import');
  }
  private send(rows: readonly number[], stage: 'check' | 'import'): Promise<void> {
    const isDryRun = stage === 'check';
    const { mapping } = this;
    this.sent = rows;
    this.answered = 0;
    this.sending = new Sending(
      parcelsOf(this.file, this.plan, rows, this.same),
      (some) => importRows({ rows: some, mapping, isDryRun }),
      (parcel, results) => this.take(parcel.indexes, results, isDryRun),
    );
    this.enter(stage);
    return this.goOn();
  }
  private async goOn(): Promise<void> {
    this.isSending = true;
    try {
      if (await this.sending?.run()) this.finish();
    } finally {
      this.isSending = false;
    }
  }
  private take(places: readonly number[], results: readonly Verdict[], isDryRun: boolean): void {
    const verdicts = [...this.verdicts];
    places.forEach((at, i) => (verdicts[at] = results[i]));
    this.verdicts = verdicts;
    if (!isDryRun) keepPosition(this.digest, (places.at(-1) ?? -1) + 1);
    const tenth = Math.floor(this.percent / 10);
    this.answered += places.length;
    if (Math.floor(this.percent / 10) > tenth) this.tell('say', this.progressText);
  }
  private finish(): void {
    if (this.stage === 'import') forgetPosition(this.digest);
    this.enter(this.stage === 'check' ? 'checked' : 'imported');
    if (this.isChecked) void this.askSeats();
    if (this.isDone) this.tell('say', this.doneText);
  }
  private async takeSame(at: number): Promise<void> {
    const same = new Set([...this.same, at]);
    const [parcel] = parcelsOf(this.file, this.plan, [at], same);
    const isDryRun = this.isChecked;
    const [verdict] = await importRows({ rows: JSON.stringify(parcel?.rows), mapping: this.mapping, isDryRun });
    this.same = same;
    if (!isDryRun && !this.sent.includes(at)) this.sent = [...this.sent, at];
    const verdicts = [...this.verdicts];
    verdicts[at] = verdict;
    this.verdicts = verdicts;
  }
  /** A warning beside the check: without it the check is as good. */
  private async askSeats(): Promise<void> {
    try {
      const findings = await getSeats({ peopleByStatus: newPeopleOf(this.file, this.plan, this.verdicts) });
      this.seats = findings.map(({ message, fix }) => [message, fix].filter(Boolean).join(' '));
    } catch (error) {
      this.seats = [refusalOf(error).message];
    }
  }
  /** Accepted before this page was opened, and not found changed by a check since. */
  private wasAccepted(at: number): boolean {
    return at < this.before && (this.unchecked || this.verdicts[at]?.outcome === 'Unchanged');
  }
  private enter(stage: Stage): void {
    this.stage = stage;
    this.tell('stage', stage);
  }
  private act(action: () => Promise<void>): Promise<void> {
    return this.calls.act(action, ({ message }) => (this.problem = message));
  }
  private tell(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}
