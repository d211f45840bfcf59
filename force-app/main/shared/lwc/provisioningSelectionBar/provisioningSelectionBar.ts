import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** What can be done with the selected rows. */
export interface BarAction {
  readonly name: string;
  readonly label: string;
  readonly variant?: string;
  readonly disabled?: boolean;
}

/**
 * What is selected and what to do with it; nothing while nothing is selected. Fires `act` with the name of an action, `all` when somebody
 * wants all that match, `clear` when the selection is taken back.
 */
export default class ProvisioningSelectionBar extends LightningElement {
  /** How many rows are selected. */
  @api selected = 0;
  /** How many may be. */
  @api most = 200;
  @api actions: readonly BarAction[] = [];
  /** What takes all that match, for example "Take all 1,178 that match as a process"; blank: nothing does. */
  @api allLabel = '';
  /** What to do about more than the most, after the sentence that it is the most. */
  @api allHint = '';
  readonly labels = labels;

  get text(): string {
    return format(labels.consoleSelected, this.selected, this.most);
  }
  get full(): string {
    if (this.selected < this.most) return '';
    return `${format(labels.consoleSelectionFull, this.most)} ${this.allHint}`.trim();
  }

  handleAct(event: Event): void {
    this.dispatchEvent(new CustomEvent('act', { detail: (event.currentTarget as HTMLElement).dataset.name }));
  }
  handleAll(): void {
    this.dispatchEvent(new CustomEvent('all'));
  }
  handleClear(): void {
    this.dispatchEvent(new CustomEvent('clear'));
  }
}
