import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** The fields that a save would change, each with the people concerned. */
export default class ProvisioningSettingsEffects extends LightningElement {
  @api effects: readonly Apex.ProvisioningSettingsEffect[] = [];
  readonly labels = labels;

  get rows() {
    return this.effects.map((effect) => ({ key: effect.field, text: textOf(effect), message: effect.message }));
  }
}

function textOf({ label, before, after }: Apex.ProvisioningSettingsEffect): string {
  if (!before) return format(labels.settingsHistoryAdded, label, after);
  if (!after) return format(labels.settingsHistoryRemoved, label, before);
  return format(labels.settingsHistoryChanged, label, before, after);
}
