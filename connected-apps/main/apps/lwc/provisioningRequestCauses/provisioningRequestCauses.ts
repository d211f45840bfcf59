import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** Why requests failed, what to do about each cause, and that for all of it. Fires `cause` with `{ cause, action }`: show, complete, retry. */
export default class ProvisioningRequestCauses extends LightningElement {
  @api causes: readonly Apex.AppCauseCount[] = [];
  @api mayProcess = false;
  readonly labels = labels;

  get shown() {
    return this.causes.map((one) => ({
      ...one,
      countText: format(labels.appsCausesCount, one.count),
      retryLabel: format(labels.appsRequestRetrySome, one.count),
      aboutText: `${one.label ?? ''}: ${labels.appsCausesShow}`,
    }));
  }

  handleAction(event: Event): void {
    const { cause, action } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('cause', { detail: { cause, action } }));
  }
}
