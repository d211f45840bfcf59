import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

const LABELS: Readonly<Record<string, string>> = {
  approve: labels.appsRequestApprove,
  deny: labels.appsRequestDeny,
  complete: labels.appsRequestComplete,
  cancel: labels.appsRequestCancel,
};

/** Asks for a comment before something is decided. Fires `decided` with the comment, `close` when nothing is. */
export default class ProvisioningRequestDecision extends LightningElement {
  /** `approve`, `deny`, `complete` or `cancel`. */
  @api decision = '';
  /** How many requests it is about. */
  @api count = 0;
  readonly labels = labels;
  comment = '';

  get action(): string {
    return LABELS[this.decision] ?? this.decision;
  }
  get heading(): string {
    return format(labels.appsRequestAbout, this.action, this.count);
  }

  handleComment(event: CustomEvent<{ value: string }>): void {
    this.comment = event.detail.value;
  }
  handleDecide(): void {
    this.dispatchEvent(new CustomEvent('decided', { detail: this.comment.trim() }));
  }
  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
