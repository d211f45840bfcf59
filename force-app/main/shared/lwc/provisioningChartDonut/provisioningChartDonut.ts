import { LightningElement, api } from 'lwc';
import { placesOf, type Share } from 'c/provisioningCharts';

/** Shares of a whole as a ring, with the whole in its middle. No share above nothing is invisible. */
export default class ProvisioningChartDonut extends LightningElement {
  /** The numbers in words. */
  @api label = '';
  @api parts: readonly Share[] = [];
  /** In the middle: a number, and below it what it counts. */
  @api value = '';
  @api note = '';

  get shown() {
    return placesOf(this.parts).map((place) => ({
      ...place,
      dashes: `${place.size} ${100 - place.size}`,
      // from the top, clockwise
      offset: 25 - place.start,
    }));
  }
}
