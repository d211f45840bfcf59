import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import getPreflight from '@salesforce/apex/PreflightController.getPreflight';
import startCheck from '@salesforce/apex/PreflightController.startCheck';
import { labels } from './labels';

/** Pause between two looks while a check is under way, in milliseconds. */
const PAUSE = 2000;

/** What stands in the way of a run: settings and org at once, everybody who waits in the background. */
export default class ProvisioningPreflightPanel extends LightningElement {
  /** Version of the saved settings: another one asks again. */
  @api
  get version(): number | null {
    return this.currentVersion;
  }
  set version(value: number | null) {
    const changed = value !== this.currentVersion;
    this.currentVersion = value;
    if (changed && this.isConnected) this.look();
  }

  readonly labels = labels;
  view: Apex.PreflightView | undefined;
  failure = '';
  startError = '';
  private readonly calls = new Calls();
  private currentVersion: number | null = null;

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get isEmpty(): boolean {
    return this.view?.hasSettings === false;
  }
  get canCheck(): boolean {
    return Boolean(this.view?.hasSettings && this.view.canCheck);
  }
  get isRunning(): boolean {
    return this.view?.status === 'Running';
  }
  get isFinished(): boolean {
    return this.view?.status === 'Finished';
  }
  get percent(): number {
    return this.view?.total ? Math.round((100 * (this.view.checked ?? 0)) / this.view.total) : 0;
  }
  get checkedText(): string {
    return format(labels.preflightChecked, this.view?.checked ?? 0, this.view?.total ?? 0);
  }
  get failedText(): string {
    return this.view?.status === 'Failed' ? format(labels.preflightFailed, this.view.statusMessage) : '';
  }
  /** Whom a rule would give administrative permissions; for whoever may run. */
  get unconfirmed(): readonly Apex.ProvisioningFindingPerson[] {
    const findings = this.view?.canCheck ? this.view.populationFindings : [];
    return findings.find(({ code }) => code === 'PRIVILEGED_GRANT')?.sample ?? [];
  }
  get unconfirmedCount(): number {
    return this.view?.populationFindings.find(({ code }) => code === 'PRIVILEGED_GRANT')?.count ?? 0;
  }
  /** Nothing where the defaults are for everybody. */
  get rules() {
    const rules = this.view?.rules ?? [];
    return rules.length < 2
      ? []
      : rules.map(({ name, people, seats }) => ({
          name,
          text: format(labels.preflightRulePeople, name, people),
          seats: seats.map(({ license, wanted, free }) => format(labels.preflightRuleSeats, wanted, free, license)).join(', '),
        }));
  }
  get nothingFound(): boolean {
    return !this.view?.findings.length;
  }

  handleRetry(): void {
    this.look();
  }
  handleCheck(): Promise<void> {
    return this.calls.act(
      async () => {
        this.view = await startCheck();
        this.dispatchEvent(new ShowToastEvent({ title: labels.preflightStarted, variant: 'success' }));
        this.look();
      },
      ({ message }) => (this.startError = message),
    );
  }

  /** Looks again, because a check may have been started elsewhere. */
  @api
  refresh(): void {
    this.look();
  }

  /** What was found changes by itself only while a check is under way. */
  private look(): void {
    this.calls.look({
      ask: () => getPreflight(),
      show: (view) => (this.view = view),
      refuse: ({ message }) => (this.failure = message),
      pause: (view) => (view?.status === 'Running' ? PAUSE : 0),
    });
  }
}
