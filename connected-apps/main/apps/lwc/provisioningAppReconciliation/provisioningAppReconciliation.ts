import { LightningElement, api } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import ProvisioningDecideAll from 'c/provisioningDecideAll';
import { Calls } from 'c/provisioningCalls';
import type { Step } from 'c/provisioningStepPath';
import { decidedText, processReference } from 'c/provisioningAppTexts';
import { DRIFT_KINDS, driftLook, linkLook, rowsText } from 'c/provisioningAccountTexts';
import { count, format } from 'c/provisioningTexts';
import type { DecisionForAll } from 'c/provisioningDriftTable';
import type { Wanted } from 'c/provisioningFilterBar';
import decide from '@salesforce/apex/AppAccountsController.decide';
import getDrift from '@salesforce/apex/AppReconciliationController.getDrift';
import getProcess from '@salesforce/apex/AppReconciliationController.getProcess';
import getReconciliation from '@salesforce/apex/AppReconciliationController.getReconciliation';
import resume from '@salesforce/apex/AppReconciliationController.resume';
import start from '@salesforce/apex/AppReconciliationController.start';
import { labels } from './labels';
import { isAtWork, isOpen, nextKind, phaseLabel, stepsOf } from './phases';

const PAGE_SIZE = 50;
/** Pause between two looks, in milliseconds: while a step is on its way, and to notice one that starts by itself. */
const LIVE = 2000;
const IDLE = 15_000;

/**
 * The reconciliation of one app: its steps, accounts without a user with who may be it, and what differs. Every step is a button; nothing changes
 * at the target before Process all. Fires `changed` when it did something, and `say`.
 */
export default class ProvisioningAppReconciliation extends LightningElement {
  @api detail: Apex.AppDetail | undefined;
  @api
  get appId(): string | null {
    return this.wanted;
  }
  set appId(value: string | null) {
    this.wanted = value;
    if (this.isConnected) this.look();
  }

  readonly labels = labels;
  view: Apex.AppReconciliationView | undefined;
  drift: readonly Apex.AppDriftView[] | undefined;
  all: Apex.ProvisioningProcessView | undefined;
  /** The last decision about all that match. */
  begun: Apex.ProvisioningProcessView | null = null;
  failure = '';
  problem = '';
  driftFailure = '';
  said = '';
  /** How accounts differ that are shown; blank: in any way. */
  kind = '';
  /** Which step stands where, as the last look found it. */
  known = '';
  private nextDrift: string | null = null;
  private wanted: string | null = null;
  private readonly calls = new Calls();
  private readonly drifts = new Calls();
  private readonly runs = new Calls();
  private readonly actions = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    for (const calls of [this.calls, this.drifts, this.runs]) calls.end();
  }

  get name(): string {
    return this.detail?.app?.name ?? '';
  }
  get mayAct(): boolean {
    return Boolean(this.view?.canProcess);
  }
  get steps(): readonly Step[] {
    return this.view ? stepsOf(this.view) : [];
  }
  get stepLabel(): string {
    const found = count(this.view?.found ?? 0);
    const kind = this.view ? nextKind(this.view) : null;
    if (kind === 'Analyze') return format(labels.appsReconAnalyze, found);
    return kind === 'Commit' ? format(labels.appsReconCommit, found) : labels.appsReconCollect;
  }
  get canStep(): boolean {
    return this.mayAct && this.view !== undefined && !isAtWork(this.view);
  }
  get canResume(): boolean {
    return Boolean(this.view?.process?.canResume);
  }
  get facts(): readonly { readonly key: string; readonly text: string }[] {
    const { view } = this;
    if (!view?.started) return [{ key: 'never', text: labels.appsReconNever }];
    const links = ['linked', 'orphaned', 'duplicate', 'ignored'].map(
      (state) => `${linkLook(state).label} ${count(view.links?.[state] ?? 0)}`,
    );
    return [
      { key: 'collected', text: format(labels.appsReconCollected, count(view.found ?? 0), count(view.pages ?? 0)) },
      ...(view.incomplete ? [{ key: 'incomplete', text: labels.appsReconIncomplete }] : []),
      { key: 'links', text: links.join(', ') },
      ...(view.phase === 'Analyzed' ? [{ key: 'nothing', text: labels.appsReconNothing }] : []),
    ];
  }
  get wasCollected(): boolean {
    return Boolean(this.view?.started);
  }
  get message(): string {
    return this.view?.process?.statusMessage ?? '';
  }
  get driftFacts() {
    return DRIFT_KINDS.map((kind) => ({
      kind,
      label: driftLook(kind).label,
      icon: driftLook(kind).icon,
      many: count(this.view?.drift?.[kind] ?? 0),
    }));
  }
  get begunReference() {
    return this.begun ? processReference(this.begun.id) : null;
  }
  get begunName(): string {
    return this.begun?.name ?? '';
  }
  get hasMoreDrift(): boolean {
    return this.nextDrift !== null;
  }
  get allText(): string {
    if (!this.all) return '';
    const label = this.all.mode === 'DryRun' ? labels.appsReconWould : labels.appsReconDid;
    const { created, updated, skipped, guard, statusMessage } = this.all;
    const numbers = format(label, count(created ?? 0), count(updated ?? 0), count(skipped ?? 0));
    return guard || statusMessage ? `${numbers} ${statusMessage ?? ''}`.trim() : numbers;
  }
  get allRuns(): boolean {
    return isOpen(this.all) && !this.all?.guard;
  }

  handleStep(): Promise<void> {
    return this.act(async () => {
      const kind = this.view && nextKind(this.view);
      if (!kind) return;
      if (kind === 'Commit' && !(await this.confirmed(labels.appsReconQuestion, this.stepLabel))) return;
      await start({ appId: this.wanted, kind, mode: 'Live' });
      this.look();
    });
  }
  handleResume(): Promise<void> {
    return this.act(async () => {
      await resume({ processId: this.view?.process?.id ?? null });
      this.look();
    });
  }
  handleDryRun(): Promise<void> {
    return this.act(() => this.processAll('DryRun'));
  }
  handleProcessAll(): Promise<void> {
    return this.act(async () => {
      if (await this.confirmed(labels.appsReconAllQuestion, labels.appsReconProcessAll)) await this.processAll('Live');
    });
  }
  handleOpenChanged(): void {
    this.dispatchEvent(new CustomEvent('changed'));
    this.look();
    this.lookAtDrift(null);
  }
  handleKind(event: CustomEvent<Wanted>): void {
    this.kind = event.detail.segment;
    this.drift = undefined;
    this.lookAtDrift(null);
  }
  /** About all that differ in the way that is shown: a dry run first, then a run. */
  handleDriftAll(event: CustomEvent<DecisionForAll>): Promise<void> {
    return this.act(async () => {
      const begun = (await ProvisioningDecideAll.open({
        size: 'small',
        label: event.detail.label,
        appId: this.wanted,
        name: this.name,
        decision: event.detail.action,
        matching: { linkState: null, status: null, activeThere: false, search: null, drift: this.kind || 'ANY' },
      })) as Apex.ProvisioningProcessView | undefined;
      if (begun) this.follow(begun);
    });
  }
  handleDrift(event: CustomEvent<{ id: string; action: string }>): Promise<void> {
    return this.act(async () => {
      const { id, action } = event.detail;
      const rows = await decide({ appId: this.wanted, decision: action, ids: [id], userId: null });
      this.tell(rowsText(rows));
      this.look();
      this.lookAtDrift(null);
    });
  }
  handleMoreDrift(): void {
    this.lookAtDrift(this.nextDrift);
  }
  handleRetry(): void {
    this.look();
    this.lookAtDrift(null);
  }

  private confirmed(question: string, label: string): Promise<boolean> {
    return LightningConfirm.open({ message: format(question, this.name), label, theme: 'warning' });
  }
  private async processAll(mode: string): Promise<void> {
    const process = await start({ appId: this.wanted, kind: 'ProcessAll', mode });
    this.all = process;
    this.watch(process, () => this.tell(this.allText));
  }
  /** A decision about all that match shows when it is through. */
  private follow(begun: Apex.ProvisioningProcessView): void {
    this.begun = begun;
    this.tell(format(labels.appsForAllBegun, begun.name ?? ''));
    this.watch(begun, (now) => {
      this.tell(decidedText(now));
      this.look();
      this.lookAtDrift(null);
    });
  }
  private watch(process: Apex.ProvisioningProcessView, ended: (now: Apex.ProvisioningProcessView) => void): void {
    this.runs.look({
      ask: () => getProcess({ processId: process.id }),
      show: (now) => {
        if (this.all?.id === now.id) this.all = now;
        if (!isOpen(now)) ended(now);
      },
      refuse: ({ message }) => (this.problem = message),
      pause: (now) => (isOpen(now) && !now?.guard ? LIVE : 0),
    });
  }
  private act(action: () => Promise<void>): Promise<void> {
    this.said = '';
    return this.actions.act(action, ({ message }) => (this.problem = message));
  }
  private tell(said: string): void {
    this.said = said;
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: said }));
    this.dispatchEvent(new CustomEvent('changed'));
  }

  private look(): void {
    if (!this.wanted) return;
    this.calls.look({
      ask: () => getReconciliation({ appId: this.wanted }),
      show: (view) => this.showView(view),
      refuse: ({ message }) => (this.failure = message),
      pause: (view) => (view && isAtWork(view) && !view.process?.guard ? LIVE : IDLE),
    });
  }
  /** A step that has ended changes what is shown. */
  private showView(view: Apex.AppReconciliationView): void {
    const state = `${view.process?.id ?? ''}:${view.phase ?? ''}`;
    const isNews = this.known !== '' && this.known !== state;
    this.view = view;
    if (isNews) this.tell(format(labels.appsReconSaid, phaseLabel(view.phase ?? '')));
    if (this.known !== state) this.lookAtDrift(null);
    this.known = state;
  }
  private lookAtDrift(after: string | null): void {
    const before = after === null ? [] : (this.drift ?? []);
    this.drifts.look({
      ask: () => getDrift({ appId: this.wanted, kind: this.kind || null, pageSize: PAGE_SIZE, after }),
      show: (page) => {
        this.drift = [...before, ...(page.drift ?? [])];
        this.nextDrift = page.next;
      },
      refuse: ({ message }) => (this.driftFailure = message),
    });
  }
}
