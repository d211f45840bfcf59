import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import type { Act } from './order';

export { RowOrder, type Act } from './order';

/** A list has several of them, and only ours may be dropped in it. */
const KIND = 'application/x-provisioning-row';
const KEYS: Readonly<Record<string, Act>> = { ' ': 'pick', ArrowUp: 'keyUp', ArrowDown: 'keyDown', Escape: 'back' };

/**
 * A row of a list whose order counts: its place, what the list puts in, and the ways to move it, by dragging, by arrow buttons and from the
 * keyboard. What can be done besides goes into the slot `actions`. Fires `order` `{act, index}`, which a RowOrder understands.
 */
export default class ProvisioningOrderedRow extends LightningElement {
  @api index = 0;
  /** How many there are. */
  @api count = 0;
  /** The place that is shown; those that are locked come before. */
  @api position = 1;
  /** What the row is called in the words of the buttons. */
  @api name = '';
  @api picked = false;
  /** True where nobody may move it. */
  @api disabled = false;
  /** True where the mouse has other things to do in it, such as to mark what stands in a field. */
  @api held = false;

  readonly labels = labels;

  get canMove(): boolean {
    return !this.disabled;
  }
  get dragging(): string {
    return String(this.canMove && !this.held);
  }
  get isFirst(): boolean {
    return this.index === 0;
  }
  get isLast(): boolean {
    return this.index === this.count - 1;
  }
  get isPicked(): string {
    return String(this.picked);
  }
  get look(): string {
    return `slds-grid slds-grid_vertical-align-${this.held ? 'start held' : 'center'} ${this.picked ? 'picked' : ''}`;
  }
  get handle(): string {
    return format(labels.settingsMoveHandle, this.name);
  }
  get up(): string {
    return format(labels.settingsMatchingUp, this.name);
  }
  get down(): string {
    return format(labels.settingsMatchingDown, this.name);
  }

  /** At either end the button of its own direction is off: the other one takes the focus. */
  @api
  focusMove(place: 'up' | 'down' | 'handle'): void {
    const buttons = [...(this.template as ShadowRoot).querySelectorAll<HTMLElement & { disabled: boolean }>('[data-move]')];
    (
      buttons.find(({ dataset, disabled }) => dataset.move === place && !disabled) ??
      buttons.find(({ dataset, disabled }) => dataset.move !== 'handle' && !disabled)
    )?.focus();
  }

  handleUp(): void {
    this.tell('up');
  }
  handleDown(): void {
    this.tell('down');
  }
  handleKey(event: KeyboardEvent): void {
    const act = KEYS[event.key];
    if (!act || (act !== 'pick' && !this.picked)) return;
    event.preventDefault();
    this.tell(act);
  }
  handleDrag(event: DragEvent): void {
    event.dataTransfer?.setData(KIND, String(this.index));
    this.tell('grab');
  }
  handleDragOver(event: DragEvent): void {
    if (!event.dataTransfer || event.dataTransfer.types.includes(KIND)) event.preventDefault();
  }
  handleDrop(event: DragEvent): void {
    event.preventDefault();
    this.tell('drop');
  }
  handleDragEnd(): void {
    this.tell('release');
  }

  private tell(act: Act): void {
    this.dispatchEvent(new CustomEvent('order', { detail: { act, index: this.index } }));
  }
}
