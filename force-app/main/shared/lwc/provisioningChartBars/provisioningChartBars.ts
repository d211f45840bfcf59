import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import { colourOf, type Series } from 'c/provisioningCharts';
import { count } from 'c/provisioningTexts';

/** A number with its name, drawn as long as it is beside the others. */
export interface Bar {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  /** What the full length stands for; without it the largest value of all bars. */
  readonly total?: number | null;
  /** In place of the number, at the end of the line. */
  readonly text?: string | null;
  /** Below the bar. */
  readonly note?: string | null;
  readonly series?: Series;
  /** Makes the name a button that fires `open`. */
  readonly opens?: boolean;
  /** Makes the name a link. */
  readonly reference?: PageReference | null;
}

/** The least that is seen of a bar above nothing, in percent. */
const LEAST = 1;

/** Numbers as lying bars, each with its name and number in words beside it. Fires `open` with the name of a bar. */
export default class ProvisioningChartBars extends LightningElement {
  @api bars: readonly Bar[] = [];

  get shown() {
    const largest = Math.max(...this.bars.map(({ value }) => value), 1);
    return this.bars.map((bar) => ({
      ...bar,
      text: bar.text ?? count(bar.value),
      colour: colourOf(bar.series ?? 'created'),
      width: bar.value > 0 ? Math.min(100, Math.max(LEAST, (bar.value / (bar.total || largest)) * 100)) : 0,
    }));
  }

  handleOpen(event: Event): void {
    this.dispatchEvent(new CustomEvent('open', { detail: (event.currentTarget as HTMLElement).dataset.name }));
  }
}
