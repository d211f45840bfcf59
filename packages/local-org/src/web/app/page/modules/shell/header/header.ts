import { LightningElement, api } from 'lwc';
import { chooseApp, chosenApp } from '../../../runtime/chosen-app';
import { context } from '../../../runtime/context';
import type { AppItem } from '../../../runtime/model';
import { go, type Place } from '../../../runtime/router';
import { pathOf } from '../../../runtime/routes';
import { appFor } from '../../../runtime/tabs';

interface TabLink {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly itemClass: string;
  readonly current: 'page' | null;
}

/** Setup has tabs of its own. */
const SETUP_HOME: TabLink = {
  name: 'SetupHome',
  label: 'Home',
  url: pathOf({ kind: 'setup', path: null }),
  itemClass: 'slds-context-bar__item slds-is-active',
  current: 'page',
};

/** Global header and the tabs of the current app. */
export default class Header extends LightningElement {
  @api place: Place | undefined;
  private chosen = chosenApp();

  get orgName(): string {
    return context().orgName;
  }
  get userName(): string {
    return context().user.name;
  }
  /** Whoever may not view Setup gets no pages of it. */
  get hasSetup(): boolean {
    return context().setupPages.length > 0;
  }
  get setupUrl(): string {
    return pathOf({ kind: 'setup', path: null });
  }
  get apps(): readonly AppItem[] {
    return context().apps;
  }
  get severalApps(): boolean {
    return this.apps.length > 1;
  }
  get inSetup(): boolean {
    return this.place?.route.kind === 'setup';
  }
  get app(): AppItem | undefined {
    const route = this.place?.route;
    return appFor(this.apps, route?.kind === 'tab' ? route.name : null, this.chosen);
  }
  get appLabel(): string {
    return this.inSetup ? 'Setup' : (this.app?.label ?? 'Home');
  }
  get navLabel(): string {
    return this.inSetup ? 'Setup tabs' : `${this.app?.label ?? 'App'} tabs`;
  }
  get tabs(): readonly TabLink[] {
    const route = this.place?.route;
    if (route?.kind === 'setup') return [SETUP_HOME];
    return (this.app?.tabs ?? []).map((tab, index) => {
      const active =
        (route?.kind === 'tab' && route.name === tab.name) ||
        (route?.kind === 'home' && index === 0) ||
        ((route?.kind === 'list' || route?.kind === 'record') && tab.sobject === route.sobject);
      return {
        name: tab.name,
        label: tab.label,
        url: pathOf(tab.sobject ? { kind: 'list', sobject: tab.sobject } : { kind: 'tab', name: tab.name }),
        itemClass: `slds-context-bar__item${active ? ' slds-is-active' : ''}`,
        current: active ? 'page' : null,
      };
    });
  }

  handleSkip(): void {
    this.dispatchEvent(new CustomEvent('skip'));
  }

  handleApp(event: CustomEvent<{ value: string }>): void {
    chooseApp(event.detail.value);
    this.chosen = event.detail.value;
    const first = this.app?.tabs[0];
    if (first) go(pathOf(first.sobject ? { kind: 'list', sobject: first.sobject } : { kind: 'tab', name: first.name }));
  }

  handleUserMenu(event: CustomEvent<{ value: string }>): void {
    if (event.detail.value === 'logout') location.assign('/secur/logout.jsp');
    else go(pathOf({ kind: 'record', sobject: 'User', recordId: context().user.id }));
  }
}
