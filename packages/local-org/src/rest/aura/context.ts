import type { Org } from '../../host/port';
import { isTranslated, navigationLabel } from '../../metadata';
import { ok, type Call, type Reply } from '../shared/call';
import type { Json, JsonObject } from '../shared/json';
import { organizationName, readUser } from '../session/operations';

/** `POST /aura/context`: who is signed in and what the pages may show. */
export function auraContext(call: Call): Reply {
  const { org, user } = call;
  const profile = readUser(org, user.userId);
  const language = profile['LanguageLocaleKey'] ?? 'en_US';
  const has = (permission: string): boolean => org.access.hasPermission(user.userId, permission);
  return ok({
    orgName: organizationName(org),
    user: {
      id: user.userId,
      name: profile['Name'] ?? user.username,
      username: profile['Username'] ?? user.username,
      timeZone: profile['TimeZoneSidKey'] ?? 'GMT',
      language,
      locale: profile['LocaleSidKey'] ?? 'en_US',
      translated: isTranslated(org.metadata, language),
    },
    customPermissions: org.metadata.customPermissions
      .map((p) => p.name)
      .filter((name) => org.access.hasCustomPermission(user.userId, name)),
    userPermissions: knownPermissions(org).filter(has),
    apps: appsOf(call, language),
    setupPages: has('ViewSetup') ? org.project.setupPages.map((page): Json => ({ ...page, under: [...page.under] })) : [],
  });
}

/** System permissions that a page can ask for: those that any profile or permission set of the project names, and the usual ones. */
function knownPermissions(org: Org): string[] {
  const usual = [
    'ApiEnabled',
    'AssignPermissionSets',
    'AuthorApex',
    'CustomizeApplication',
    'ManageInternalUsers',
    'ManageUsers',
    'ModifyAllData',
    'ViewAllData',
    'ViewSetup',
  ];
  const named = [...org.metadata.profiles, ...org.metadata.permissionSets].flatMap((holder) => holder.userPermissions);
  return [...new Set([...usual, ...named])].sort();
}

function appsOf(call: Call, language: string): Json {
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
  const soql = 'SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = :id';
  const rows = org.step({ userId: user.userId, commit: false }, () =>
    org.data.queryText(soql, new Map([['id', user.userId]]), { mode: 'system', sharing: false, api: true }),
  );
  const assigned = new Set(
    rows.map((row) => (row.related?.get('permissionset') as { get(field: string): unknown } | null | undefined)?.get('Name')),
  );
  const { permissionSets, profiles } = org.metadata;
  const shown = tabsShownBy(permissionSets.filter((set) => assigned.has(set.name)));
  const settled = tabsShownBy([...permissionSets, ...profiles]);
  const customizes = org.access.hasPermission(user.userId, 'CustomizeApplication');
  return (name) => shown.has(name) || name.startsWith('standard-') || (customizes && !settled.has(name));
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
