import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import { labels } from './labels';

/** What needs somebody, and the page where it is settled. */
export interface Need {
  readonly name: string;
  readonly severity: 'error' | 'warning';
  readonly heading: string;
  readonly text: string | null;
  readonly action: string;
  readonly page: PageReference;
}

/** What needs somebody, with one button each. Fires `go` with the page of the need. */
export default class ProvisioningNeedList extends LightningElement {
  @api needs: readonly Need[] = [];
  readonly labels = labels;

  get shown() {
    return this.needs.map((need) => ({
      ...need,
      icon: need.severity === 'error' ? 'utility:ban' : 'utility:warning',
      word: need.severity === 'error' ? labels.consoleSeverityError : labels.consoleSeverityWarning,
    }));
  }
  get isEmpty(): boolean {
    return this.needs.length === 0;
  }

  handleGo(event: Event): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const need = this.needs.find((one) => one.name === name);
    if (need) this.dispatchEvent(new CustomEvent('go', { detail: need.page }));
  }
}
