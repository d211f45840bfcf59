import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { Calls } from 'c/provisioningCalls';
import { isLive } from 'c/provisioningProcessTexts';
import { count, format } from 'c/provisioningTexts';
import decideAll from '@salesforce/apex/AppAccountsController.decideAll';
import getProcess from '@salesforce/apex/AppReconciliationController.getProcess';
import { DECISIONS } from './decisions';
import { labels } from './labels';

/** Which accounts match; what is null does not matter. */
export interface Matching {
  readonly linkState: string | null;
  readonly status: string | null;
  readonly activeThere: boolean;
  readonly search: string | null;
  /** How they differ, `ANY` for in any way. */
  readonly drift: string | null;
}

/** Pause between two looks at a dry run, in milliseconds. */
const LIVE = 1000;

/**
 * The window in which something is decided about all accounts that match: first a dry run, which says how many change, then the run itself. Closes with the
 * process that has begun.
 */
export default class ProvisioningDecideAll extends LightningModal {
  @api appId: string | null = null;
  /** Name of the app. */
  @api name = '';
  @api matching: Matching = { linkState: null, status: null, activeThere: false, search: null, drift: null };
  /** What is decided, where that is known. */
  @api
  get decision(): string {
    return this.chosen;
  }
  set decision(value: string) {
    this.chosen = value;
  }

  readonly labels = labels;
  readonly decisions = DECISIONS.map(({ value, label }) => ({ value, label }));
  chosen = '';
  /** The dry run of what is chosen. */
  dry: Apex.ProvisioningProcessView | null = null;
  failure = '';
  private readonly looks = new Calls();
  private readonly calls = new Calls();

  disconnectedCallback(): void {
    this.looks.end();
  }

  get scopeText(): string {
    return format(labels.appsForAllScope, this.name);
  }
  get runs(): boolean {
    return this.dry !== null && isLive(this.dry);
  }
  get cannotTry(): boolean {
    return this.chosen === '' || this.runs;
  }
  get many(): number {
    return this.dry?.updated ?? 0;
  }
  get foundText(): string {
    if (!this.dry || !this.isFinished) return '';
    const total = this.dry.total ?? 0;
    const found = format(labels.appsForAllFound, count(this.many), count(total), count(total - this.many));
    return this.many === 0 ? `${found} ${labels.appsForAllNone}` : found;
  }
  get sentence(): string {
    const decision = DECISIONS.find(({ value }) => value === this.chosen);
    return decision && this.isFinished && this.many > 0 ? format(decision.sentence, count(this.many), this.name) : '';
  }
  get doLabel(): string {
    const decision = DECISIONS.find(({ value }) => value === this.chosen);
    return format(labels.appsForAllDo, decision?.label ?? '', count(this.many));
  }

  handleDecision(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
    this.dry = null;
    this.failure = '';
  }
  handleDryRun(): Promise<void> {
    this.dry = null;
    return this.act(async () => {
      const process = await this.begin('DryRun');
      this.dry = process;
      this.looks.look({
        ask: () => getProcess({ processId: process.id }),
        show: (now) => this.show(now),
        refuse: ({ message }) => this.refuse(message),
        pause: (now) => (now && isLive(now) ? LIVE : 0),
      });
    });
  }
  handleDo(): Promise<void> {
    return this.act(async () => this.close(await this.begin('Live')));
  }
  handleCancel(): void {
    this.close();
  }

  private get isFinished(): boolean {
    return this.dry?.status === 'Finished';
  }
  private begin(mode: string): Promise<Apex.ProvisioningProcessView> {
    return decideAll({ appId: this.appId, decision: this.chosen, mode, ...this.matching });
  }
  private show(now: Apex.ProvisioningProcessView): void {
    this.dry = now;
    if (!isLive(now) && !this.isFinished) this.failure = now.statusMessage ?? '';
  }
  private refuse(message: string): void {
    this.dry = null;
    this.failure = message;
  }
  private act(action: () => Promise<void>): Promise<void> {
    this.failure = '';
    return this.calls.act(action, ({ message }) => (this.failure = message));
  }
}
