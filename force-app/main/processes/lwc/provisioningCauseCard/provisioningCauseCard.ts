import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import RETRY from '@salesforce/label/c.Cause_Retry';
import RETRYABLE from '@salesforce/label/c.Cause_Retryable';
import SHOW from '@salesforce/label/c.Cause_Show_People';
import TITLE from '@salesforce/label/c.Cause_Title';

/** One cause of failures: how many people, what to do. Fires `show` and `retry` with the cause. */
export default class ProvisioningCauseCard extends LightningElement {
  @api cause: Apex.RunCauseView | undefined;
  @api canRetry = false;
  readonly retryLabel = RETRY;
  readonly showLabel = SHOW;
  readonly retryText = RETRYABLE;

  get title(): string {
    return format(TITLE, this.cause?.label ?? '', this.cause?.count ?? 0);
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
