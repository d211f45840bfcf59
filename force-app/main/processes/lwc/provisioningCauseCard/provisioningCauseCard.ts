import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** One cause of failures: how many people, what to do. Fires `show` and `retry` with the cause. */
export default class ProvisioningCauseCard extends LightningElement {
  @api cause: Apex.RunCauseView | undefined;
  @api canRetry = false;
  readonly labels = labels;

  get title(): string {
    return format(labels.causeTitle, this.cause?.label ?? '', this.cause?.count ?? 0);
  }
  get howToFix(): string {
    return this.cause?.howToFix ?? '';
  }
  /** The cause may be gone by itself. */
  get retryable(): boolean {
    return this.cause?.retryable ?? false;
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry', { detail: this.cause?.cause }));
  }
  handleShow(): void {
    this.dispatchEvent(new CustomEvent('show', { detail: this.cause?.cause }));
  }
}
