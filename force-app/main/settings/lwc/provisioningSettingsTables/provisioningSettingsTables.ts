import { LightningElement, api } from 'lwc';
import { csvOf, save } from 'c/provisioningCsv';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { blankTable, isSame, rowsOf, textOf } from './tables';

type Table = Apex.EmployeeValueTable;

/** What an export begins with; a byte order mark may stand before it. */
const HEADING = /^\uFEFF?(?:from[,;\t]to\r?\n)?/i;

/** What values become, for the steps of mappings. Fires `valuechange` `{field: 'valueTables', value}`. */
export default class ProvisioningSettingsTables extends LightningElement {
  /** What is wrong with a table; empty when nothing is. */
  @api error = '';
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();
  @api disabled = false;
  @api
  get tables(): readonly Table[] {
    return this.current;
  }
  set tables(value: readonly Table[]) {
    this.current = value;
    // what was typed stays as it was typed while it says the same
    this.typed = new Map([...this.typed].filter(([index, text]) => isSame(rowsOf(text), value[index]?.rows ?? [])));
  }

  readonly labels = labels;
  private current: readonly Table[] = [];
  private typed: ReadonlyMap<number, string> = new Map();

  get enabled(): boolean {
    return !this.disabled;
  }
  get isEmpty(): boolean {
    return this.current.length === 0;
  }
  get rows() {
    return this.current.map((table, index) => ({
      index,
      name: table.name ?? '',
      group: format(labels.settingsTablesGroup, table.name ?? String(index + 1)),
      text: this.typed.get(index) ?? textOf(table.rows),
      otherwise: table.otherwise ?? '',
      count: format(labels.settingsTablesCount, String(table.rows.length)),
    }));
  }

  handleAdd(): void {
    this.fire([...this.current, blankTable()]);
  }
  handleRemove(event: Event): void {
    const removed = indexOf(event);
    this.typed = new Map();
    this.fire(this.current.filter((_, index) => index !== removed));
  }
  handleName(event: CustomEvent<{ value: string }>): void {
    this.change(indexOf(event), { name: event.detail.value || null });
  }
  handleOtherwise(event: CustomEvent<{ value: string }>): void {
    this.change(indexOf(event), { otherwise: event.detail.value || null });
  }
  handleRows(event: CustomEvent<{ value: string }>): void {
    this.say(indexOf(event), event.detail.value);
  }
  async handleFile(event: CustomEvent<{ files: FileList | readonly File[] }>): Promise<void> {
    const index = indexOf(event);
    const file = event.detail.files[0];
    if (file) this.say(index, (await file.text()).replace(HEADING, ''));
  }
  handleExport(event: Event): void {
    const table = this.current[indexOf(event)];
    const rows = (table?.rows ?? []).map(({ given, becomes }) => ({ from: given, to: becomes }));
    save(`${table?.name ?? 'table'}.csv`, csvOf(['from', 'to'], rows));
  }

  private say(index: number, text: string): void {
    this.typed = new Map([...this.typed, [index, text]]);
    this.change(index, { rows: [...rowsOf(text)] });
  }
  private change(changed: number, changes: Partial<Table>): void {
    this.fire(this.current.map((table, index) => (index === changed ? { ...table, ...changes } : table)));
  }
  private fire(value: readonly Table[]): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: 'valueTables', value } }));
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}
