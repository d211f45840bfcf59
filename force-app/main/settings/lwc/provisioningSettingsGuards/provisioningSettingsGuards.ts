import { LightningElement, api } from 'lwc';
import { reveal } from 'c/provisioningSections';
import { labels } from './labels';

const SECTIONS: ReadonlySet<string> = new Set(['GUARDS', 'LEAVERS', 'RETENTION']);
const OWN_INPUTS: ReadonlySet<string> = new Set([
  'leaverStatuses',
  'leaverAction',
  'deletedEmployees',
  'bringBack',
  'notificationRecipients',
]);

/** Guards, leavers, retention and who is told. Fires `valuechange` `{field, value}`. */
export default class ProvisioningSettingsGuards extends LightningElement {
  @api settings: Apex.ProvisioningSettingsData | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Error texts by field. */
  @api errors: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;
  /** Where a person is erased: in their panel. */
  readonly people = {
    type: 'standard__navItemPage',
    attributes: { apiName: 'Provisioning_Employees' },
    state: { c__view: 'All' },
  };
  /** Opened by the reader or by an error; an error that goes must not close it. */
  private opened = false;

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
  get recipients(): string {
    return (this.settings?.notificationRecipients ?? []).join('\n');
  }
  get isOpen(): boolean {
    return this.opened || this.errorTexts.length > 0;
  }
  /** What is wrong here, above all inputs: the section is long. */
  get errorTexts() {
    const inputs = this.options?.inputs ?? [];
    return [...this.errors]
      .filter(([field]) => OWN_INPUTS.has(field) || inputs.some((input) => SECTIONS.has(input.section ?? '') && input.name === field))
      .map(([field, text]) => ({ field, text }));
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
    this.fire(event, event.detail.value);
  }
  handleAction(event: CustomEvent<{ value: string }>): void {
    this.fire(event, event.detail.value || null);
  }
  handleRecipients(event: CustomEvent<{ value: string }>): void {
    const names = event.detail.value.split('\n').map((name) => name.trim());
    this.fire(event, names.filter(Boolean));
  }

  private fire(event: Event, value: unknown): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field, value } }));
  }
}
