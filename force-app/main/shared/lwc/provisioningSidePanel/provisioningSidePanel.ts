import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/**
 * A panel docked at the right, over the whole page on a phone. It takes the focus to its heading when it comes, and fires `close` on Escape
 * and by its button: whoever shows it then takes it away and gives the focus back to the button that opened it. Its content stands in the
 * default slot, its buttons in the slot `actions`.
 */
export default class ProvisioningSidePanel extends LightningElement {
  @api heading = '';
  readonly labels = labels;

  connectedCallback(): void {
    // the heading is there after the first rendering
    void Promise.resolve().then(() => (this.refs?.heading as HTMLElement | undefined)?.focus());
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.handleClose();
  }
  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
