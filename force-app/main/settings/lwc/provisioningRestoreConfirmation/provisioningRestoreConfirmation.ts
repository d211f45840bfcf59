import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** Asks before an old version is restored, with what that would change. Closes with `'restore'` or nothing. */
export default class ProvisioningRestoreConfirmation extends LightningModal {
  @api versionNumber: number | null = null;
  @api effects: readonly Apex.ProvisioningSettingsEffect[] = [];
  readonly labels = labels;

  get title(): string {
    return format(labels.settingsRestoreTitle, this.versionNumber);
  }

  handleCancel(): void {
    this.close();
  }
  handleRestore(): void {
    this.close('restore');
  }
}
