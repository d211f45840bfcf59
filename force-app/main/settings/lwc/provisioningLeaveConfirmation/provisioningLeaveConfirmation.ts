import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** Asks what becomes of changes that are not saved. Closes with `'discard'`, `'save'` or nothing, which means to stay. */
export default class ProvisioningLeaveConfirmation extends LightningModal {
  @api changes = 0;
  /** False while something is wrong: then there is nothing that could be saved. */
  @api canSave = false;
  readonly labels = labels;

  get title(): string {
    return format(labels.settingsLeaveTitle, this.changes);
  }
  get cannotSave(): boolean {
    return !this.canSave;
  }

  handleStay(): void {
    this.close();
  }
  handleDiscard(): void {
    this.close('discard');
  }
  handleSave(): void {
    this.close('save');
  }
}
