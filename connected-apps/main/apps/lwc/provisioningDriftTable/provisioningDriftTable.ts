import { LightningElement, api } from 'lwc';
import { DRIFT_KINDS, driftLook } from 'c/provisioningAccountTexts';
import type { Segment, Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { decisionsFor, type DecisionForAll } from './decisions';
import { rowOf } from './rows';

export type { DecisionForAll } from './decisions';

/**
 * What differs between here and a target, account by account. Undefined `drift`: it loads. Fires `decide` with `{ id, action }`,
 * `decideall` with the decision, `filter`, `more` and `retry`.
 */
export default class ProvisioningDriftTable extends LightningElement {
  /** Name of the app. */
  @api name = '';
  @api drift: readonly Apex.AppDriftView[] | undefined;
  @api failure = '';
  @api hasMore = false;
  /** Whether the reader may decide. */
  @api mayAct = false;
  /** How many differ in which way. */
  @api counts: Readonly<Record<string, number>> | null = null;
  /** In which way those differ that are shown; blank: in any. */
  @api kind = '';
  readonly labels = labels;

  get segments(): readonly Segment[] {
    const kinds = DRIFT_KINDS.map((value) => ({ value, label: driftLook(value).label, count: this.counts?.[value] ?? null }));
    return [{ value: '', label: labels.appsAccountsAll }, ...kinds];
  }
  get decisions(): readonly DecisionForAll[] {
    return this.mayAct ? decisionsFor(this.kind, this.counts ?? {}) : [];
  }

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
  handleFilter(event: CustomEvent<Wanted>): void {
    this.dispatchEvent(new CustomEvent('filter', { detail: event.detail }));
  }
  handleAll(event: Event): void {
    const { action } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('decideall', { detail: this.decisions.find((one) => one.action === action) }));
  }
  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }
  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
