import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import ADDED from '@salesforce/label/c.Settings_History_Added';
import CHANGED from '@salesforce/label/c.Settings_History_Changed';
import NONE from '@salesforce/label/c.Settings_Effects_None';
import REMOVED from '@salesforce/label/c.Settings_History_Removed';

/** The fields that a save would change, each with the people concerned. */
export default class ProvisioningSettingsEffects extends LightningElement {
  @api effects: readonly Apex.ProvisioningSettingsEffect[] = [];
  readonly label = { none: NONE };

  get rows() {
    return this.effects.map((effect) => ({ key: effect.field, text: textOf(effect), message: effect.message }));
  }
}

function textOf({ label, before, after }: Apex.ProvisioningSettingsEffect): string {
  if (!before) return format(ADDED, label, after);
  if (!after) return format(REMOVED, label, before);
  return format(CHANGED, label, before, after);
}
