import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** The first and the last working day. Fires `valuechange` `{field, value}`. */
export default class ProvisioningSettingsDates extends LightningElement {
  @api settings: Apex.ProvisioningSettingsData | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Error texts by field. */
  @api errors: ReadonlyMap<string, string> = new Map();
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;

  get statusOptions() {
    return (this.options?.employeeStatuses ?? []).map((choice) => ({ label: choice.label ?? '', value: choice.value ?? '' }));
  }
  get endStatuses(): readonly string[] {
    return this.settings?.endStatuses ?? [];
  }
  get statusesError(): string | undefined {
    return this.errors.get('endStatuses');
  }

  handleInput(event: CustomEvent<{ field: string; value: unknown }>): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: event.detail }));
  }
  handleStatuses(event: CustomEvent<{ value: string[] }>): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: 'endStatuses', value: event.detail.value } }));
  }
}
