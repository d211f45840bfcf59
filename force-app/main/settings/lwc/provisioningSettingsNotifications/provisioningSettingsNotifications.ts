import { LightningElement, api } from 'lwc';
import { focusField, markErrors } from 'c/provisioningFieldErrors';
import { labels } from './labels';

/** Who is told about runs. Fires `valuechange` `{field: 'notificationRecipients', value}`. */
export default class ProvisioningSettingsNotifications extends LightningElement {
  @api recipients: readonly string[] = [];
  /** Error texts by field. */
  @api errors: ReadonlyMap<string, string> = new Map();
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;

  get text(): string {
    return this.recipients.join('\n');
  }
  /** Rendered, so that an error that comes or goes is shown. */
  get invalid(): boolean {
    return this.errors.has('notificationRecipients');
  }

  @api
  focusField(field: string): void {
    focusField(this.template as ShadowRoot, field);
  }

  renderedCallback(): void {
    markErrors(this.template as ShadowRoot, this.errors);
  }

  handleRecipients(event: CustomEvent<{ value: string }>): void {
    const names = event.detail.value.split('\n').map((name) => name.trim());
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: 'notificationRecipients', value: names.filter(Boolean) } }));
  }
}
