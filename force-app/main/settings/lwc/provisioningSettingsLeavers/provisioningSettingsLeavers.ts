import { LightningElement, api } from 'lwc';
import { focusField, markErrors } from 'c/provisioningFieldErrors';
import { labels } from './labels';

/** What becomes of the users of leavers, and of those who return. Fires `valuechange` `{field, value}`. */
export default class ProvisioningSettingsLeavers extends LightningElement {
  @api settings: Apex.ProvisioningSettingsData | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Error texts by field. */
  @api errors: ReadonlyMap<string, string> = new Map();
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;

  get statusOptions() {
    const statuses = (this.options?.employeeStatuses ?? []).filter((choice) => choice.value !== this.settings?.employeeStatus);
    return statuses.map((choice) => ({ label: choice.label ?? '', value: choice.value ?? '' }));
  }
  get leaverStatuses(): readonly string[] {
    return this.settings?.leaverStatuses ?? [];
  }
  get actionOptions() {
    return [
      { label: labels.settingsLeaverNothing, value: '' },
      { label: labels.settingsLeaverFreeze, value: 'Freeze' },
      { label: labels.settingsLeaverDeactivate, value: 'Deactivate' },
    ];
  }
  get leaverAction(): string {
    return this.settings?.leaverAction ?? '';
  }
  get deletedOptions() {
    return [
      { label: labels.settingsDeletedIgnore, value: 'Ignore' },
      { label: labels.settingsDeletedLeavers, value: 'Leavers' },
    ];
  }
  get deletedEmployees(): string {
    return this.settings?.deletedEmployees ?? '';
  }
  get bringBackOptions() {
    return [
      { label: labels.settingsBringBackAsk, value: 'Ask' },
      { label: labels.settingsBringBackAutomatic, value: 'Automatic' },
    ];
  }
  get bringBack(): string {
    return this.settings?.bringBack ?? '';
  }
  /** Rendered, so that an error that comes or goes is shown. */
  get invalid(): number {
    return this.errors.size;
  }

  @api
  focusField(field: string): void {
    focusField(this.template as ShadowRoot, field);
  }

  renderedCallback(): void {
    markErrors(this.template as ShadowRoot, this.errors);
  }

  handleInput(event: CustomEvent<{ field: string; value: unknown }>): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: event.detail }));
  }
  handleStatuses(event: CustomEvent<{ value: string[] }>): void {
    this.fire(event, event.detail.value);
  }
  handleAction(event: CustomEvent<{ value: string }>): void {
    this.fire(event, event.detail.value || null);
  }

  private fire(event: Event, value: unknown): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field, value } }));
  }
}
