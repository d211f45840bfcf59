import { LightningElement, api } from 'lwc';

/** The head of a page of a list: its name, what it is about, and in the slot what can be done. */
export default class ProvisioningPageHeading extends LightningElement {
  @api heading = '';
  @api subtitle = '';
  /** Name of an icon, for example `standard:connected_apps`. */
  @api icon = '';
}
