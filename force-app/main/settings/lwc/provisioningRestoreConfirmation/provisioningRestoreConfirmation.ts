import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { format } from 'c/provisioningTexts';
import CANCEL from '@salesforce/label/c.Console_Cancel';
import EXPLANATION from '@salesforce/label/c.Settings_Restore_Explanation';
import RESTORE from '@salesforce/label/c.Settings_Restore';
import TITLE from '@salesforce/label/c.Settings_Restore_Title';

/** Asks before an old version is restored, with what that would change. Closes with `'restore'` or nothing. */
export default class ProvisioningRestoreConfirmation extends LightningModal {
  @api versionNumber: number | null = null;
  @api effects: readonly Apex.ProvisioningSettingsEffect[] = [];
  readonly labels = { cancel: CANCEL, explanation: EXPLANATION, restore: RESTORE };

  get title(): string {
    return format(TITLE, this.versionNumber);
  }

  handleCancel(): void {
    this.close();
  }
  handleRestore(): void {
    this.close('restore');
  }
}
