import LightningModal from 'lightning/modal';
import { labels } from './labels';

/** Asks before somebody takes over the authority of the settings. Closes with `'takeOver'` or nothing. */
export default class ProvisioningAuthorityConfirmation extends LightningModal {
  readonly labels = labels;

  handleCancel(): void {
    this.close();
  }
  handleTakeOver(): void {
    this.close('takeOver');
  }
}
