import { labels } from './labels';

/** A tab of the page of an app. */
interface Tab {
  /** Its value in the address, `c__tab`. */
  readonly value: string;
  readonly label: string;
  /** Whether it needs user provisioning. */
  readonly provisioned: boolean;
}

const TABS: readonly Tab[] = [
  { value: 'accounts', label: labels.appsTabAccounts, provisioned: true },
  { value: 'requests', label: labels.appsTabRequests, provisioned: false },
  { value: 'reconciliation', label: labels.appsTabReconciliation, provisioned: true },
  { value: 'processes', label: labels.appsTabProcesses, provisioned: false },
  { value: 'settings', label: labels.appsTabSettings, provisioned: true },
];

/** The tabs in their order; the first is shown where the address names none. */
export const tabsOf = (hasProvisioning: boolean): readonly Tab[] => TABS.filter((tab) => hasProvisioning || !tab.provisioned);

/** The tab to which a key leads from another one (ARIA Authoring Practices, Tabs); undefined for keys that lead to none. */
export function reached(tabs: readonly Tab[], from: string, key: string): Tab | undefined {
  const at = tabs.findIndex(({ value }) => value === from);
  const places: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
  const place = places[key];
  return place === undefined ? undefined : tabs.at(place % tabs.length);
}
