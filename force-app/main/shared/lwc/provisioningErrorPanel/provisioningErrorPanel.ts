import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** Says what went wrong and offers to try again. Fires `retry`. */
export default class ProvisioningErrorPanel extends LightningElement {
  @api message = '';
  /** Hides the button where trying again makes no sense. */
  @api final = false;
  readonly labels = labels;

  get canRetry(): boolean {
    return !this.final;
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
