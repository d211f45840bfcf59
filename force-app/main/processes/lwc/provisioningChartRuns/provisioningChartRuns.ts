import { LightningElement, api } from 'lwc';
import { columnsOf, HEADINGS, outcomesOf, rowsOf, textOf } from './columns';
import { labels } from './labels';

/** What became of people in runs, a column each: as shares of a run or on one scale of people. */
export default class ProvisioningChartRuns extends LightningElement {
  @api heading = '';
  /** What is drawn, below the heading. */
  @api text = '';
  /** The newest first. */
  @api runs: readonly Apex.ProvisioningProcessView[] = [];
  /** Instead of the chart where there are none. */
  @api empty = '';
  readonly labels = labels;
  readonly headings = HEADINGS;
  mode: 'share' | 'people' = 'share';

  get hasRuns(): boolean {
    return this.runs.length > 0;
  }
  get label(): string {
    return textOf(this.runs);
  }
  get columns() {
    return columnsOf(this.runs);
  }
  get rows() {
    return rowsOf(this.runs);
  }
  get legend() {
    return outcomesOf(this.runs[0]!);
  }
  get isShare(): string {
    return String(this.mode === 'share');
  }
  get isPeople(): string {
    return String(this.mode === 'people');
  }

  handleMode(event: Event): void {
    this.mode = (event.currentTarget as HTMLElement).dataset.mode === 'people' ? 'people' : 'share';
  }
}

export { outcomesOf } from './columns';
