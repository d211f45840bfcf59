import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';

/**
 * A link to a page of the org: a real address, so that it can be opened in a new tab too. Fires `follow` with the page reference; a
 * window prevents its default and leaves the way to whoever opened it, because the platform does not navigate from inside a window.
 */
export default class ProvisioningPageLink extends NavigationMixin(LightningElement) {
  @api label = '';
  @api
  get reference(): PageReference | undefined {
    return this.target;
  }
  set reference(value: PageReference | undefined) {
    this.target = value;
    // the platform answers only components that stand in the page
    if (this.isConnected) void this.resolve();
  }
  url = '';
  private target: PageReference | undefined;

  connectedCallback(): void {
    void this.resolve();
  }

  handleClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !this.target) return;
    event.preventDefault();
    const follow = new CustomEvent('follow', { bubbles: true, composed: true, cancelable: true, detail: this.target });
    if (this.dispatchEvent(follow)) this[NavigationMixin.Navigate](this.target);
  }

  private async resolve(): Promise<void> {
    const { target } = this;
    if (!target) return;
    const url = await this[NavigationMixin.GenerateUrl](target);
    if (this.target === target) this.url = url;
  }
}
