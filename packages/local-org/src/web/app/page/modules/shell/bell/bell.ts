import { LightningElement } from 'lwc';
import { timeZone } from '../../../runtime/context';
import { getJson, patchJson } from '../../../runtime/http';
import { onNavigation } from '../../../runtime/router';
import { badgeText, bellLabel, itemOf, type BellItem, type Notification } from './items';
import { texts } from '../../../runtime/texts';

const BASE = '/services/data/v67.0/connect/notifications';
const EVERY_MS = 15_000;

/** The signed-in user's notifications: how many are unread, and a list whose entries open what they are about. */
export default class Bell extends LightningElement {
  readonly texts = texts();
  readonly timeZone = timeZone();
  unread = 0;
  open = false;
  failure = '';
  items: readonly BellItem[] | undefined;
  private isInside = false;
  private timer: number | undefined;
  private stop: (() => void) | undefined;

  connectedCallback(): void {
    void this.count();
    this.timer = window.setInterval(() => {
      if (!document.hidden) void this.count();
    }, EVERY_MS);
    this.stop = onNavigation(() => this.close());
    document.addEventListener('click', this.handleOutside);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
    this.stop?.();
    document.removeEventListener('click', this.handleOutside);
  }

  get label(): string {
    return bellLabel(this.unread);
  }
  get badge(): string {
    return badgeText(this.unread);
  }
  get hasUnread(): boolean {
    return this.unread > 0;
  }
  get expanded(): string {
    return String(this.open);
  }
  get isLoading(): boolean {
    return this.items === undefined && this.failure === '';
  }
  get isEmpty(): boolean {
    return this.items?.length === 0;
  }

  async handleToggle(): Promise<void> {
    if (this.open) {
      this.close();
      return;
    }
    this.open = true;
    await this.load();
    (this.refs?.panel as HTMLElement | undefined)?.focus();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.close();
    (this.refs?.button as HTMLElement | undefined)?.focus();
  }

  async handleItem(event: Event): Promise<void> {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    await this.mark(`${BASE}/${encodeURIComponent(id)}`);
  }

  async handleReadAll(): Promise<void> {
    await this.mark(BASE);
    await this.load();
  }

  /** Runs before the click reaches the document. */
  handleInside(): void {
    this.isInside = true;
  }

  private readonly handleOutside = (): void => {
    if (!this.isInside && this.open) this.close();
    this.isInside = false;
  };

  private close(): void {
    this.open = false;
    this.items = undefined;
    this.failure = '';
  }

  private async count(): Promise<void> {
    try {
      this.unread = ((await getJson(`${BASE}/status`)) as { unreadCount: number }).unreadCount;
    } catch (error) {
      this.failure = (error as Error).message;
    }
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      const { notifications } = (await getJson(`${BASE}?size=20&trimMessages=false`)) as { notifications: readonly Notification[] };
      this.items = notifications.map(itemOf);
      this.unread = ((await getJson(`${BASE}/status`)) as { unreadCount: number }).unreadCount;
    } catch (error) {
      this.failure = (error as Error).message;
    }
  }

  private async mark(address: string): Promise<void> {
    try {
      await patchJson(address, { read: true });
      await this.count();
    } catch (error) {
      this.failure = (error as Error).message;
    }
  }
}
