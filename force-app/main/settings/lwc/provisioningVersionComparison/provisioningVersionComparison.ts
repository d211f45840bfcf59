import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import compareVersions from '@salesforce/apex/EmployeeUserSettingsController.compareVersions';
import { labels } from './labels';

type Version = Apex.ProvisioningSettingsVersion;

/** Any two versions of the settings side by side; the two newest until somebody picks others. */
export default class ProvisioningVersionComparison extends LightningElement {
  /** Newest first, two at least. */
  @api
  get versions(): readonly Version[] {
    return this.known;
  }
  set versions(value: readonly Version[]) {
    this.known = value;
    this.picked = [value[0]?.id ?? '', value[1]?.id ?? ''];
    if (this.isConnected) this.look();
  }
  @api inputs: readonly Apex.ProvisioningSettingsInput[] = [];

  readonly labels = labels;
  changes: readonly Apex.ProvisioningSettingsVersion_Change[] | undefined;
  failure = '';
  private known: readonly Version[] = [];
  private picked: readonly [string, string] = ['', ''];
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get options() {
    return this.known.map(({ id, versionNumber, active }) => {
      const label = format(labels.settingsVersion, versionNumber);
      return { value: id ?? '', label: active ? `${label} · ${labels.settingsHistoryActive}` : label };
    });
  }
  get one(): string {
    return this.picked[0];
  }
  get other(): string {
    return this.picked[1];
  }
  /** Both, the older one first, whichever was picked first. */
  private get pair(): readonly [Version | undefined, Version | undefined] {
    const [one, other] = this.picked.map((picked) => this.known.find(({ id }) => id === picked));
    return (one?.versionNumber ?? 0) < (other?.versionNumber ?? 0) ? [one, other] : [other, one];
  }
  get older(): number | null {
    return this.pair[0]?.versionNumber ?? null;
  }
  get newer(): number | null {
    return this.pair[1]?.versionNumber ?? null;
  }

  handleOne(event: CustomEvent<{ value: string }>): void {
    this.pick([event.detail.value, this.other]);
  }
  handleOther(event: CustomEvent<{ value: string }>): void {
    this.pick([this.one, event.detail.value]);
  }
  handleRetry(): void {
    this.look();
  }

  private pick(picked: readonly [string, string]): void {
    this.picked = picked;
    this.look();
  }
  private look(): void {
    const [older, newer] = this.pair;
    this.changes = undefined;
    this.calls.look({
      ask: () => compareVersions({ firstId: older?.id ?? null, secondId: newer?.id ?? null }),
      show: (changes) => (this.changes = changes),
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
