import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** What stands in the way of saving, and the field where it is mended. */
export interface BarError {
  readonly field: string;
  readonly label: string;
  readonly message: string;
}

/**
 * How many changes are not saved, what they would do, and the way to save them or to what is wrong with them. Stays in view. Fires `save`,
 * `cancel` and `mend` with the field.
 */
export default class ProvisioningSaveBar extends LightningElement {
  /** How many settings differ from the saved ones. */
  @api changes = 0;
  @api errors: readonly BarError[] = [];
  /** Undefined until the server has said what the changes would do. */
  @api effects: readonly Apex.ProvisioningSettingsEffect[] | undefined;
  /** Why nothing can be saved now although nothing is wrong; empty when it can. */
  @api reason = '';
  /** Nothing was saved yet: there is something to save without a change. */
  @api first = false;

  readonly labels = labels;
  isOpen = false;

  get isSaved(): boolean {
    return this.changes === 0 && !this.first;
  }
  get isWrong(): boolean {
    return this.errors.length > 0;
  }
  get isSaveDisabled(): boolean {
    return this.isSaved || this.isWrong || !!this.reason;
  }
  get hasChanges(): boolean {
    return this.changes > 0;
  }
  get isUnchanged(): boolean {
    return this.changes === 0;
  }
  get icon(): string {
    if (this.isWrong) return 'utility:error';
    return this.isSaved ? 'utility:success' : 'utility:edit';
  }
  get variant(): string | undefined {
    if (this.isWrong) return 'error';
    return this.isSaved ? 'success' : undefined;
  }
  get title(): string {
    if (this.isSaved && !this.isWrong) return labels.settingsBarSaved;
    if (!this.isWrong) return format(labels.settingsBarChanges, this.changes);
    return this.hasChanges
      ? format(labels.settingsBarChangesErrors, this.changes, this.errors.length)
      : format(labels.settingsNavErrors, this.errors.length);
  }
  /** Whom the changes concern: the first that the server counts. */
  get effectText(): string {
    if (this.isWrong || !this.hasChanges || this.reason) return this.reason;
    return this.effects?.find(({ message }) => message)?.message ?? '';
  }
  get known(): readonly Apex.ProvisioningSettingsEffect[] {
    return this.effects ?? [];
  }
  get isLooking(): boolean {
    return !this.effects;
  }
  get showsEffects(): boolean {
    return this.isOpen && this.hasChanges;
  }
  get expanded(): string {
    return String(this.showsEffects);
  }
  get rows() {
    return this.errors.map((error, index) => ({ ...error, key: `${index}` }));
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
  handleMend(event: Event): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('mend', { detail: field }));
  }
  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
  handleSave(): void {
    this.dispatchEvent(new CustomEvent('save'));
  }
}
