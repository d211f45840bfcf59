import { LightningElement, api } from 'lwc';
import { count } from 'c/provisioningTexts';
import { labels } from './labels';

/** A number with its name. */
export interface Tile {
  readonly name: string;
  readonly label: string;
  /** A number is written in the reader's locale. */
  readonly value: number | string | null;
  /** Below the number. */
  readonly note?: string | null;
  /** Makes the note a button that fires `open`. */
  readonly opens?: boolean;
  /** A sign before the label, with its meaning: `error`, `warning`, `success`. */
  readonly icon?: string | null;
  readonly variant?: string | null;
}

/** How many stencils stand where nothing is known yet. */
const STENCILS = [0, 1, 2, 3];

/** Numbers side by side, two in a row on a phone. Undefined `tiles`: they load. Fires `open` with the name of a tile. */
export default class ProvisioningStatTiles extends LightningElement {
  @api tiles: readonly Tile[] | undefined;
  readonly labels = labels;
  readonly stencils = STENCILS;

  get shown() {
    return this.tiles?.map((tile) => ({ ...tile, text: typeof tile.value === 'number' ? count(tile.value) : tile.value }));
  }

  handleOpen(event: Event): void {
    this.dispatchEvent(new CustomEvent('open', { detail: (event.currentTarget as HTMLElement).dataset.name }));
  }
}
