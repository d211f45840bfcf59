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

/** Queues with their members, once there are users; who was added by hand stays. */
export function deployQueues(deployment: Deployment): void {
  const { rows, metadata, schema } = deployment;
  for (const { name, path, label, email, sendsEmail, objects, usernames, groups } of metadata.queues) {
    const values = { Name: label, Email: email, DoesSendEmailToMembers: sendsEmail, DoesIncludeBosses: true };
    const { id } = rows.put('Group', { Type: 'Queue', DeveloperName: name }, values);
    for (const object of objects) {
      const type = schema.object(object);
      if (type) rows.put('QueueSobject', { QueueId: id, SobjectType: type.name }, {});
      else report(deployment, path, `In field: sobjectType - no CustomObject named ${object} found`);
    }
    const members = [
      ...usernames.map((username) => ({ named: `User named ${username}`, found: rows.find('User', { Username: username.toLowerCase() }) })),
      ...groups.map((party) => ({
        named: `${party.type === 'Regular' ? 'Group' : 'Role'} named ${party.name}`,
        found: rows.find('Group', { Type: party.type, DeveloperName: party.name }),
      })),
    ];
    for (const { named, found } of members) {
      if (found === null) report(deployment, path, `In field: queueMembers - no ${named} found`);
      else rows.put('GroupMember', { GroupId: id, UserOrGroupId: found }, {});
    }
  }
}
