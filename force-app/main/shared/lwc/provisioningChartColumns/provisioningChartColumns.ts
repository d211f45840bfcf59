import { LightningElement, api } from 'lwc';
import { placesOf, sumOf, topOf, type Share } from 'c/provisioningCharts';
import { count } from 'c/provisioningTexts';

/** One column: its name below, its sum on top. */
export interface ChartColumn {
  readonly name: string;
  /** Below the column. */
  readonly label: string;
  /** A second line below. */
  readonly note?: string | null;
  readonly parts: readonly Share[];
}

const SHARES = ['100 %', '75 %', '50 %', '25 %', '0 %'];

/** Numbers side by side as stacked columns: each a whole of its own (`share`), or all on one scale (`people`). On a phone the last five. */
export default class ProvisioningChartColumns extends LightningElement {
  /** The numbers in words. */
  @api label = '';
  @api columns: readonly ChartColumn[] = [];
  @api mode: 'share' | 'people' = 'share';

  get isPeople(): boolean {
    return this.mode === 'people';
  }
  get top(): number {
    return topOf(Math.max(...this.columns.map(sumOfColumn), 1));
  }
  get ticks(): readonly string[] {
    return this.isPeople ? [4, 3, 2, 1, 0].map((step) => count((this.top / 4) * step)) : SHARES;
  }
  get shown() {
    return this.columns.map((column) => {
      const sum = sumOfColumn(column);
      const scale = this.isPeople ? Math.max(sum / this.top, sum > 0 ? 0.02 : 0) : 1;
      return {
        ...column,
        sum: count(sum),
        places: placesOf(column.parts).map(({ name, series, colour, start, size }) => ({
          name,
          series,
          colour,
          // the first part stands on the ground
          y: 100 - (start + size) * scale,
          height: size * scale,
        })),
      };
    });
  }
}

function sumOfColumn({ parts }: ChartColumn): number {
  return sumOf(parts.map(({ value }) => value));
}
