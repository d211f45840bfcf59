import { LightningElement, api } from 'lwc';
import { splitTabs, type Split } from '../../../runtime/overflow';
import type { MenuSection } from '../menu/menu';
import { texts } from '../../../runtime/texts';

export interface TabLink {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly current: 'page' | null;
}

/** Room for the word "More" and its arrow. */
const MORE_PX = 88;

/** The tabs of an app in one row; what does not fit stands under "More". */
export default class TabBar extends LightningElement {
  readonly texts = texts();
  private links: readonly TabLink[] = [];
  private widths: readonly number[] | undefined;
  private room = Number.POSITIVE_INFINITY;
  private watcher: ResizeObserver | undefined;
  @api label = '';

  @api
  get tabs(): readonly TabLink[] {
    return this.links;
  }
  set tabs(value: readonly TabLink[]) {
    const words = (tabs: readonly TabLink[]): string => tabs.map((tab) => tab.label).join('\n');
    // other words have other widths
    if (words(this.links) !== words(value)) this.widths = undefined;
    this.links = value;
  }

  renderedCallback(): void {
    const row = this.refs?.row as HTMLElement | undefined;
    if (!row) return;
    if (!this.watcher) {
      this.watcher = new ResizeObserver(() => this.measureRoom(row));
      this.watcher.observe(row);
    }
    if (this.widths === undefined && this.links.length > 0) {
      this.widths = [...(this.template?.querySelectorAll<HTMLElement>('li.tab') ?? [])].map((tab) => tab.getBoundingClientRect().width);
      this.measureRoom(row);
    }
  }
  disconnectedCallback(): void {
    this.watcher?.disconnect();
    this.watcher = undefined;
  }

  get shown(): readonly (TabLink & { readonly itemClass: string })[] {
    return this.split.shown.map((tab) => ({ ...tab, itemClass: `tab slds-context-bar__item${tab.current ? ' slds-is-active' : ''}` }));
  }
  get hasMore(): boolean {
    return this.split.more.length > 0;
  }
  get moreSections(): readonly MenuSection[] {
    return [{ key: 'more', label: '', entries: this.split.more.map(({ name, label, url }) => ({ key: name, label, url })) }];
  }

  private get split(): Split<TabLink> {
    if (this.widths === undefined) return { shown: this.links, more: [] };
    const active = this.links.findIndex((tab) => tab.current !== null);
    return splitTabs(this.links, this.widths, this.room, MORE_PX, active);
  }

  private measureRoom(row: HTMLElement): void {
    const room = row.clientWidth;
    if (room > 0 && room !== this.room) this.room = room;
  }
}
