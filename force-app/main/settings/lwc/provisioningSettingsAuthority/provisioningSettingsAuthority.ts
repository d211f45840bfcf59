import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import ProvisioningAuthorityConfirmation from 'c/provisioningAuthorityConfirmation';
import { Calls } from 'c/provisioningCalls';
import takeOverAuthority from '@salesforce/apex/EmployeeUserSettingsController.takeOverAuthority';
import { labels } from './labels';

/** Lets an editor answer for settings that somebody else saved, whose values stay. Fires `takenover` when there is a new version. */
export default class ProvisioningSettingsAuthority extends LightningElement {
  readonly labels = labels;
  refusals: readonly string[] = [];
  private readonly calls = new Calls();

  handleTakeOver(): Promise<void> {
    return this.calls.act(
      async () => {
        if ((await ProvisioningAuthorityConfirmation.open({ size: 'small', label: labels.settingsTakeOver })) !== 'takeOver') return;
        await takeOverAuthority();
        this.dispatchEvent(new ShowToastEvent({ title: labels.settingsTakenOver, variant: 'success' }));
        this.dispatchEvent(new CustomEvent('takenover'));
      },
      ({ message, findings }) => (this.refusals = [message, ...findings.map((finding) => finding.message ?? '')].filter(Boolean)),
    );
  }
}
