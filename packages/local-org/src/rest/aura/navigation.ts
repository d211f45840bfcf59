import type { Org } from '../../host/port';
import { navigationLabel } from '../../metadata';
import type { PermissionMetadata } from '../../metadata/model';
import type { Call } from '../shared/call';
import type { Json, JsonObject } from '../shared/json';

/** Apps with the tabs that the user sees; an app without any is none. */
export function appsOf(call: Call, language: string): Json {
  const visible = visibleTabs(call);
  const apps = call.org.metadata.applications.map((app) => ({
    name: app.name,
    label: navigationLabel(call.org.metadata, 'applications', app, language),
    tabs: app.tabs.filter((name) => visible(name)).flatMap((name) => tabOf(call, name, language)),
  }));
  return apps.filter((app) => app.tabs.length > 0);
}

/**
 * Tabs come with permission sets. One that no set and no profile of the project speaks of is seen by whoever customizes the application:
 * who makes a tab in Setup gives it to profiles there, and a project without permission sets has nowhere to say so.
 */
function visibleTabs({ org, user }: Call): (name: string) => boolean {
  const { permissionSets, profiles } = org.metadata;
  const assigned = assignedSets(org, user.userId);
  const shown = tabsShownBy(permissionSets.filter((set) => assigned.has(set.name)));
  const settled = tabsShownBy([...permissionSets, ...profiles]);
  const customizes = org.access.hasPermission(user.userId, 'CustomizeApplication');
  return (name) => shown.has(name) || name.startsWith('standard-') || (customizes && !settled.has(name));
}

function assignedSets(org: Org, userId: string): ReadonlySet<unknown> {
  const soql = 'SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = :id';
  const rows = org.step({ userId, commit: false }, () =>
    org.data.queryText(soql, new Map([['id', userId]]), { mode: 'system', sharing: false, api: true }),
  );
  return new Set(rows.map((row) => (row.related?.get('permissionset') as { get(field: string): unknown } | null | undefined)?.get('Name')));
}

/** Pages of Setup that the user may open. */
export function setupPagesOf(call: Call): Json {
  const missing = missingIn(call);
  const pages = call.org.project.setupPages.filter((page) => missing(page) === null);
  return pages.map(({ path, label, component, under }): Json => ({ path, label, component, under: [...under] }));
}

interface Missing {
  /** Label of a permission, or null where a tab has to be shown. */
  readonly label: string | null;
  readonly gives: (set: PermissionMetadata) => boolean;
}

/**
 * What somebody lacks for a page of Setup; null when nothing. Besides its permission a page whose component is a tab too needs that tab: who
 * gives people the one page gives them the other.
 */
function missingIn(call: Call): (page: Call['org']['project']['setupPages'][number]) => Missing | null {
  const { access, metadata } = call.org;
  const { userId } = call.user;
  const visible = visibleTabs(call);
  return ({ permission, component }) => {
    if (!access.hasPermission(userId, 'ViewSetup')) return { label: 'View Setup and Configuration', gives: () => false };
    if (permission !== null && !access.hasCustomPermission(userId, permission)) {
      const label = metadata.customPermissions.find((one) => one.name === permission)?.label ?? permission;
      return { label, gives: (set) => set.customPermissions.includes(permission) };
    }
    const tab = metadata.tabs.find((one) => one.lwcComponent === component)?.name;
    if (tab === undefined || visible(tab)) return null;
    return { label: null, gives: (set) => tabsShownBy([set]).has(tab) };
  };
}

/** Pages that are there and that the user may not open, each with what is missing and which permission sets would give it, by their labels. */
export function closedPages(call: Call, language: string): Json {
  const { org } = call;
  const { metadata } = org;
  const labels = (gives: (set: PermissionMetadata) => boolean): string[] =>
    metadata.permissionSets.filter(gives).map((set) => set.label).sort(); // prettier-ignore
  const visible = visibleTabs(call);
  const tabs = metadata.tabs
    .filter((tab) => tab.lwcComponent !== null && !visible(tab.name))
    .map((tab): Json => ({
      kind: 'tab',
      name: tab.name,
      label: navigationLabel(metadata, 'tabs', tab, language),
      permission: null,
      permissionSets: labels((set) => tabsShownBy([set]).has(tab.name)),
    }));
  const missing = missingIn(call);
  const setup = org.project.setupPages.flatMap((page): Json[] => {
    const lacks = missing(page);
    return lacks
      ? [{ kind: 'setup', name: page.path, label: page.label, permission: lacks.label, permissionSets: labels(lacks.gives) }]
      : [];
  });
  return [...tabs, ...setup];
}

type TabHolders = readonly { readonly tabSettings: readonly { readonly tab: string; readonly visibility: string }[] }[];

function tabsShownBy(holders: TabHolders): ReadonlySet<string> {
  const settings = holders.flatMap((holder) => holder.tabSettings);
  return new Set(settings.filter(({ visibility }) => visibility !== 'None' && visibility !== 'Hidden').map(({ tab }) => tab));
}

/** A tab of the project, or the list of an object that the user may read; nothing for what the local org does not have. */
function tabOf({ org, user }: Call, name: string, language: string): JsonObject[] {
  const tab = org.metadata.tabs.find((one) => one.name === name);
  if (tab?.lwcComponent)
    return [
      {
        name,
        label: navigationLabel(org.metadata, 'tabs', tab, language),
        component: tab.lwcComponent,
        sobject: null,
        icon: iconOf(tab.icon),
      },
    ];
  const object = org.schema.object(name.replace(/^standard-/, ''));
  if (!object || !org.access.hasObject(user.userId, object, 'read')) return [];
  return [{ name, label: object.labelPlural, component: null, sobject: object.name, icon: iconOf(tab?.icon ?? null) }];
}

/** A tab's motif (`Custom67: Gears`) as the name of its icon (`custom:custom67`). */
function iconOf(motif: string | null): string | null {
  const number = /^custom(\d+)\b/i.exec(motif ?? '')?.[1];
  return number === undefined ? null : `custom:custom${number}`;
}
