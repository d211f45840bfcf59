import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

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
  /** In their order. */
  @api events: readonly Apex.ProvisioningProcessEvent[] = [];
  readonly labels = labels;

  get lines() {
    return [...this.events].reverse().map((event, key) => ({
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
    return this.events.length === 0;
  }
}
