import { LightningElement, api } from 'lwc';
import type { Segment, Wanted } from 'c/provisioningFilterBar';
import type { Share } from 'c/provisioningCharts';
import type { Column, TableRow } from 'c/provisioningRecordTable';
import type { Tile } from 'c/provisioningStatTiles';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { causesOf, countsOf, fits, OUTCOMES, tableRow, type Counts, type VerdictRow } from './rows';

export type { Counts, Verdict, VerdictRow } from './rows';
export { countsOf } from './rows';

const PAGE = 50;
const COLUMNS: readonly Column[] = [
  { name: 'row', label: labels.importRow },
  { name: 'number', label: labels.importRowNumber },
  { name: 'outcome', label: labels.importRowOutcome },
  { name: 'message', label: labels.importRowMessage },
];

/** What became of the rows of a file, or with `dry` what would: counted, one by one, and why some failed. All rows are here, so it filters itself. */
export default class ProvisioningImportVerdicts extends LightningElement {
  /** Up to 10,000: they are counted once, when they come. */
  @api
  get rows(): readonly VerdictRow[] {
    return this.all;
  }
  set rows(rows: readonly VerdictRow[]) {
    this.all = rows;
    this.counts = countsOf(rows);
  }
  @api dry = false;
  readonly labels = labels;
  readonly columns = COLUMNS;
  /** Until somebody chooses: those that failed, if any did. */
  chosen = '';
  search = '';
  pages = 1;
  counts: Counts = countsOf([]);
  private all: readonly VerdictRow[] = [];

  get segment(): string {
    return this.chosen || (this.hasFailed ? 'Failed' : 'All');
  }
  get tiles(): readonly Tile[] {
    const { Created, Updated, Unchanged, Failed } = this.counts;
    const { dry } = this;
    return [
      {
        name: 'All',
        label: dry ? labels.importRowsChecked : labels.importRowsImported,
        value: this.rows.length,
        note: dry ? labels.importNothingChanged : null,
      },
      { name: 'Created', label: dry ? labels.importWouldCreate : labels.importCreated, value: Created },
      { name: 'Updated', label: dry ? labels.importWouldUpdate : labels.importUpdated, value: Updated },
      { name: 'Unchanged', label: labels.importUnchanged, value: Unchanged },
      { name: 'Failed', label: dry ? labels.importWouldFail : labels.importFailed, value: Failed, note: labels.importLeftOut },
    ];
  }
  get shares(): readonly Share[] {
    return OUTCOMES.map(({ value, series }) => ({ name: value, value: this.counts[value], series }));
  }
  get sharesText(): string {
    const { Created, Updated, Unchanged, Failed } = this.counts;
    return format(labels.importCounts, Created, Updated, Unchanged, Failed);
  }
  get segments(): readonly Segment[] {
    const outcomes = OUTCOMES.map(({ value, label }) => ({ value, label, count: this.counts[value] }));
    return [{ value: 'All', label: labels.importAll, count: this.rows.length }, ...outcomes];
  }
  get shown(): readonly TableRow[] {
    return this.found.slice(0, this.pages * PAGE).map(tableRow);
  }
  get total(): number {
    return this.found.length;
  }
  get hasMore(): boolean {
    return this.total > this.pages * PAGE;
  }
  get causes() {
    return causesOf(this.rows);
  }
  get whyText(): string {
    return format(this.dry ? labels.importWhy : labels.importWhyFailed, this.counts.Failed);
  }
  get hasFailed(): boolean {
    return this.counts.Failed > 0;
  }
  private get found(): readonly VerdictRow[] {
    const { segment, search } = this;
    return this.all.filter((row) => fits(row, segment, search));
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    this.chosen = event.detail.segment;
    this.search = event.detail.search;
    this.pages = 1;
  }
  handleMore(): void {
    this.pages++;
  }
}
