import { LightningElement, api } from 'lwc';

/**
 * The one polite region of a page: what is said here is read aloud when the reader is ready. A page has one and wraps it around its
 * parts; whatever lies inside fires `say` (bubbling, composed) with the text, for example how many rows a filter left.
 */
export default class ProvisioningSpoken extends LightningElement {
  text = '';

  connectedCallback(): void {
    this.addEventListener('say', this.hear);
  }
  disconnectedCallback(): void {
    this.removeEventListener('say', this.hear);
  }

  /** The same text again is said again: the region has to change for that. */
  @api
  say(text: string): void {
    this.text = text === this.text ? `${text}\u00a0` : text;
  }

  private readonly hear = (event: Event): void => {
    event.stopPropagation();
    this.say((event as CustomEvent<string>).detail);
  };
}
