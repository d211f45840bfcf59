import { LightningElement, api } from 'lwc';
import { chooseApp, chosenApp } from '../../../runtime/chosen-app';
import { context } from '../../../runtime/context';
import type { AppItem } from '../../../runtime/model';
import { go, type Place } from '../../../runtime/router';
import { pathOf } from '../../../runtime/routes';
import { appFor, tabPath } from '../../../runtime/tabs';
import { THEMES, themeUrl } from '../../../runtime/theme';
import { initialsOf, languageName, zoneName } from '../../../runtime/person';
import type { MenuSection } from '../menu/menu';
import type { TabLink } from '../tabBar/tabBar';
import { filled, texts } from '../../../runtime/texts';

/** Setup has tabs of its own. */
const setupHome = (): TabLink => ({ name: 'SetupHome', label: texts().home, url: pathOf({ kind: 'setup', path: null }), current: 'page' });

/** Global header and the tabs of the current app. */
export default class Header extends LightningElement {
  readonly texts = texts();
  @api place: Place | undefined;
  readonly homeUrl = pathOf({ kind: 'home' });
  readonly setupUrl = pathOf({ kind: 'setup', path: null });
  private chosen = chosenApp();
  private searchOpen = false;

  get orgName(): string {
    return context().orgName;
  }
  get initial(): string {
    return initialsOf(this.orgName).slice(0, 1);
  }
  get helpUrl(): string {
    return context().help;
  }
  get userName(): string {
    return context().user.name;
  }
  get userLabel(): string {
    return filled(texts().userMenu, this.userName);
  }
  get initials(): string {
    return initialsOf(this.userName);
  }
  get userNote(): string {
    const { username, language, timeZone } = context().user;
    return `${username} · ${languageName(language)} · ${zoneName(timeZone)}`;
  }
  get userSections(): readonly MenuSection[] {
    // the server says what it dressed the page in
    const current = document.body.dataset.theme;
    return [
      { key: 'own', label: '', entries: [{ key: 'profile', label: texts().yourRecord, url: this.userUrl }] },
      { key: 'theme', label: texts().theme, entries: THEMES.map(({ name, label }) => ({ key: name, label, checked: name === current })) },
      { key: 'end', label: '', entries: [{ key: 'logout', label: texts().logOut }] },
    ];
  }
  /** Whoever may not view Setup gets no pages of it. */
  get hasSetup(): boolean {
    return context().setupPages.length > 0;
  }
  get apps(): readonly AppItem[] {
    return context().apps;
  }
  get hasLauncher(): boolean {
    return this.apps.length > 0;
  }
  get launcherSections(): readonly MenuSection[] {
    const tabs = (this.app?.tabs ?? []).map((tab) => ({ key: tab.name, label: tab.label, url: tabPath(tab) }));
    return [
      { key: 'apps', label: texts().apps, entries: this.apps.map(({ name, label }) => ({ key: name, label })) },
      { key: 'items', label: filled(texts().pagesOf, this.app?.label ?? ''), entries: tabs },
    ];
  }
  get searchClass(): string {
    return `search${this.searchOpen ? ' search_open' : ''}`;
  }
  get searchExpanded(): string {
    return String(this.searchOpen);
  }
  get inSetup(): boolean {
    return this.place?.route.kind === 'setup';
  }
  get app(): AppItem | undefined {
    const route = this.place?.route;
    return appFor(this.apps, route?.kind === 'tab' ? route.name : null, this.chosen);
  }
  get appLabel(): string {
    return this.inSetup ? texts().setup : (this.app?.label ?? texts().home);
  }
  get navLabel(): string {
    return this.inSetup ? texts().setupTabs : filled(texts().tabsOf, this.app?.label ?? texts().app);
  }
  get tabs(): readonly TabLink[] {
    const route = this.place?.route;
    if (route?.kind === 'setup') return [setupHome()];
    return (this.app?.tabs ?? []).map((tab, index) => {
      const active =
        (route?.kind === 'tab' && route.name === tab.name) ||
        (route?.kind === 'home' && index === 0) ||
        ((route?.kind === 'list' || route?.kind === 'record') && tab.sobject === route.sobject);
      return { name: tab.name, label: tab.label, url: tabPath(tab), current: active ? 'page' : null };
    });
  }

  handleSkip(): void {
    this.dispatchEvent(new CustomEvent('skip'));
  }

  handleSearchToggle(): void {
    this.searchOpen = !this.searchOpen;
    const search = this.template?.querySelector('shell-search') as (Element & { focusField(): void }) | null;
    // shown only after this turn
    if (this.searchOpen) requestAnimationFrame(() => search?.focusField());
  }

  handleApp(event: CustomEvent<string>): void {
    chooseApp(event.detail);
    this.chosen = event.detail;
    const first = this.apps.find((app) => app.name === event.detail)?.tabs[0];
    if (first) go(tabPath(first));
  }

  handleUserMenu(event: CustomEvent<string>): void {
    if (event.detail === 'logout') location.assign('/secur/logout.jsp');
    // the server dresses the page: it has to come anew
    else location.assign(themeUrl(location.href, event.detail));
  }

  private get userUrl(): string {
    return pathOf({ kind: 'record', sobject: 'User', recordId: context().user.id });
  }
}
