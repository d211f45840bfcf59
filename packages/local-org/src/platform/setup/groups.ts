import { ROLE_GROUPS } from '../objects/user-role';
import { report, type Deployment } from './context';

/** The group of everybody inside, which every org has: records are shared with it (Object Reference, Group, type Organization). */
export function deployOrganizationGroup({ rows }: Deployment): void {
  rows.put('Group', { Type: 'Organization' }, { DeveloperName: 'AllInternalUsers', DoesIncludeBosses: false });
}

/** Roles with their groups; those above them once all are there. */
export function deployRoles(deployment: Deployment): void {
  const { rows, metadata } = deployment;
  const ids = new Map<string, string>();
  for (const { name, label, description } of metadata.roles) {
    const { id } = rows.put('UserRole', { DeveloperName: name }, { Name: label, RollupDescription: description });
    ids.set(name.toLowerCase(), id);
    for (const type of ROLE_GROUPS) rows.put('Group', { Type: type, RelatedId: id }, { DeveloperName: name, DoesIncludeBosses: true });
  }
  for (const { name, path, parent } of metadata.roles) {
    const above = parent === null ? null : (ids.get(parent.toLowerCase()) ?? rows.find('UserRole', { DeveloperName: parent }));
    if (parent !== null && above === null) report(deployment, path, `In field: parentRole - no Role named ${parent} found`);
    else rows.put('UserRole', { DeveloperName: name }, { ParentRoleId: above });
  }
}

export function deployPublicGroups({ rows, metadata }: Deployment): void {
  for (const { name, label, bosses } of metadata.groups)
    rows.put('Group', { Type: 'Regular', DeveloperName: name }, { Name: label, DoesIncludeBosses: bosses });
}
