/** What is asked before something that would lose or ignore changes; true when it may go on. */
export type Ask = () => Promise<boolean>;

/**
 * Keeps a page from being left with changes that nobody saved. Salesforce offers components no way to hold a navigation (only an Aura page may use
 * lightning:unsavedChanges), so this holds what leads away: links, buttons of the parts that are named, the way back, and closing or reloading, for
 * which the browser asks in its own words. What the platform's shell opens in another way is not held there.
 */
export class LeaveGuard {
  private isOn = false;
  private isLetting = false;
  private address = '';

  private readonly ask: Ask;
  private readonly actors: readonly string[];

  /** `actors` are the tags of components whose buttons act on what is saved. */
  constructor(ask: Ask, actors: readonly string[]) {
    this.ask = ask;
    this.actors = actors;
  }

  /** Holds while there is something to lose. */
  hold(isDirty: boolean): void {
    if (isDirty === this.isOn) return;
    this.isOn = isDirty;
    this.address = window.location.href;
    const act = isDirty ? 'addEventListener' : 'removeEventListener';
    window[act]('beforeunload', this.handleUnload);
    window[act]('click', this.handleClick as unknown as EventListener, true);
    window[act]('popstate', this.handleBack, true);
  }

  /** The page stands at another address by its own doing. */
  moved(): void {
    this.address = window.location.href;
  }

  private readonly handleUnload = (event: Event): void => event.preventDefault();

  private readonly handleClick = (event: MouseEvent): void => {
    const target = this.isLetting || !event.isTrusted || event.button !== 0 ? undefined : this.leading(event);
    if (!target || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.unless(() => target.click());
  };

  /** The way back has been gone when it is told: it is taken back until somebody has answered. */
  private readonly handleBack = (event: Event): void => {
    if (this.isLetting || new URL(this.address).pathname === window.location.pathname) return;
    event.stopImmediatePropagation();
    window.history.pushState(null, '', this.address);
    void this.unless(() => window.history.back());
  };

  private async unless(go: () => void): Promise<void> {
    if (!(await this.ask())) return;
    this.isLetting = true;
    go();
    // the way back is told later than a click
    await new Promise((resolve) => {
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- only the browser knows when it has gone back
      setTimeout(resolve, 500);
    });
    this.isLetting = false;
  }

  /** The link to another page, or the button of an actor, on which the click fell. */
  private leading(event: MouseEvent): HTMLElement | undefined {
    const path = event.composedPath().filter((node): node is HTMLElement => node instanceof HTMLElement);
    const link = path.find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (link) {
      const leads = link.href && link.target !== '_blank' && /^https?:/.test(link.protocol);
      return leads && (link.origin !== window.location.origin || link.pathname !== window.location.pathname) ? link : undefined;
    }
    const isActor = path.some(({ localName }) => this.actors.includes(localName));
    return isActor ? path.find((node) => node instanceof HTMLButtonElement) : undefined;
  }
}
