import { LightningElement, api } from 'lwc';
import ADVANCED from '@salesforce/label/c.Settings_Advanced';
import AUTOMATIC from '@salesforce/label/c.Settings_Automatic';
import AUTOMATIC_HELP from '@salesforce/label/c.Settings_Automatic_Help';
import NATIVE_OFF from '@salesforce/label/c.Settings_Native_Off';
import UPDATE_ON_CHANGE from '@salesforce/label/c.Settings_Update_On_Change';
import WELCOME from '@salesforce/label/c.Settings_Welcome_Email';
import LANGUAGE from '@salesforce/label/c.Settings_Language';
import LOCALE from '@salesforce/label/c.Settings_Locale';
import MATCH_EMAIL from '@salesforce/label/c.Settings_Match_Email';
import MATCH_FEDERATION_ID from '@salesforce/label/c.Settings_Match_Federation_Id';
import MATCH_NUMBER from '@salesforce/label/c.Settings_Match_Employee_Number';
import MATCH_USERNAME from '@salesforce/label/c.Settings_Match_Username';
import MATCHING from '@salesforce/label/c.Settings_Matching';
import MATCHING_HELP from '@salesforce/label/c.Settings_Matching_Help';
import ORG_DEFAULT from '@salesforce/label/c.Settings_Org_Default';
import TIME_ZONE from '@salesforce/label/c.Settings_Time_Zone';

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

  readonly label = {
    advanced: ADVANCED,
    matching: MATCHING,
    matchingHelp: MATCHING_HELP,
  };
  private opened = false;
  private shown: ReadonlyMap<string, string> = new Map();

  get pickers() {
    return [
      { field: 'timeZone', label: TIME_ZONE, ...this.picker(this.options?.timeZones, this.settings?.timeZone) },
      { field: 'locale', label: LOCALE, ...this.picker(this.options?.locales, this.settings?.locale) },
      { field: 'language', label: LANGUAGE, ...this.picker(this.options?.languages, this.settings?.language) },
    ];
  }
  get rules() {
    const { settings } = this;
    return [
      { field: 'matchByEmployeeNumber', label: MATCH_NUMBER, checked: settings?.matchByEmployeeNumber ?? false },
      { field: 'matchByFederationId', label: MATCH_FEDERATION_ID, checked: settings?.matchByFederationId ?? false },
      { field: 'matchByEmail', label: MATCH_EMAIL, checked: settings?.matchByEmail ?? false },
      { field: 'matchByUsername', label: MATCH_USERNAME, checked: settings?.matchByUsername ?? false },
    ];
  }
  get switches() {
    const { settings } = this;
    return [
      { field: 'automaticProvisioning', label: AUTOMATIC, checked: settings?.automaticProvisioning ?? false, help: AUTOMATIC_HELP },
      { field: 'nativeEngineOff', label: NATIVE_OFF, checked: settings?.nativeEngineOff ?? false },
      { field: 'updateOnChange', label: UPDATE_ON_CHANGE, checked: settings?.updateOnChange ?? false },
      { field: 'welcomeEmail', label: WELCOME, checked: settings?.welcomeEmail ?? false },
    ];
  }
  /** An error must not hide in a closed section. */
  get isOpen(): boolean {
    return this.opened || ['timeZone', 'locale', 'language'].some((field) => this.errors.has(field));
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
  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    this.fire(event.currentTarget as HTMLElement, event.detail.checked);
  }

  private fire(element: HTMLElement, value: unknown): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: element.dataset.field, value } }));
  }
  private picker(choices: readonly Apex.ProvisioningChoice[] | undefined, value: string | null | undefined) {
    const options = (choices ?? []).map((choice) => ({ label: choice.label ?? '', value: choice.value ?? '' }));
    return { options: [{ label: ORG_DEFAULT, value: '' }, ...options], value: value ?? '' };
  }
}
