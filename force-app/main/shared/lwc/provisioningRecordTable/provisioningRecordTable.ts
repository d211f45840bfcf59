import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { shownRow, type Column, type TableRow } from './rows';
import { allToggled, ranged, toggled } from './selection';

export type { Cell } from 'c/provisioningRecordCell';
export type { Column, RowAction, TableRow } from './rows';

/** The order of the list, as the server gave it. */
export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

const STEPS: Readonly<Record<string, number | undefined>> = { ArrowDown: 1, ArrowUp: -1 };
const STENCILS = [0, 1, 2, 3, 4];

/**
 * A list as a real table with cells of two lines, and as cards below 48 em. It shows what it is handed and asks for everything else:
 * `select` (ids), `sort` (`Order`), `more`, `retry`, `rowaction` (`{ id, action }`). Undefined `rows`: they load; `failure`: why there are
 * none (`final`: asking again is in vain); no rows: `emptyHeading` and `emptyText`, with an action in the slot `empty`.
 */
export default class ProvisioningRecordTable extends LightningElement {
  /** What the list is, for screen readers. */
  @api label = '';
  @api columns: readonly Column[] = [];
  @api rows: readonly TableRow[] | undefined;
  @api failure = '';
  @api final = false;
  @api emptyHeading = '';
  @api emptyText = '';
  @api order: Order | undefined;
  /** Whether there are more rows than are shown. */
  @api hasMore = false;
  /** How many there are in all, where that is known. */
  @api total: number | null = null;
  /** Whether rows may be selected. */
  @api selectable = false;
  /** Ids of the selected rows; they need not be among those shown, so a selection outlives filters and pages. */
  @api selected: readonly string[] = [];
  @api most = 200;
  /** Whether the arrow keys go from the first cell of a row to that of the next, for lists in which it is a button. */
  @api arrows = false;
  readonly labels = labels;
  readonly stencils = STENCILS;
  private anchor: string | null = null;
  private hadRows = false;

  renderedCallback(): void {
    if (this.rows) this.hadRows = true;
  }

  get heads() {
    return this.columns.map((column) => {
      const isSorted = this.order?.column === column.name;
      const descending = this.order?.descending ?? false;
      return {
        ...column,
        look: column.sortable ? 'head sortable' : 'head',
        sorted: isSorted ? (descending ? 'descending' : 'ascending') : null,
        icon: isSorted ? (descending ? 'utility:arrowdown' : 'utility:arrowup') : null,
      };
    });
  }
  get shown() {
    const isFull = this.selected.length >= this.most;
    return this.rows?.map((row) => shownRow(row, this.columns, this.selected, isFull));
  }
  get hasRows(): boolean {
    return (this.rows?.length ?? 0) > 0;
  }
  /** Loading: heads and stencils; the table itself; nothing where words stand instead. */
  get isTable(): boolean {
    return this.failure === '' && (this.rows === undefined || this.hasRows);
  }
  get isEmpty(): boolean {
    return this.failure === '' && this.rows?.length === 0;
  }
  /** How wide columns are is known with the first rows: until then their names would jump. */
  get tableLook(): string {
    return this.rows === undefined && !this.hadRows ? 'table unmeasured' : 'table';
  }
  get busy(): string | null {
    return this.rows === undefined ? 'true' : null;
  }
  get hasActions(): boolean {
    return this.rows?.some((row) => row.button || (row.actions?.length ?? 0) > 0) ?? false;
  }
  get allSelected(): boolean {
    return this.pickable.length > 0 && this.pickable.every((id) => this.selected.includes(id));
  }
  get footText(): string {
    const many = this.rows?.length ?? 0;
    return this.total === null ? format(labels.consoleShowingSome, many) : format(labels.consoleShowing, many, this.total);
  }
  private get pickable(): readonly string[] {
    return (this.rows ?? []).filter((row) => row.selectable !== false).map((row) => row.id);
  }

  /** A click with Shift, and the Space key with it, take everything from the row before. */
  handleSelect(event: MouseEvent): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    const { selected, most, anchor } = this;
    this.select(event.shiftKey ? ranged(selected, this.pickable, anchor, id, most) : toggled(selected, id, most));
    this.anchor = id;
  }
  handleSelectAll(): void {
    this.select(allToggled(this.selected, this.pickable, this.most));
  }
  handleKey(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!this.arrows || step === undefined) return;
    const cells = [...(this.template?.querySelectorAll<HTMLElement>('th c-provisioning-record-cell') ?? [])];
    const { id } = (event.target as HTMLElement).dataset;
    const next = cells[cells.findIndex((cell) => cell.dataset.id === id) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
  handleSort(event: Event): void {
    const { name = '' } = (event.currentTarget as HTMLElement).dataset;
    const descending = this.order?.column === name && !this.order.descending;
    this.dispatchEvent(new CustomEvent<Order>('sort', { detail: { column: name, descending } }));
  }
  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }
  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
  handleCell(event: CustomEvent<string>): void {
    this.tellAction(event, event.detail);
  }
  handleButton(event: Event): void {
    this.tellAction(event, (event.currentTarget as HTMLElement).dataset.action ?? '');
  }
  handleMenu(event: CustomEvent<{ value: string }>): void {
    this.tellAction(event, event.detail.value);
  }

  private tellAction(event: Event, action: string): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('rowaction', { detail: { id, action } }));
  }
  private select(ids: readonly string[]): void {
    this.dispatchEvent(new CustomEvent('select', { detail: ids }));
    // a box that its parent did not take on goes back to what is selected
    for (const box of this.template?.querySelectorAll('input') ?? []) box.checked = this.isOn(box.dataset.id);
  }
  private isOn(id: string | undefined): boolean {
    return id === undefined ? this.allSelected : this.selected.includes(id);
  }
}
