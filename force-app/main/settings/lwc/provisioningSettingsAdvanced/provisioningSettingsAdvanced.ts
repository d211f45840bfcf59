import { LightningElement, api } from 'lwc';
import { labels } from './labels';

interface Field extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): void;
}

/** Settings that most admins leave alone. Fires `valuechange` `{field, value}`. */
export default class ProvisioningSettingsAdvanced extends LightningElement {
  @api settings: Apex.ProvisioningSettingsData | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Error texts by field. */
  @api errors: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;
  private opened = false;
  private shown: ReadonlyMap<string, string> = new Map();

  get pickers() {
    return [
      { field: 'timeZone', label: labels.settingsTimeZone, ...this.picker(this.options?.timeZones, this.settings?.timeZone) },
      { field: 'locale', label: labels.settingsLocale, ...this.picker(this.options?.locales, this.settings?.locale) },
      { field: 'language', label: labels.settingsLanguage, ...this.picker(this.options?.languages, this.settings?.language) },
    ];
  }
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
    return this.opened || ['timeZone', 'locale', 'language', 'matchingRules'].some((field) => this.errors.has(field));
  }

  renderedCallback(): void {
    for (const element of (this.template as ShadowRoot).querySelectorAll<Field>('lightning-select')) {
      const field = element.dataset.field ?? '';
      const message = this.errors.get(field) ?? '';
      if (message === (this.shown.get(field) ?? '')) continue;
      element.setCustomValidity(message);
      element.reportValidity();
    }
    this.shown = this.errors;
  }

  handleToggle(event: Event): void {
    this.opened = (event.currentTarget as HTMLDetailsElement).open;
  }
  handleValue(event: CustomEvent<{ value: string }>): void {
    this.fire(event.currentTarget as HTMLElement, event.detail.value || null);
  }
  handleRules(event: CustomEvent<{ field: string; value: unknown }>): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: event.detail }));
  }
  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    this.fire(event.currentTarget as HTMLElement, event.detail.checked);
  }

  private fire(element: HTMLElement, value: unknown): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: element.dataset.field, value } }));
  }
  private picker(choices: readonly Apex.ProvisioningChoice[] | undefined, value: string | null | undefined) {
    const options = (choices ?? []).map((choice) => ({ label: choice.label ?? '', value: choice.value ?? '' }));
    return { options: [{ label: labels.settingsOrgDefault, value: '' }, ...options], value: value ?? '' };
  }
}
