import { LightningElement, api } from 'lwc';
import type { TableRow } from 'c/provisioningRecordTable';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { rowOf } from './rows';

/**
 * What differs between here and a target, account by account. Undefined `drift`: it loads. Fires `decide` with `{ id, action }`, `more` and
 * `retry`.
 */
export default class ProvisioningDriftTable extends LightningElement {
  /** Name of the app. */
  @api name = '';
  @api drift: readonly Apex.AppDriftView[] | undefined;
  @api failure = '';
  @api hasMore = false;
  /** Whether the reader may decide. */
  @api mayAct = false;
  readonly labels = labels;

  get columns() {
    return [
      { name: 'person', label: labels.appsDriftPerson },
      { name: 'what', label: labels.appsDriftWhat },
      { name: 'there', label: format(labels.appsDriftAt, this.name) },
      { name: 'here', label: labels.appsDriftHere },
    ];
  }
  get rows(): readonly TableRow[] | undefined {
    return this.drift?.map((view) => rowOf(view, this.mayAct));
  }
  get foot(): string {
    return format(labels.appsDriftFoot, this.name);
  }

  handleAction(event: CustomEvent<{ id: string; action: string }>): void {
    this.dispatchEvent(new CustomEvent('decide', { detail: event.detail }));
  }
  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }
  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
