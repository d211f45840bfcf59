import { GERMAN_PROFILES, STANDARD_PERMISSION_SETS, STANDARD_PROFILES, licenseData } from '../../access';
import type { PermissionMetadata } from '../../metadata/model';
import { report, type Deployment } from './context';
import { NO_GRANTS, joinGrants, permissionColumns, putGrants, standardGrants, type Grants } from './grants';

/** File names of standard profiles (Metadata API Developer Guide, Profile). */
const FILE_NAMES: Readonly<Record<string, string>> = {
  admin: 'System Administrator',
  standard: 'Standard User',
  readonly: 'Read Only',
  standardaul: 'Standard Platform User',
  minimumaccess: 'Minimum Access - Salesforce',
};

/** Standard profiles of the org's licences and the project's own, each with the permission set that it owns. */
export function deployProfiles(deployment: Deployment): void {
  const files = new Map(
    deployment.metadata.profiles.map((file) => [(FILE_NAMES[file.name.toLowerCase()] ?? file.name).toLowerCase(), file]),
  );
  for (const standard of STANDARD_PROFILES) {
    if (!deployment.licenseIds.has(standard.license.toLowerCase())) continue;
    const file = files.get(standard.name.toLowerCase());
    files.delete(standard.name.toLowerCase());
    const grants = joinGrants({ ...standardGrants(standard.objects), userPermissions: standard.permissions }, file ?? NO_GRANTS);
    deployProfile(deployment, standard.name, standard.license, '', grants);
  }
  for (const file of files.values()) {
    if (file.license === null || !deployment.licenseIds.has(file.license.toLowerCase())) {
      report(deployment, `profiles/${file.name}`, `In field: userLicense - no UserLicense named ${file.license ?? ''} found`);
    } else deployProfile(deployment, file.name, file.license, `profiles/${file.name}`, file);
  }
}

function deployProfile(deployment: Deployment, name: string, license: string, owner: string, grants: Grants): void {
  const { rows, licenseIds, profileIds, project } = deployment;
  const licenseId = licenseIds.get(license.toLowerCase()) ?? '';
  const permissions = permissionColumns(grants.userPermissions);
  const values = { UserLicenseId: licenseId, UserType: licenseData(license).userType, ...permissions };
  const german = GERMAN_PROFILES[name] ?? name;
  const found = rows.find('Profile', { Name: name }) ?? rows.find('Profile', { Name: german });
  const Name = project.organization.language === 'de' ? german : name;
  const profileId = rows.put('Profile', found === null ? { Name } : { Id: found }, { Name, ...values }).id;
  profileIds.set(name.toLowerCase(), profileId);
  // The platform names a profile's permission set after the profile's id.
  const setName = `X${profileId.slice(0, 15)}`;
  const set = { Label: setName, IsOwnedByProfile: true, IsCustom: false, Type: 'Profile', LicenseId: licenseId, ...permissions };
  const setId = rows.put('PermissionSet', { ProfileId: profileId }, { Name: setName, ...set }).id;
  putGrants(deployment, setId, owner, grants);
}

/** Permission sets that come with licences, then the project's. */
export function deployPermissionSets(deployment: Deployment): void {
  for (const standard of STANDARD_PERMISSION_SETS) {
    if (!deployment.licenseIds.has(standard.license.toLowerCase())) continue;
    const grants = { ...standardGrants(standard.objects), userPermissions: standard.permissions };
    deployPermissionSet(deployment, { ...standard, description: '' }, false, '', grants);
  }
  for (const file of deployment.metadata.permissionSets) deployPermissionSet(deployment, file, true, `permissionsets/${file.name}`, file);
}

type SetHead = Pick<PermissionMetadata, 'name' | 'label' | 'description' | 'license'>;

function deployPermissionSet(deployment: Deployment, head: SetHead, custom: boolean, owner: string, grants: Grants): void {
  const { rows, licenseIds, permissionSetLicenseIds, permissionSetIds, added } = deployment;
  const license = head.license?.toLowerCase() ?? '';
  const licenseId = licenseIds.get(license) ?? permissionSetLicenseIds.get(license) ?? null;
  if (head.license !== null && licenseId === null)
    report(deployment, owner, `In field: license - no UserLicense named ${head.license} found`);
  const { id, created } = rows.put(
    'PermissionSet',
    { Name: head.name },
    {
      Label: head.label,
      Description: head.description,
      LicenseId: licenseId,
      IsCustom: custom,
      Type: custom ? 'Regular' : 'Standard',
      ...permissionColumns(grants.userPermissions),
    },
  );
  permissionSetIds.set(head.name.toLowerCase(), id);
  if (created) added.add(head.name.toLowerCase());
  putGrants(deployment, id, owner, grants);
}

/** Groups, their components, and the permission set that stands for each group in assignments. */
export function deployPermissionSetGroups(deployment: Deployment): void {
  const { rows, metadata, permissionSetIds, permissionSetGroupIds, added } = deployment;
  for (const group of metadata.permissionSetGroups) {
    const { id, created } = rows.put(
      'PermissionSetGroup',
      { DeveloperName: group.name },
      { MasterLabel: group.label, Status: 'Updated', Language: 'en_US' },
    );
    permissionSetGroupIds.set(group.name.toLowerCase(), id);
    if (created) added.add(group.name.toLowerCase());
    const members = metadata.permissionSets.filter((set) =>
      group.permissionSets.some((name) => name.toLowerCase() === set.name.toLowerCase()),
    );
    const aggregate = {
      Label: group.label,
      Type: 'Group',
      ...permissionColumns(members.flatMap((set) => set.userPermissions)),
    };
    rows.put('PermissionSet', { PermissionSetGroupId: id }, { Name: `X${id.slice(0, 15)}`, ...aggregate });
    const keep = new Set<string>();
    for (const name of group.permissionSets) {
      const setId = permissionSetIds.get(name.toLowerCase());
      if (setId === undefined)
        report(deployment, `permissionsetgroups/${group.name}`, `In field: permissionSets - no PermissionSet named ${name} found`);
      else keep.add(rows.put('PermissionSetGroupComponent', { PermissionSetGroupId: id, PermissionSetId: setId }, {}).id);
    }
    rows.deleteOthers('PermissionSetGroupComponent', { PermissionSetGroupId: id }, keep);
  }
}
