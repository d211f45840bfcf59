import { LightningElement, api } from 'lwc';

/** Says that there is nothing to show, and why; an action may be put inside. */
export default class ProvisioningEmptyState extends LightningElement {
  @api heading = '';
  @api text = '';
}
