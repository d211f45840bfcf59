import { LightningElement, api } from 'lwc';
import { reveal } from 'c/provisioningSections';
import { labels } from './labels';

const FIELDS: readonly string[] = ['startField', 'provisionDaysBefore', 'endField', 'endStatuses'];

/** The first and the last working day. Fires `valuechange` `{field, value}`. */
export default class ProvisioningSettingsDates extends LightningElement {
  @api settings: Apex.ProvisioningSettingsData | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Error texts by field. */
  @api errors: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;
  /** Opened by the reader or by an error; an error that goes must not close it. */
  private opened = false;

  get statusOptions() {
    return (this.options?.employeeStatuses ?? []).map((choice) => ({ label: choice.label ?? '', value: choice.value ?? '' }));
  }
  get endStatuses(): readonly string[] {
    return this.settings?.endStatuses ?? [];
  }
  get statusesError(): string | undefined {
    return this.errors.get('endStatuses');
  }
  get isOpen(): boolean {
    return this.opened || FIELDS.some((field) => this.errors.has(field));
  }

  @api
  reveal(section: string): void {
    reveal(this.template as ShadowRoot, section);
  }

  handleToggle(event: Event): void {
    this.opened = (event.currentTarget as HTMLDetailsElement).open;
  }
  handleInput(event: CustomEvent<{ field: string; value: unknown }>): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: event.detail }));
  }
  handleStatuses(event: CustomEvent<{ value: string[] }>): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: 'endStatuses', value: event.detail.value } }));
  }
}
