import { LightningElement, api } from 'lwc';
import { colourOf, type Share } from 'c/provisioningCharts';
import { count } from 'c/provisioningTexts';

/** The colours of a chart with their names, and their numbers where `numbers` is set. */
export default class ProvisioningChartLegend extends LightningElement {
  @api parts: readonly Share[] = [];
  @api numbers = false;

  get shown() {
    return this.parts.map(({ name, label, value, series }) => ({
      name,
      colour: colourOf(series),
      text: this.numbers ? `${label ?? name} ${count(value)}` : (label ?? name),
    }));
  }
}
