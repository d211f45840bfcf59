import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { labels } from './labels';

/** The page Connected apps: all apps, or the one that the address names (`c__app`, and `c__tab` of it). Setup shows it too. */
export default class ProvisioningConnectedApps extends LightningElement {
  place: PageReference | undefined;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.place = page;
  }

  get appId(): string | null {
    return this.place?.state?.c__app ?? null;
  }
  /** Only Setup is shown by its address. */
  get heading(): string {
    return this.place?.type === 'standard__webPage' ? labels.appsSetupTitle : labels.appsPageTitle;
  }
}
