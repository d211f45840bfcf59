import { LightningElement, api } from 'lwc';
import { count } from 'c/provisioningTexts';
import { labels } from './labels';

/** A row of a chart's table: a heading and its numbers. */
export interface ChartRow {
  readonly name: string;
  readonly label: string;
  /** A number is written in the reader's locale. */
  readonly values: readonly (number | string)[];
}

/**
 * A chart, and the same numbers as a table at the push of a button. The chart is what stands inside; `columns` names the first column and
 * those of the values.
 */
export default class ProvisioningChartFrame extends LightningElement {
  /** What the table is about, for those who do not see where it stands. */
  @api label = '';
  @api columns: readonly string[] = [];
  @api rows: readonly ChartRow[] = [];
  isTable = false;

  get toggle(): string {
    return this.isTable ? labels.consoleShowChart : labels.consoleShowTable;
  }
  get headings() {
    return this.columns.map((text, index) => ({ text, key: index, look: index ? 'number' : undefined }));
  }
  get shown() {
    return this.rows.map(({ name, label, values }) => ({
      name,
      label,
      cells: values.map((value, key) => ({ key, text: typeof value === 'number' ? count(value) : value })),
    }));
  }

  handleToggle(): void {
    this.isTable = !this.isTable;
  }
}
