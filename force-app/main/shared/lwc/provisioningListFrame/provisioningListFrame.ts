import { LightningElement, api } from 'lwc';
import type { FilterChoice, Segment } from 'c/provisioningFilterBar';
import type { Column, Order, TableRow } from 'c/provisioningRecordTable';
import type { BarAction } from 'c/provisioningSelectionBar';
import { labels } from './labels';

/**
 * The frame of every list page: views, search and filters, what is done with the selected rows, what became of it, and the table with its
 * empty, waiting and refused states. It keeps nothing: it tells of every wish by the event of the part that heard it (`filter`, `act`, `all`,
 * `select`, `sort`, `more`, `retry`, `rowaction`) and of an `export`; the slot `tools` holds further buttons.
 */
export default class ProvisioningListFrame extends LightningElement {
  /** What the list is. */
  @api label = '';
  @api segments: readonly Segment[] = [];
  @api segment = '';
  @api search = '';
  @api filters: readonly FilterChoice[] = [];
  @api columns: readonly Column[] = [];
  /** Undefined: they load. */
  @api rows: readonly TableRow[] | undefined;
  @api order: Order | undefined;
  /** Why there are none. */
  @api failure = '';
  @api emptyHeading = '';
  @api emptyText = '';
  @api hasMore = false;
  /** How many there are in all, where that is known. */
  @api total: number | null = null;
  @api selectable = false;
  /** Ids of the selected rows. */
  @api selected: readonly string[] = [];
  /** What can be done with them. */
  @api actions: readonly BarAction[] = [];
  @api allLabel = '';
  /** Whether the list can be had as a file. */
  @api exportable = false;
  /** What became of the last action, and why one was refused. */
  @api said = '';
  @api problem = '';
  readonly labels = labels;

  handlePass(event: CustomEvent<unknown>): void {
    this.tell(event.type, event.detail);
  }
  handleClear(): void {
    this.tell('select', []);
  }
  handleExport(): void {
    this.tell('export', null);
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
