import { LightningElement, api } from 'lwc';
import { labels } from './labels';

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
    return this.numbersOf('GUARDS');
  }
  get retention() {
    return this.numbersOf('RETENTION');
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
      .filter(
        ([field]) =>
          this.numbers.some((number) => number.value === field) ||
          ['leaverStatuses', 'leaverAction', 'notificationRecipients'].includes(field),
      )
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
  private get numbers(): readonly Apex.ProvisioningChoice[] {
    return this.options?.numbers ?? [];
  }
  private numbersOf(section: string) {
    const numbers = this.numbers.filter((number) => number.type === section);
    return numbers.map(({ value: field, label }) => ({
      field,
      label,
      value: this.settings?.[field as keyof Apex.ProvisioningSettingsData] ?? '',
    }));
  }
}
