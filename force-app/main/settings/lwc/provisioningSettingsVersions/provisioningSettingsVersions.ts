import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import ProvisioningRestoreConfirmation from 'c/provisioningRestoreConfirmation';
import { Calls } from 'c/provisioningCalls';
import { withConsent } from 'c/provisioningConsent';
import { format } from 'c/provisioningTexts';
import getHistory from '@salesforce/apex/EmployeeUserSettingsController.getHistory';
import previewRestore from '@salesforce/apex/EmployeeUserSettingsController.previewRestore';
import restoreVersion from '@salesforce/apex/EmployeeUserSettingsController.restoreVersion';
import { labels } from './labels';

/** The versions of the settings, to look at, to compare and to restore. Fires `restored` when there is a new one. */
export default class ProvisioningSettingsVersions extends LightningElement {
  @api canRestore = false;
  /** The inputs of the page, which say in which section a setting stands. */
  @api inputs: readonly Apex.ProvisioningSettingsInput[] = [];
  /** Version of the saved settings: another one asks again. */
  @api
  get version(): number | null {
    return this.currentVersion;
  }
  set version(value: number | null) {
    const changed = value !== this.currentVersion;
    this.currentVersion = value;
    if (changed && this.isConnected) this.look();
  }

  readonly labels = labels;
  versions: readonly Apex.ProvisioningSettingsVersion[] | undefined;
  failure = '';
  restoreError = '';
  findings: readonly Apex.ProvisioningFinding[] = [];
  private currentVersion: number | null = null;
  private readonly calls = new Calls();

  /** It takes two to be compared. */
  get canCompare(): boolean {
    return (this.versions?.length ?? 0) > 1;
  }

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  handleRetry(): void {
    this.look();
  }
  handleRestore(event: CustomEvent<Apex.ProvisioningSettingsVersion>): Promise<void> {
    const { id: versionId, versionNumber } = event.detail;
    return this.calls.act(
      async () => {
        const effects = await previewRestore({ versionId });
        const answer = await ProvisioningRestoreConfirmation.open({ size: 'small', label: labels.settingsRestore, versionNumber, effects });
        if (answer !== 'restore') return;
        await withConsent((confirmAdministrative) => restoreVersion({ versionId, confirmAdministrative }));
        this.dispatchEvent(new ShowToastEvent({ title: format(labels.settingsRestored, versionNumber), variant: 'success' }));
        this.dispatchEvent(new CustomEvent('restored'));
      },
      ({ message, findings }) => {
        this.restoreError = message;
        this.findings = findings;
      },
    );
  }

  private look(): void {
    this.calls.look({
      ask: () => getHistory(),
      show: (versions) => (this.versions = versions),
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
