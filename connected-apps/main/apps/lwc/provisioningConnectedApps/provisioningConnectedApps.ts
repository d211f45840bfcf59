import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { labels } from './labels';

/** The page Connected apps: all apps, or the one that the address names (`c__app`, and `c__tab` of it). Setup shows it too. */
export default class ProvisioningConnectedApps extends LightningElement {
  page: PageReference | undefined;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.page = page;
  }

  get appId(): string | null {
    return this.page?.state?.c__app ?? null;
  }
  /** Only Setup is shown by its address. */
  get heading(): string {
    return this.page?.type === 'standard__webPage' ? labels.appsSetupTitle : labels.appsPageTitle;
  }
}
