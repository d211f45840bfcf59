import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** Versions of the settings, newest first: who saved them, when, what changed and how many runs went by them. Fires `restore` with the version. */
export default class ProvisioningSettingsHistory extends LightningElement {
  @api versions: readonly Apex.ProvisioningSettingsVersion[] = [];
  /** Whether old versions may be restored. */
  @api canRestore = false;
  readonly labels = labels;

  get rows() {
    return this.versions.map((version) => ({
      id: version.id,
      title: format(labels.settingsVersion, version.versionNumber),
      active: version.active,
      restorable: this.canRestore && !version.active,
      restoreTitle: format(labels.settingsRestoreTitle, version.versionNumber),
      savedAt: version.savedAt,
      savedBy: version.savedBy,
      runs: version.runs ? format(labels.settingsHistoryRuns, version.runs) : '',
      runsPage: runsOf(version.name),
      changes: version.changes.map((change, index) => ({ key: `${index}`, text: changeText(change) })),
    }));
  }

  handleRestore(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const version = this.versions.find((candidate) => candidate.id === id);
    this.dispatchEvent(new CustomEvent('restore', { detail: version }));
  }
}

/** The runs that went by the version. */
const runsOf = (version: string | null): PageReference => ({
  type: 'standard__navItemPage',
  attributes: { apiName: 'View_Processes' },
  state: { c__settingsVersion: version ?? '' },
});

function changeText({ label, before, after }: Apex.ProvisioningSettingsVersion_Change): string {
  if (!before) return format(labels.settingsHistoryAdded, label, after);
  if (!after) return format(labels.settingsHistoryRemoved, label, before);
  return format(labels.settingsHistoryChanged, label, before, after);
}
