import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import ProvisioningRestoreConfirmation from 'c/provisioningRestoreConfirmation';
import { refusalOf } from 'c/provisioningApexErrors';
import { format } from 'c/provisioningTexts';
import getHistory from '@salesforce/apex/EmployeeUserSettingsController.getHistory';
import previewRestore from '@salesforce/apex/EmployeeUserSettingsController.previewRestore';
import restoreVersion from '@salesforce/apex/EmployeeUserSettingsController.restoreVersion';
import HISTORY from '@salesforce/label/c.Settings_History';
import RESTORE from '@salesforce/label/c.Settings_Restore';
import RESTORED from '@salesforce/label/c.Settings_Restored';

/** The versions of the settings, to look at and to restore. Fires `restored` when there is a new one. */
export default class ProvisioningSettingsVersions extends LightningElement {
  @api canRestore = false;
  /** Version of the saved settings: another one asks again. */
  @api
  get version(): number | null {
    return this.currentVersion;
  }
  set version(value: number | null) {
    const changed = value !== this.currentVersion;
    this.currentVersion = value;
    if (changed && this.isConnected) void this.load();
  }

  readonly label = { history: HISTORY };
  versions: readonly Apex.SettingsVersion[] | undefined;
  failure = '';
  restoreError = '';
  findings: readonly Apex.Finding[] = [];
  private currentVersion: number | null = null;
  private busy = false;

  connectedCallback(): void {
    void this.load();
  }

  handleRetry(): void {
    void this.load();
  }
  async handleRestore(event: CustomEvent<Apex.SettingsVersion>): Promise<void> {
    // a disabled button would lose the keyboard's place, so a second click is ignored instead
    if (this.busy) return;
    this.busy = true;
    this.restoreError = '';
    this.findings = [];
    const { id: versionId, versionNumber } = event.detail;
    try {
      const effects = await previewRestore({ versionId });
      const answer = await ProvisioningRestoreConfirmation.open({ size: 'small', label: RESTORE, versionNumber, effects });
      if (answer !== 'restore') return;
      await restoreVersion({ versionId });
      this.dispatchEvent(new ShowToastEvent({ title: format(RESTORED, versionNumber), variant: 'success' }));
      this.dispatchEvent(new CustomEvent('restored'));
    } catch (error) {
      const refusal = refusalOf(error);
      this.restoreError = refusal.message;
      this.findings = refusal.findings;
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      this.versions = await getHistory();
    } catch (error) {
      this.failure = refusalOf(error).message;
    }
  }
}
