import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import previewSettings from '@salesforce/apex/EmployeeUserSettingsController.previewSettings';
import { labels } from './labels';

/** Milliseconds in which somebody may go on typing. */
const REST = 500;

/** How new users are called, and what real people would be called, as it is typed. Fires `valuechange` `{field, value}`. */
export default class ProvisioningSettingsNames extends LightningElement {
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Error texts by field. */
  @api errors: ReadonlyMap<string, string> = new Map();
  /** Who may not save sees no people either. */
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();
  @api disabled = false;
  @api
  get settings(): Apex.ProvisioningSettingsData | undefined {
    return this.current;
  }
  set settings(value: Apex.ProvisioningSettingsData | undefined) {
    this.current = value;
    if (this.isConnected) this.look(REST);
  }

  readonly labels = labels;
  preview: Apex.ProvisioningSettingsPreview | undefined;
  failure = '';
  private current: Apex.ProvisioningSettingsData | undefined;
  private readonly calls = new Calls();

  get hasErrors(): boolean {
    return !!this.preview?.errors.length;
  }
  get isNobody(): boolean {
    return !!this.preview && !this.hasErrors && this.preview.people.length === 0;
  }
  get people() {
    return (this.preview?.people ?? []).map((person) => ({
      number: person.employeeNumber,
      name: person.name,
      username: person.username,
      alias: person.alias,
      nickname: person.nickname,
      problem: person.problems[0]?.message ?? (person.isSecondTry ? labels.settingsNamesSecond : labels.settingsNamesNone),
    }));
  }
  get collisionTexts() {
    const { collisions, counted } = this.preview ?? {};
    return [
      format(labels.settingsNamesUsernamesTaken, String(collisions?.usernames ?? 0)),
      format(labels.settingsNamesNicknamesTaken, String(collisions?.nicknames ?? 0)),
      format(labels.settingsNamesCounted, String(counted ?? 0)),
    ];
  }

  connectedCallback(): void {
    this.look(0);
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  handleInput(event: CustomEvent<{ field: string; value: unknown }>): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: event.detail }));
  }

  private look(rest: number): void {
    if (this.disabled || !this.current) return;
    this.calls.look(
      {
        ask: () => previewSettings({ settings: this.current ?? null, employees: [] }),
        show: (preview) => (this.preview = preview),
        refuse: ({ message }) => (this.failure = message),
      },
      rest,
    );
  }
}
