import type { ProjectFile } from '../../metadata/model';
import { licenseData } from '../../access';
import { report, type Deployment } from './context';

const DEFAULTS = { EmailEncodingKey: 'UTF-8', LocaleSidKey: 'en_US', TimeZoneSidKey: 'GMT' };
const AUTOMATED = 'autoproc@local-org.invalid';

/** The user under which the platform itself acts. It has no profile of its own and so no rights. */
export function deployAutomatedProcess(deployment: Deployment): string {
  const { rows, project } = deployment;
  return (
    rows.find('User', { Username: AUTOMATED }) ??
    rows.put(
      'User',
      { Username: AUTOMATED },
      {
        ...DEFAULTS,
        LanguageLocaleKey: project.organization.language,
        LastName: 'Process',
        FirstName: 'Automated',
        Name: 'Automated Process',
        Alias: 'autoproc',
        Email: AUTOMATED,
        CommunityNickname: 'autoproc',
        UserType: 'AutomatedProcess',
        IsActive: true,
      },
    ).id
  );
}

/** Adds sample users that do not exist yet, and gives those that do the permission sets that this deployment brought. */
export function deployUsers(deployment: Deployment): void {
  for (const user of deployment.project.users) {
    const profileId = deployment.profileIds.get(user.profile.toLowerCase());
    if (profileId === undefined) {
      report(
        deployment,
        'local-org.json',
        `User ${user.alias}: this org has no profile "${user.profile}"; is its licence among "licenses"?`,
      );
      continue;
    }
    const username = user.username.toLowerCase();
    const known = deployment.rows.find('User', { Username: username });
    const userId = known ?? addUser(deployment, user, username, profileId);
    for (const name of user.permissionSets) assign(deployment, userId, user.alias, name, known === null);
  }
}

function addUser(deployment: Deployment, user: ProjectFile['users'][number], username: string, profileId: string): string {
  const { rows, project } = deployment;
  const lastName = user.alias.charAt(0).toUpperCase() + user.alias.slice(1);
  const { id } = rows.put(
    'User',
    { Username: username },
    {
      ...DEFAULTS,
      LanguageLocaleKey: project.organization.language,
      LastName: lastName,
      Name: lastName,
      Alias: user.alias.slice(0, 8),
      Email: username,
      CommunityNickname: user.alias,
      ProfileId: profileId,
      UserType: userTypeOf(deployment, profileId),
      IsActive: true,
    },
  );
  const owned = rows.find('PermissionSet', { ProfileId: profileId });
  if (owned !== null) rows.put('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: owned }, { IsActive: true });
  return id;
}

function userTypeOf(deployment: Deployment, profileId: string): string {
  for (const [license, id] of deployment.licenseIds) {
    const label = deployment.project.licenses.find(({ name }) => name.toLowerCase() === license)?.name ?? license;
    if (deployment.rows.find('Profile', { Id: profileId, UserLicenseId: id }) !== null) return licenseData(label).userType;
  }
  return 'Standard';
}

function assign(deployment: Deployment, userId: string, alias: string, name: string, isNew: boolean): void {
  const { rows, permissionSetIds, permissionSetGroupIds, added } = deployment;
  if (!isNew && !added.has(name.toLowerCase())) return;
  const setId = permissionSetIds.get(name.toLowerCase());
  const groupId = permissionSetGroupIds.get(name.toLowerCase());
  if (setId !== undefined) rows.put('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: setId }, { IsActive: true });
  else if (groupId !== undefined) {
    const aggregate = rows.find('PermissionSet', { PermissionSetGroupId: groupId });
    rows.put(
      'PermissionSetAssignment',
      { AssigneeId: userId, PermissionSetGroupId: groupId },
      { PermissionSetId: aggregate, IsActive: true },
    );
  } else report(deployment, 'local-org.json', `User ${alias}: there is no permission set or permission set group "${name}"`);
}
