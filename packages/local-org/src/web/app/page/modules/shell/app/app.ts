import { LightningElement } from 'lwc';
import { chosenApp } from '../../../runtime/chosen-app';
import { refusalOf, type Refusal } from '../../../runtime/closed';
import { context } from '../../../runtime/context';
import type { TabItem } from '../../../runtime/model';
import { onNavigation, place, type Place } from '../../../runtime/router';
import { appFor, tabByName } from '../../../runtime/tabs';
import { texts } from '../../../runtime/texts';

/** The whole page: header, the page of the current address, announcements for screen readers. */
export default class App extends LightningElement {
  place: Place = place();
  title = '';
  private pageTitle: string | undefined;
  private stop: (() => void) | undefined;

  connectedCallback(): void {
    this.stop = onNavigation((now) => this.show(now));
    this.setTitle();
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  get tab(): TabItem | undefined {
    const { route } = this.place;
    if (route.kind === 'home') return appFor(context().apps, null, chosenApp())?.tabs[0];
    return route.kind === 'tab' ? tabByName(context().apps, route.name) : undefined;
  }
  get component(): string | null {
    const { route } = this.place;
    return route.kind === 'component' ? route.name : (this.tab?.component ?? null);
  }
  get listObject(): string | null {
    const { route } = this.place;
    return route.kind === 'list' ? route.sobject : (this.tab?.sobject ?? null);
  }
  get isRecord(): boolean {
    return this.place.route.kind === 'record';
  }
  get isSetup(): boolean {
    return this.place.route.kind === 'setup';
  }
  get setupPath(): string | null {
    return this.place.route.kind === 'setup' ? this.place.route.path : null;
  }
  /** A page that is there, but not for this user. */
  get refusal(): Refusal | null {
    const { route } = this.place;
    return route.kind === 'tab' && !this.tab ? refusalOf(context().closed, 'tab', route.name) : null;
  }
  get isEmptyHome(): boolean {
    return this.place.route.kind === 'home' && !this.tab;
  }

  handleTitle(event: CustomEvent<string>): void {
    this.pageTitle = event.detail;
    this.setTitle();
  }
  handleSkip(): void {
    this.focusMain();
  }

  private show(now: Place): void {
    const moved = JSON.stringify(now.route) !== JSON.stringify(this.place.route);
    this.place = now;
    // a change of the query alone is the component's own affair
    if (!moved) return;
    this.pageTitle = undefined;
    this.setTitle();
    window.scrollTo(0, 0);
    this.focusMain();
  }

  private focusMain(): void {
    (this.refs?.main as HTMLElement | undefined)?.focus();
  }

  private setTitle(): void {
    const { route } = this.place;
    const fallback = {
      home: texts().home,
      setup: texts().setup,
      record: texts().record,
      list: texts().list,
      tab: texts().pageNotFound,
      component: texts().page,
      notFound: texts().pageNotFound,
    };
    this.title = this.pageTitle ?? this.tab?.label ?? this.refusal?.heading ?? fallback[route.kind];
    document.title = `${this.title} | ${context().orgName}`;
  }
}
