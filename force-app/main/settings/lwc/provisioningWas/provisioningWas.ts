import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** What stood in a field, or in a list of them, before it was changed; nothing where it was not. */
export default class ProvisioningWas extends LightningElement {
  /** By the names of the settings that are changed. */
  @api values: ReadonlyMap<string, string> = new Map();
  @api field = '';

  get text(): string {
    const was = this.values.get(this.field);
    return was === undefined ? '' : format(labels.settingsWas, was);
  }
}
