import { LightningElement, api } from 'lwc';
import type { Tone } from 'c/provisioningStatusBadge';

/** A share of a whole. */
export interface Share {
  readonly name: string;
  readonly value: number;
  readonly tone: Tone;
}

/** The least that is seen of a share above nothing, in percent. */
const LEAST = 2;

/** Shares of a whole as one bar; the numbers are its label. No share above nothing is invisible. */
export default class ProvisioningShareBar extends LightningElement {
  /** The numbers in words. */
  @api label = '';
  @api parts: readonly Share[] = [];

  get shown() {
    const some = this.parts.filter(({ value }) => value > 0);
    const sum = some.reduce((total, { value }) => total + value, 0);
    const widths = some.map(({ value }) => Math.max(LEAST, (value / sum) * 100));
    const wide = widths.reduce((total, width) => total + width, 0);
    let x = 0;
    return some.map(({ name, tone }, index) => {
      const width = ((widths[index] ?? 0) / wide) * 100;
      const place = { name, tone, x: x.toFixed(2), width: width.toFixed(2) };
      x += width;
      return place;
    });
  }
}
