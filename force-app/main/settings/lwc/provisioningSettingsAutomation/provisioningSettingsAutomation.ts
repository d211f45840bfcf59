import { LightningElement, api } from 'lwc';
import { focusField, markErrors } from 'c/provisioningFieldErrors';
import { labels } from './labels';

/** What happens without a click, and what that does. Fires `valuechange` `{field, value}`. */
export default class ProvisioningSettingsAutomation extends LightningElement {
  @api settings: Apex.ProvisioningSettingsData | undefined;
  /** Error texts by field. */
  @api errors: ReadonlyMap<string, string> = new Map();
  /** True while nothing was saved yet: then the page proposes what most want, and says so. */
  @api first = false;
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  get switches() {
    const { settings, errors } = this;
    const automaticHelp = this.first ? `${labels.settingsAutomaticHelp} ${labels.settingsAutomaticProposed}` : labels.settingsAutomaticHelp;
    return [
      { field: 'automaticProvisioning', label: labels.settingsAutomatic, checked: settings?.automaticProvisioning, help: automaticHelp },
      { field: 'nativeEngineOff', label: labels.settingsNativeOff, checked: settings?.nativeEngineOff, help: labels.settingsNativeOffHelp },
      {
        field: 'updateOnChange',
        label: labels.settingsUpdateOnChange,
        checked: settings?.updateOnChange,
        help: labels.settingsUpdateOnChangeHelp,
      },
      { field: 'welcomeEmail', label: labels.settingsWelcomeEmail, checked: settings?.welcomeEmail, help: labels.settingsWelcomeEmailHelp },
      // rendered, so that an error that comes or goes is shown
    ].map((choice) => ({ ...choice, checked: choice.checked ?? false, invalid: errors.has(choice.field) }));
  }

  @api
  focusField(field: string): void {
    focusField(this.template as ShadowRoot, field);
  }

  renderedCallback(): void {
    markErrors(this.template as ShadowRoot, this.errors);
  }

  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field, value: event.detail.checked } }));
  }
}
