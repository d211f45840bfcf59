import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** How an account is found that nobody has linked, which the platform calls "Look Up User". Fires `change` with the rule. */
export default class ProvisioningWizardLinking extends LightningElement {
  @api settings: Apex.AppSettings | undefined;
  @api options: Apex.AppSettingsOptions | undefined;
  @api disabled = false;
  readonly labels = labels;

  get linking(): Apex.AppSettings_Linking | null | undefined {
    return this.settings?.linking;
  }
  get userFields() {
    return this.options?.userFields ?? [];
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.tell({ salesforce: event.detail.value });
  }
  handleTarget(event: CustomEvent<{ value: string }>): void {
    this.tell({ target: event.detail.value.trim() });
  }
  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.tell({ filter: event.detail.value.trim() || null });
  }

  private tell(change: Partial<Apex.AppSettings_Linking>): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { linking: { ...this.linking, ...change } } }));
  }
}
