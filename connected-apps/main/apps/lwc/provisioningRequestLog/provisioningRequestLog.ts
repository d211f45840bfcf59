import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import getLog from '@salesforce/apex/AppRequestsController.getLog';
import { labels } from './labels';

/** The log of one request in a panel of its own. Fires `close`. */
export default class ProvisioningRequestLog extends LightningElement {
  @api
  get request(): Apex.AppRequestView | null {
    return this.shown;
  }
  set request(value: Apex.AppRequestView | null) {
    this.shown = value;
    this.entries = undefined;
    if (this.isConnected) this.look();
  }

  readonly labels = labels;
  entries: readonly Apex.AppLogEntry[] | undefined;
  failure = '';
  private shown: Apex.AppRequestView | null = null;
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get heading(): string {
    return format(labels.appsRequestLog, this.shown?.name ?? '');
  }
  get lines() {
    return (this.entries ?? []).map((entry, index) => ({ ...entry, key: index }));
  }
  get isEmpty(): boolean {
    return this.entries?.length === 0;
  }
  get isLoading(): boolean {
    return this.entries === undefined && this.failure === '';
  }

  handleRetry(): void {
    this.look();
  }
  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  private look(): void {
    this.calls.look({
      ask: () => getLog({ requestId: this.shown?.id ?? null }),
      show: (entries) => (this.entries = entries),
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
