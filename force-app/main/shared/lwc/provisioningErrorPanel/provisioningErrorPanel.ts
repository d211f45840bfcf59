import { LightningElement, api } from 'lwc';
import TRY_AGAIN from '@salesforce/label/c.Console_Try_Again';

/** Says what went wrong and offers to try again. Fires `retry`. */
export default class ProvisioningErrorPanel extends LightningElement {
  @api message = '';
  /** Hides the button where trying again makes no sense. */
  @api final = false;
  readonly label = { tryAgain: TRY_AGAIN };

  get canRetry(): boolean {
    return !this.final;
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
