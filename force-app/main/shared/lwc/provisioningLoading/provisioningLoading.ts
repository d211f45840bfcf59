import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** What a card or a page shows until its data is there. */
export default class ProvisioningLoading extends LightningElement {
  /** Size of the spinner: `small` in a card, `medium` on a page. */
  @api size: 'small' | 'medium' = 'small';
  readonly labels = labels;

  get padding(): string {
    return `slds-is-relative ${this.size === 'small' ? 'slds-p-around_large' : 'slds-p-around_xx-large'}`;
  }
}
