import type { Draft } from './draft';
import { finding } from '../schema/parsed';
import { addOnce } from './draft';
import type { SharingParty, SharingRule } from './model';
import type { MetadataFile } from './readers';
import { flagOf, isNode, nodesOf, textOf, textsOf, type XmlNode } from './xml';

/** `roles/<name>.role-meta.xml` (Metadata API Developer Guide, Role). */
export function readRole(draft: Draft, file: MetadataFile): void {
  const { name, node, path } = file;
  const role = {
    name,
    path,
    label: textOf(node, 'name') ?? name,
    parent: textOf(node, 'parentRole'),
    description: textOf(node, 'description'),
  };
  addOnce(draft, draft.roles, role, path);
}

/** `groups/<name>.group-meta.xml` (Metadata API Developer Guide, Group). Who is in a group is not metadata. */
export function readGroup(draft: Draft, file: MetadataFile): void {
  const { name, node, path } = file;
  const bosses = textOf(node, 'doesIncludeBosses') !== 'false';
  addOnce(draft, draft.groups, { name, path, label: textOf(node, 'name') ?? name, bosses }, path);
}

/** `queues/<name>.queue-meta.xml` (Metadata API Developer Guide, Queue, QueueMembers). */
export function readQueue(draft: Draft, file: MetadataFile): void {
  const { name, node, path } = file;
  const members = nodesOf(node, 'queueMembers');
  const named = (list: string, element: string): string[] =>
    members.flatMap((part) => nodesOf(part, list)).flatMap((part) => textsOf(part, element));
  const parties = (type: string, list: string, element: string): SharingParty[] =>
    named(list, element).map((party) => ({ type, name: party }));
  const queue = {
    name,
    path,
    label: textOf(node, 'name') ?? name,
    email: textOf(node, 'email'),
    sendsEmail: flagOf(node, 'doesSendEmailToMembers'),
    objects: nodesOf(node, 'queueSobject').flatMap((part) => textsOf(part, 'sobjectType')),
    usernames: named('users', 'user'),
    groups: [
      ...parties('Regular', 'publicGroups', 'publicGroup'),
      ...parties('Role', 'roles', 'role'),
      ...parties('RoleAndSubordinates', 'roleAndSubordinates', 'roleAndSubordinate'),
      ...parties('RoleAndSubordinates', 'roleAndSubordinatesInternal', 'roleAndSubordinateInternal'),
    ],
  };
  addOnce(draft, draft.queues, queue, path);
}

/** `sharingRules/<Object>.sharingRules-meta.xml` (Metadata API Developer Guide, SharingRules). */
export function readSharingRules(draft: Draft, file: MetadataFile): void {
  const rules = draft.sharingRules.get(file.name) ?? [];
  draft.sharingRules.set(file.name, rules);
  for (const node of nodesOf(file.node, 'sharingOwnerRules')) addRule(draft, file, rules, node, true);
  for (const node of nodesOf(file.node, 'sharingCriteriaRules')) addRule(draft, file, rules, node, false);
  for (const element of ['sharingTerritoryRules', 'sharingGuestRules'])
    if (file.node[element] !== undefined)
      draft.diagnostics.push(finding(file.path, `${element} have no effect in the local org`, 'warning'));
}

function addRule(draft: Draft, file: MetadataFile, rules: SharingRule[], node: XmlNode, byOwner: boolean): void {
  const name = textOf(node, 'fullName') ?? '';
  const to = partyOf(node['sharedTo']);
  const from = byOwner ? partyOf(node['sharedFrom']) : null;
  if (!to || (byOwner && !from)) {
    draft.diagnostics.push(
      finding(file.path, `The sharing rule ${name} names users in a way that the local org does not know: it has no effect`, 'warning'),
    );
    return;
  }
  const criteria = nodesOf(node, 'criteriaItems').map((item) => ({
    field: textOf(item, 'field') ?? '',
    operation: textOf(item, 'operation') ?? '',
    value: textOf(item, 'value'),
  }));
  const level = textOf(node, 'accessLevel') === 'Edit' ? 'Edit' : 'Read';
  rules.push({ name, path: file.path, level, to, from, criteria, filter: textOf(node, 'booleanFilter') });
}

/** Elements of SharedTo by the type of the group that stands for them (Metadata API Developer Guide, SharedTo). */
const PARTIES: Readonly<Record<string, string>> = {
  allInternalUsers: 'Organization',
  group: 'Regular',
  queue: 'Queue',
  role: 'Role',
  roleAndSubordinates: 'RoleAndSubordinates',
  roleAndSubordinatesInternal: 'RoleAndSubordinates',
};

function partyOf(node: unknown): SharingParty | null {
  const [[element, value] = ['', '']] = isNode(node) ? Object.entries(node) : [];
  const type = PARTIES[element];
  if (type === undefined) return null;
  return { type, name: type === 'Organization' ? 'AllInternalUsers' : String(value) };
}
