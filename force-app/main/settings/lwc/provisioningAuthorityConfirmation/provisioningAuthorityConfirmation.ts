import LightningModal from 'lightning/modal';
import CANCEL from '@salesforce/label/c.Console_Cancel';
import EXPLANATION from '@salesforce/label/c.Settings_Take_Over_Explanation';
import TAKE_OVER from '@salesforce/label/c.Settings_Take_Over';

/** Asks before somebody takes over the authority of the settings. Closes with `'takeOver'` or nothing. */
export default class ProvisioningAuthorityConfirmation extends LightningModal {
  readonly labels = { cancel: CANCEL, explanation: EXPLANATION, takeOver: TAKE_OVER };

  handleCancel(): void {
    this.close();
  }
  handleTakeOver(): void {
    this.close('takeOver');
  }
}
