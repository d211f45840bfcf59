import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import enableProvisioning from '@salesforce/apex/AppSettingsController.enableProvisioning';
import { Calls } from 'c/provisioningCalls';
import { labels } from './labels';

/** The window Edit Policies of an app: whether it has user provisioning. Closes with true when it was saved. */
export default class ProvisioningAppPolicies extends LightningModal {
  @api appId: string | null = null;
  @api enabled = false;
  readonly labels = labels;
  failure = '';
  private chosen: boolean | undefined;
  private readonly calls = new Calls();

  get isChecked(): boolean {
    return this.chosen ?? this.enabled;
  }

  handleEnable(event: CustomEvent<{ checked: boolean }>): void {
    this.chosen = event.detail.checked;
  }
  handleCancel(): void {
    this.close();
  }
  handleSave(): Promise<void> {
    return this.calls.act(
      async () => {
        await enableProvisioning({ appId: this.appId, enable: this.isChecked });
        this.close(true);
      },
      ({ message }) => (this.failure = message),
    );
  }
}
