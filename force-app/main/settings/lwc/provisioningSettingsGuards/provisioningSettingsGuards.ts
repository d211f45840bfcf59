import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** Numbers in the order of the page: the field, its label, and whether it may stay empty. */
const GUARDS = [
  'seatReserve',
  'maximumCreates',
  'maximumChanges',
  'maximumLockouts',
  'failureRatePercent',
  'failureRateFloor',
  'minimumPopulation',
] as const;
const RETENTION = ['retentionDays', 'dryRunRetentionDays'] as const;
type NumberField = (typeof GUARDS)[number] | (typeof RETENTION)[number];
const LABELS: Readonly<Record<NumberField, string>> = {
  seatReserve: labels.settingsSeatReserve,
  maximumCreates: labels.settingsMaximumCreates,
  maximumChanges: labels.settingsMaximumChanges,
  maximumLockouts: labels.settingsMaximumLockouts,
  failureRatePercent: labels.settingsFailureRate,
  failureRateFloor: labels.settingsFailureFloor,
  minimumPopulation: labels.settingsMinimumPopulation,
  retentionDays: labels.settingsRetention,
  dryRunRetentionDays: labels.settingsDryRunRetention,
};

/** Guards, leavers, retention and who is told. Fires `valuechange` `{field, value}`. */
export default class ProvisioningSettingsGuards extends LightningElement {
  @api settings: Apex.ProvisioningSettingsData | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Error texts by field. */
  @api errors: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;
  /** Opened by the reader or by an error; an error that goes must not close it. */
  private opened = false;

  get guards() {
    return GUARDS.map((field) => this.numberField(field));
  }
  get retention() {
    return RETENTION.map((field) => this.numberField(field));
  }
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
  get recipients(): string {
    return (this.settings?.notificationRecipients ?? []).join('\n');
  }
  get isOpen(): boolean {
    return this.opened || this.errorTexts.length > 0;
  }
  /** Errors of fields that cannot show theirs. */
  get errorTexts() {
    return [...this.errors]
      .filter(([field]) => field in LABELS || ['leaverStatuses', 'leaverAction', 'notificationRecipients'].includes(field))
      .map(([field, text]) => ({ field, text }));
  }

  handleToggle(event: Event): void {
    this.opened = (event.currentTarget as HTMLDetailsElement).open;
  }
  handleNumber(event: CustomEvent<{ value: string }>): void {
    const text = event.detail.value.trim();
    this.fire(event, text === '' ? null : Number(text));
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
  private numberField(field: NumberField) {
    return { field, label: LABELS[field], value: this.settings?.[field] ?? '' };
  }
}
