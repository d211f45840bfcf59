import { api, LightningElement } from 'lwc';

// sfdx-lwc-jest has no stub for lightning/select
export default class Select extends LightningElement {
  @api label;
  @api name;
  @api options;
  @api value;
  @api disabled;
  @api required;
  @api variant;
  @api fieldLevelHelp;
  @api setCustomValidity() {}
  @api reportValidity() {}
}
