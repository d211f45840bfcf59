import { LightningElement, api } from 'lwc';
import { placesOf, sumOf, type Share } from 'c/provisioningCharts';

/** Shares of a whole as one bar; the numbers are its label. No share above nothing is invisible. */
export default class ProvisioningChartStackedBar extends LightningElement {
  /** The numbers in words. */
  @api label = '';
  @api parts: readonly Share[] = [];
  /** How many there are in all, where the parts are not everything yet: what is missing stays grey. */
  @api total: number | null = null;

  get shown() {
    const rest = (this.total ?? 0) - sumOf(this.parts.map(({ value }) => value));
    return placesOf(rest > 0 ? [...this.parts, { name: 'rest', value: rest, series: 'rest' }] : this.parts);
  }
}
