import { LightningElement, api } from 'lwc';
import { format } from 'c/texts';
import ACTIVE from '@salesforce/label/c.Settings_History_Active';
import ADDED from '@salesforce/label/c.Settings_History_Added';
import CHANGED from '@salesforce/label/c.Settings_History_Changed';
import EMPTY from '@salesforce/label/c.Settings_History_Empty';
import REMOVED from '@salesforce/label/c.Settings_History_Removed';
import VERSION from '@salesforce/label/c.Settings_Version';

/** Versions of the settings, newest first: who saved them, when, and what changed. */
export default class SettingsHistory extends LightningElement {
  @api versions: readonly Apex.SettingsVersion[] = [];
  readonly label = { active: ACTIVE, empty: EMPTY };

  get rows() {
    return this.versions.map((version) => ({
      id: version.id,
      title: format(VERSION, version.versionNumber),
      active: version.active,
      savedAt: version.savedAt,
      savedBy: version.savedBy,
      changes: version.changes.map((change, index) => ({ key: `${index}`, text: changeText(change) })),
    }));
  }
}

function changeText({ label, before, after }: Apex.SettingsVersion_Change): string {
  if (!before) return format(ADDED, label, after);
  if (!after) return format(REMOVED, label, before);
  return format(CHANGED, label, before, after);
}
