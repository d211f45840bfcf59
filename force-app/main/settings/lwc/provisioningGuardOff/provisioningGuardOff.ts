import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { format } from 'c/provisioningTexts';
import { consequenceOf, SHARE } from './guards';
import { labels } from './labels';

export { changesWithout, consequenceOf, isOn, SHARE, turnedOff } from './guards';

/** A guard by the name of its setting, and what the page calls it. */
export interface Guard {
  readonly name: string;
  readonly label: string;
}

/** Says what happens without guards, before they are turned off. Closes with `{reason}`, or with nothing: then they stay on. */
export default class ProvisioningGuardOff extends LightningModal {
  @api guards: readonly Guard[] = [];
  /** True where they are off already but for the save. */
  @api isSaving = false;

  readonly labels = labels;
  reason = '';

  get title(): string {
    return format(labels.settingsOffOf, this.guards.map(({ label }) => label).join(', '));
  }
  get rows() {
    return this.guards.map(({ name, label }) => ({ name, label, text: consequenceOf(name) }));
  }
  get isSeveral(): boolean {
    return this.guards.length > 1;
  }
  get isAsked(): boolean {
    return !this.isSaving;
  }
  get needsReason(): boolean {
    return this.isAsked && this.guards.some(({ name }) => name === SHARE);
  }
  get confirmLabel(): string {
    return this.isSaving ? labels.settingsOffSave : labels.settingsOffConfirm;
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value.trim();
  }
  handleCancel(): void {
    this.close();
  }
  handleConfirm(): void {
    const field = this.refs?.reason as (HTMLElement & { reportValidity(): boolean }) | undefined;
    if (this.needsReason && !this.reason) {
      field?.reportValidity();
      field?.focus();
      return;
    }
    this.close({ reason: this.reason });
  }
}
