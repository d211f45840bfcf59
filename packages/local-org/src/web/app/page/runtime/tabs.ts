import type { AppItem, TabItem } from './model';
import { pathOf } from './routes';

/** Tabs of all apps, in order. */
export function tabsOf(apps: readonly AppItem[]): readonly TabItem[] {
  return apps.flatMap((app) => app.tabs);
}

/** The tab with this API name, in whichever app it stands. */
export function tabByName(apps: readonly AppItem[], name: string): TabItem | undefined {
  return tabsOf(apps).find((tab) => tab.name === name || (tab.sobject !== null && tab.name === `standard-${name}`));
}

/** The app to show for a tab: the one chosen last if it has the tab, else the first that has it, else the one chosen last. */
export function appFor(apps: readonly AppItem[], tabName: string | null, chosen: string | null): AppItem | undefined {
  const last = apps.find((app) => app.name === chosen);
  if (tabName === null) return last ?? apps[0];
  const having = apps.filter((app) => app.tabs.some((tab) => tab.name === tabName));
  return having.find((app) => app === last) ?? having[0] ?? last ?? apps[0];
}

/** The address of a tab: its page, or the list of its object. */
export function tabPath(tab: TabItem): string {
  return pathOf(tab.sobject ? { kind: 'list', sobject: tab.sobject } : { kind: 'tab', name: tab.name });
}
