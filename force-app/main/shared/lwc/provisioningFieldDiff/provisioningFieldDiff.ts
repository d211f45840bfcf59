import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** What one field has now and is to have; null and blank read "empty". */
export interface FieldDifference {
  readonly label: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs, a line a field: the value now struck through, then the other one. */
export default class ProvisioningFieldDiff extends LightningElement {
  @api differences: readonly FieldDifference[] = [];

  get lines() {
    return this.differences.map(({ label, before, after }, key) => ({
      key,
      label,
      before: before || labels.changesEmpty,
      after: after || labels.changesEmpty,
    }));
  }
}
