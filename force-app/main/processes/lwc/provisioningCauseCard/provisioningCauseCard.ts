import { LightningElement, api } from 'lwc';
import type { Share } from 'c/provisioningCharts';
import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

/** One cause of failures: how many people, beside the most frequent one, and what to do. Fires `show` and `retry` with the cause. */
export default class ProvisioningCauseCard extends LightningElement {
  @api cause: Apex.RunCauseView | undefined;
  /** How many people the most frequent cause has. */
  @api most = 0;
  @api canRetry = false;
  /** True for a dry run: nobody failed. */
  @api foreseen = false;
  readonly labels = labels;

  get people(): string {
    return count(this.cause?.count);
  }
  get title(): string {
    return this.cause?.label ?? '';
  }
  get chartLabel(): string {
    return format(labels.causePeople, this.cause?.count ?? 0);
  }
  get parts(): readonly Share[] {
    return [{ name: 'failed', value: this.cause?.count ?? 0, series: 'failed' }];
  }
  get howToFix(): string {
    return this.cause?.howToFix ?? '';
  }
  /** The cause may be gone by itself. */
  get retryable(): boolean {
    return (this.cause?.retryable ?? false) && !this.foreseen;
  }
  get retryLabel(): string {
    return format(labels.itemsRetry, this.cause?.count ?? 0);
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry', { detail: this.cause?.cause }));
  }
  handleShow(): void {
    this.dispatchEvent(new CustomEvent('show', { detail: this.cause?.cause }));
  }
}
