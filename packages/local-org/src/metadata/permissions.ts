import type { PermissionMetadata } from './model';
import { flagOf, nodesOf, textOf, type XmlNode } from './xml';

/** A permission set or profile file. The element names are those of the metadata types PermissionSet and Profile. */
export function readPermissions(name: string, node: XmlNode): PermissionMetadata {
  const enabled = (element: string, key: string): string[] =>
    nodesOf(node, element)
      .filter((entry) => flagOf(entry, 'enabled'))
      .map((entry) => textOf(entry, key) ?? '');
  return {
    name,
    label: textOf(node, 'label') ?? name,
    description: textOf(node, 'description') ?? '',
    license: textOf(node, 'license') ?? textOf(node, 'userLicense'),
    objectPermissions: nodesOf(node, 'objectPermissions').map((entry) => ({
      object: textOf(entry, 'object') ?? '',
      read: flagOf(entry, 'allowRead'),
      create: flagOf(entry, 'allowCreate'),
      edit: flagOf(entry, 'allowEdit'),
      delete: flagOf(entry, 'allowDelete'),
      viewAll: flagOf(entry, 'viewAllRecords'),
      viewAllFields: flagOf(entry, 'viewAllFields'),
      modifyAll: flagOf(entry, 'modifyAllRecords'),
    })),
    fieldPermissions: nodesOf(node, 'fieldPermissions').map((entry) => ({
      field: textOf(entry, 'field') ?? '',
      readable: flagOf(entry, 'readable') || flagOf(entry, 'editable'),
      editable: flagOf(entry, 'editable'),
    })),
    userPermissions: enabled('userPermissions', 'name'),
    customPermissions: enabled('customPermissions', 'name'),
    classAccesses: enabled('classAccesses', 'apexClass'),
    customMetadataTypeAccesses: enabled('customMetadataTypeAccesses', 'name'),
    customSettingAccesses: enabled('customSettingAccesses', 'name'),
    principalAccesses: enabled('externalCredentialPrincipalAccesses', 'externalCredentialPrincipal'),
    tabSettings: [...nodesOf(node, 'tabSettings'), ...nodesOf(node, 'tabVisibilities')].map((entry) => ({
      tab: textOf(entry, 'tab') ?? '',
      visibility: textOf(entry, 'visibility') ?? 'None',
    })),
  };
}
