import { LightningElement } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { count, format } from 'c/provisioningTexts';
import getOverview from '@salesforce/apex/EmployeeLifecycleController.getOverview';
import { labels } from './labels';

/** Below a run over everybody: who is back and still locked out, because such a run gives nobody a second user. Nothing where that is nobody. */
export default class ProvisioningReturnsNote extends LightningElement {
  readonly labels = labels;
  readonly reference = { type: 'standard__navItemPage', attributes: { apiName: 'Leavers_And_Changes' } };
  people = 0;
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.calls.look({
      ask: () => getOverview(),
      show: ({ scopes }) => (this.people = scopes.find(({ name }) => name === 'Returns')?.people ?? 0),
      // a note that cannot be had is no reason to alarm whoever reads about the run
      refuse: () => (this.people = 0),
    });
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get text(): string {
    return format(labels.processReturnsNote, count(this.people));
  }
}
