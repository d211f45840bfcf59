import { LightningElement } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import getPermissions from '@salesforce/apex/AppController.getPermissions';
import { labels } from './labels';

/** What the platform asks of whoever works with connected apps, and what the reader has of it. */
export default class ProvisioningAppRights extends LightningElement {
  readonly labels = labels;
  permissions: readonly Apex.AppPermissionRow[] | undefined;
  failure = '';
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get rows() {
    return this.permissions?.map(({ task, needed, missing }) => ({
      task,
      needed,
      icon: missing ? 'utility:ban' : 'utility:success',
      variant: missing ? 'error' : 'success',
      word: missing ? format(labels.appsRightsLacks, missing) : labels.appsRightsHas,
    }));
  }

  look(): void {
    this.calls.look({
      ask: () => getPermissions(),
      show: (permissions) => (this.permissions = permissions),
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
