import { api, LightningElement } from 'lwc';

// sfdx-lwc-jest has no stub for lightning/modal
export default class LightningModal extends LightningElement {
  @api label;
  @api size;
  @api description;
  @api disableClose;
  close(result) {
    this.dispatchEvent(new CustomEvent('modalclose', { detail: result }));
  }
  static open = jest.fn(() => Promise.resolve());
}
