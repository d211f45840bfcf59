import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import getEvents from '@salesforce/apex/ProvisioningProcessController.getEvents';
import { labels } from './labels';

const PAGE_SIZE = 200;

const KINDS: Readonly<Record<string, string>> = {
  Started: labels.processEventStarted,
  Parked: labels.processEventParked,
  Continued: labels.processEventContinued,
  Cancelled: labels.processEventCancelled,
  Revived: labels.processEventRevived,
  Locked: labels.processEventLocked,
  Ended: labels.processEventEnded,
  Told: labels.processEventTold,
  RetriedBy: labels.processEventRetried,
};

/** What happened to a run, the newest thing first, and who did it. */
export default class ProvisioningProcessTimeline extends LightningElement {
  @api processId: string | null = null;
  /** Changes when something may have happened. */
  @api
  get stamp(): string {
    return this.known;
  }
  set stamp(value: string) {
    const isOther = value !== this.known;
    this.known = value;
    if (isOther && this.isConnected) this.look();
  }

  readonly labels = labels;
  events: readonly Apex.ProvisioningProcessEvent[] | undefined;
  failure = '';
  private known = '';
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get lines() {
    return [...(this.events ?? [])].reverse().map((event, key) => ({
      key,
      moment: event.moment,
      kind: KINDS[event.kind ?? ''] ?? event.kind,
      by: event.doneBy ? format(labels.processEventBy, event.doneBy) : '',
      text: event.processId ? '' : event.text,
      link: event.processId ? event.text : null,
      reference: { type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' }, state: { c__process: event.processId } },
    }));
  }
  get isEmpty(): boolean {
    return this.events?.length === 0;
  }
  get isLoading(): boolean {
    return this.events === undefined && this.failure === '';
  }

  handleRetry(): void {
    this.look();
  }

  private look(): void {
    this.calls.look({
      ask: () => getEvents({ processId: this.processId, pageSize: PAGE_SIZE, after: null }),
      show: ({ events }) => (this.events = events ?? []),
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
