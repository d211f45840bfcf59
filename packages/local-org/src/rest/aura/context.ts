import type { Org } from '../../host/port';
import { isTranslated } from '../../metadata';
import { ok, type Call, type Reply } from '../shared/call';
import { organizationName, readUser } from '../session/operations';
import { appsOf, closedPages, setupPagesOf } from './navigation';

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
    help: /^https?:/.test(org.project.help) ? org.project.help : `/help/${org.project.help}`,
    apps: appsOf(call, language),
    setupPages: setupPagesOf(call),
    closed: closedPages(call, language),
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
