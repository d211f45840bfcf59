import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { count, format } from 'c/provisioningTexts';
import deactivateCreated from '@salesforce/apex/EmployeeLifecycleController.deactivateCreated';
import { labels } from './labels';

/**
 * Asks before the users that a run created are deactivated: how many there are, what becomes of them and who is kept. Fires `started` with the
 * process that does it, dry or live, and `cancel`.
 */
export default class ProvisioningUndoCreated extends LightningElement {
  @api processId: string | null = null;
  /** How many users the run created. */
  @api created = 0;

  readonly labels = labels;
  failure = '';
  private hasFocus = false;
  private readonly calls = new Calls();

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

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
  handleStart(event: Event): Promise<void> {
    const isDryRun = (event.currentTarget as HTMLElement).dataset.dry !== undefined;
    const { processId } = this;
    return this.calls.act(
      async () => {
        this.dispatchEvent(new CustomEvent('started', { detail: await deactivateCreated({ processId, isDryRun }) }));
      },
      ({ message }) => (this.failure = message),
    );
  }
}
