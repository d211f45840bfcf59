import { LightningElement, api } from 'lwc';
import type { TableRow } from 'c/provisioningRecordTable';
import { COLUMNS, rowOf } from './rows';
import { labels } from './labels';

export type { Wish } from './rows';

/** Runs that have ended, each with a link to its detail and a menu. Fires `rowaction` (`{ id, action }`) and `more`; undefined: they load. */
export default class ProvisioningProcessList extends LightningElement {
  @api processes: readonly Apex.ProvisioningProcessView[] | undefined;
  /** Whether something else than all is asked for. */
  @api narrowed = false;
  @api hasMore = false;
  /** How many there are in all, where that is known. */
  @api total: number | null = null;
  readonly labels = labels;
  readonly columns = COLUMNS;

  get rows(): readonly TableRow[] | undefined {
    return this.processes?.map(rowOf);
  }
  get emptyHeading(): string {
    return this.narrowed ? labels.processesNoneHeading : labels.processesEmptyHeading;
  }
  get emptyText(): string {
    return this.narrowed ? labels.processesNoneText : labels.processesEmptyText;
  }

  handlePass(event: CustomEvent<unknown>): void {
    this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
  }
}
