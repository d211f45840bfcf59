import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import ACTIVE from '@salesforce/label/c.Settings_History_Active';
import ADDED from '@salesforce/label/c.Settings_History_Added';
import CHANGED from '@salesforce/label/c.Settings_History_Changed';
import EMPTY from '@salesforce/label/c.Settings_History_Empty';
import REMOVED from '@salesforce/label/c.Settings_History_Removed';
import RESTORE from '@salesforce/label/c.Settings_Restore';
import RESTORE_TITLE from '@salesforce/label/c.Settings_Restore_Title';
import VERSION from '@salesforce/label/c.Settings_Version';

/** Versions of the settings, newest first: who saved them, when, and what changed. Fires `restore` with the version. */
export default class ProvisioningSettingsHistory extends LightningElement {
  @api versions: readonly Apex.ProvisioningSettingsVersion[] = [];
  /** Whether old versions may be restored. */
  @api canRestore = false;
  readonly label = { active: ACTIVE, empty: EMPTY, restore: RESTORE };

  get rows() {
    return this.versions.map((version) => ({
      id: version.id,
      title: format(VERSION, version.versionNumber),
      active: version.active,
      restorable: this.canRestore && !version.active,
      restoreTitle: format(RESTORE_TITLE, version.versionNumber),
      savedAt: version.savedAt,
      savedBy: version.savedBy,
      changes: version.changes.map((change, index) => ({ key: `${index}`, text: changeText(change) })),
    }));
  }

  handleRestore(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const version = this.versions.find((candidate) => candidate.id === id);
    this.dispatchEvent(new CustomEvent('restore', { detail: version }));
  }
}

function changeText({ label, before, after }: Apex.ProvisioningSettingsVersion_Change): string {
  if (!before) return format(ADDED, label, after);
  if (!after) return format(REMOVED, label, before);
  return format(CHANGED, label, before, after);
}
