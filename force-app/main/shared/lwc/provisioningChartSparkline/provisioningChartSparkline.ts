import { LightningElement, api } from 'lwc';
import { colourOf, type Series } from 'c/provisioningCharts';

/** A number over time as a small line, oldest first, on a scale from 0. */
export default class ProvisioningChartSparkline extends LightningElement {
  /** The numbers in words. */
  @api label = '';
  @api points: readonly number[] = [];
  @api series: Series = 'created';
  /** Below, at the left and at the right end. */
  @api from = '';
  @api to = '';

  get colour(): string {
    return colourOf(this.series);
  }
  get line(): string {
    return this.places.join(' ');
  }
  get area(): string {
    return this.points.length ? `0,30 ${this.line} 100,30` : '';
  }

  private get places(): readonly string[] {
    const { points } = this;
    const largest = Math.max(...points, 1);
    // one point alone is a level line
    const all = points.length === 1 ? [...points, ...points] : points;
    return all.map((point, index) => `${round((index / (all.length - 1)) * 100)},${round(29 - (point / largest) * 28)}`);
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
