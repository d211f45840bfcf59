import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { count, format } from 'c/provisioningTexts';
import deactivateCreated from '@salesforce/apex/EmployeeLifecycleController.deactivateCreated';
import foreseeUndo from '@salesforce/apex/EmployeeLifecycleController.foreseeUndo';
import { labels } from './labels';

/**
 * Asks before the users that a run created are deactivated: how many there are, what becomes of them, who is kept, and what the guard would
 * say; whoever confirms has seen that, so that the guard asks again only where more would lose their access by then. Fires `started` with the process that
 * does it, dry or live, and `cancel`.
 */
export default class ProvisioningUndoCreated extends LightningElement {
  @api processId: string | null = null;
  /** How many users the run created. */
  @api created = 0;

  readonly labels = labels;
  failure = '';
  forecast: Apex.EmployeeUndoForecast | undefined;
  /** Whether the server has answered; without an answer the guard asks in the run. */
  hasLooked = false;
  private hasFocus = false;
  private readonly calls = new Calls();
  private readonly looks = new Calls();

  connectedCallback(): void {
    this.looks.look({
      ask: () => foreseeUndo({ processId: this.processId }),
      show: (forecast) => {
        this.forecast = forecast;
        this.hasLooked = true;
      },
      refuse: ({ message }) => {
        this.failure = message;
        this.hasLooked = message !== '';
      },
    });
  }
  disconnectedCallback(): void {
    this.looks.end();
  }

  /** A question about harm begins where nothing happens. */
  renderedCallback(): void {
    if (this.hasFocus) return;
    this.hasFocus = true;
    (this.refs?.cancel as HTMLElement | undefined)?.focus();
  }

  get peopleText(): string {
    return format(labels.processUndoPeople, count(this.created));
  }
  get liveLabel(): string {
    return format(labels.processUndoLive, count(this.created));
  }

  get guard(): string {
    return this.forecast?.guard ?? '';
  }
  /** What would be confirmed is not known yet. */
  get isLooking(): boolean {
    return !this.hasLooked;
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
  handleStart(event: Event): Promise<void> {
    const isDryRun = (event.currentTarget as HTMLElement).dataset.dry !== undefined;
    const { processId } = this;
    return this.calls.act(
      async () => {
        const acceptedLockouts = !isDryRun && this.guard ? (this.forecast?.lockouts ?? null) : null;
        this.dispatchEvent(new CustomEvent('started', { detail: await deactivateCreated({ processId, isDryRun, acceptedLockouts }) }));
      },
      ({ message }) => (this.failure = message),
    );
  }
}
