import { LightningElement, api } from 'lwc';
import { reveal } from 'c/provisioningSections';
import { labels } from './labels';

/** Settings that most admins leave alone. Fires `valuechange` `{field, value}`. */
export default class ProvisioningSettingsAdvanced extends LightningElement {
  @api settings: Apex.ProvisioningSettingsData | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Error texts by field. */
  @api errors: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;
  private opened = false;

  get rules(): readonly Apex.EmployeeMatchChoice[] {
    return this.settings?.matchingRules ?? [];
  }
  get ruleChoices(): readonly Apex.ProvisioningChoice[] {
    return this.options?.matchingRules ?? [];
  }
  get rulesError(): string {
    return this.errors.get('matchingRules') ?? '';
  }
  get switches() {
    const { settings } = this;
    return [
      {
        field: 'automaticProvisioning',
        label: labels.settingsAutomatic,
        checked: settings?.automaticProvisioning ?? false,
        help: labels.settingsAutomaticHelp,
      },
      { field: 'nativeEngineOff', label: labels.settingsNativeOff, checked: settings?.nativeEngineOff ?? false },
      { field: 'updateOnChange', label: labels.settingsUpdateOnChange, checked: settings?.updateOnChange ?? false },
      { field: 'welcomeEmail', label: labels.settingsWelcomeEmail, checked: settings?.welcomeEmail ?? false },
    ];
  }
  /** An error must not hide in a closed section. */
  get isOpen(): boolean {
    const inputs = this.options?.inputs ?? [];
    return (
      this.opened ||
      this.errors.has('matchingRules') ||
      inputs.some(({ section, name }) => section === 'NEW_USERS' && this.errors.has(name ?? ''))
    );
  }

  @api
  reveal(section: string): void {
    reveal(this.template as ShadowRoot, section);
  }

  handleToggle(event: Event): void {
    this.opened = (event.currentTarget as HTMLDetailsElement).open;
  }
  handleValue(event: CustomEvent<{ field: string; value: unknown }>): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: event.detail }));
  }
  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field, value: event.detail.checked } }));
  }
}
