import { LightningElement, api } from 'lwc';

export interface MenuEntry {
  readonly key: string;
  readonly label: string;
  /** Smaller, below the label. */
  readonly note?: string;
  /** Where it leads; without an address the menu tells who uses it that it was chosen. */
  readonly url?: string;
  /** Set for one of several that exclude each other. */
  readonly checked?: boolean;
}

export interface MenuSection {
  readonly key: string;
  /** Heading; empty for none. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

interface ShownEntry extends MenuEntry {
  readonly role: 'menuitem' | 'menuitemradio';
  readonly ariaChecked: 'true' | 'false' | null;
}

/** A button with a menu, which the keyboard reaches as people know it: arrows, Home, End, Escape. Dispatches `choose` with the key of an entry. */
export default class Menu extends LightningElement {
  /** What the button says to a screen reader, and shows when it has no icon. */
  @api label = '';
  @api text = '';
  @api iconName = '';
  /** `left` or `right`: the edge that the menu shares with its button. */
  @api align: 'left' | 'right' = 'left';
  @api buttonClass = 'slds-button slds-button_icon slds-button_icon-container';
  @api heading = '';
  @api headingNote = '';
  @api sections: readonly MenuSection[] = [];
  open = false;
  private isInside = false;
  private wantsFocus: 'first' | 'last' | null = null;

  connectedCallback(): void {
    document.addEventListener('click', this.handleOutside);
  }
  disconnectedCallback(): void {
    document.removeEventListener('click', this.handleOutside);
  }

  renderedCallback(): void {
    if (this.wantsFocus === null || !this.open) return;
    const items = this.items();
    (this.wantsFocus === 'first' ? items[0] : items.at(-1))?.focus();
    this.wantsFocus = null;
  }

  get expanded(): string {
    return String(this.open);
  }
  get openerClass(): string {
    return `opener ${this.buttonClass}`;
  }
  get hasText(): boolean {
    return this.text !== '';
  }
  get menuClass(): string {
    return `menu menu_${this.align}`;
  }
  get shown(): readonly (MenuSection & { entries: readonly ShownEntry[] })[] {
    return this.sections.map((section) => ({
      ...section,
      entries: section.entries.map((entry) => ({
        ...entry,
        role: entry.checked === undefined ? ('menuitem' as const) : ('menuitemradio' as const),
        ariaChecked: entry.checked === undefined ? null : (String(entry.checked) as 'true' | 'false'),
      })),
    }));
  }

  @api
  close(): void {
    this.open = false;
  }

  handleToggle(): void {
    if (this.open) this.close();
    else this.show('first');
  }

  handleInside(): void {
    this.isInside = true;
  }

  handleButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.show(event.key === 'ArrowDown' ? 'first' : 'last');
  }

  handleMenuKey(event: KeyboardEvent): void {
    const items = this.items();
    const at = items.indexOf(event.target as HTMLElement);
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items[(to + items.length) % items.length]?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
      this.template?.querySelector<HTMLElement>('button.opener')?.focus();
    } else if (event.key === 'Tab') this.close();
    else if (event.key.length === 1) this.byLetter(items, at, event.key);
  }

  handleChoose(event: Event): void {
    const { key = '', url } = (event.currentTarget as HTMLElement).dataset;
    this.close();
    if (url === undefined) this.dispatchEvent(new CustomEvent('choose', { detail: key }));
  }

  private readonly handleOutside = (): void => {
    if (!this.isInside) this.close();
    this.isInside = false;
  };

  private show(focus: 'first' | 'last'): void {
    this.open = true;
    this.wantsFocus = focus;
  }

  /** The next entry that begins with what was typed. */
  private byLetter(items: readonly HTMLElement[], at: number, letter: string): void {
    const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    order.find((item) => item.dataset.label?.toLowerCase().startsWith(letter.toLowerCase()))?.focus();
  }

  private items(): readonly HTMLElement[] {
    return [...(this.template?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
  }
}
