import { readConnectedApp, readExternalClientApp, readUserProvisioningConfig } from './connected-apps';
import type { Draft } from './draft';
import { finding } from '../schema/parsed';
import { addOnce, objectDraft } from './draft';
import { readFieldTranslation, readObjectTranslation } from './object-translations';
import { readAuthProvider, readExternalCredential, readNamedCredential, readRemoteSite } from './credentials';
import { readPermissions } from './permissions';
import { readGroup, readQueue, readRole, readSharingRules } from './sharing';
import { readTranslations } from './translations';
import { flagOf, isNode, nodesOf, textOf, textsOf, type XmlNode } from './xml';

/** One `-meta.xml` file. `name` is the component's name: the file name up to its suffix. */
export interface MetadataFile {
  readonly path: string;
  readonly name: string;
  readonly node: XmlNode;
  /** What the file holds, to find the place of a fault in. */
  readonly text: string;
}
type Reader = (draft: Draft, file: MetadataFile) => void;

/** Readers by file suffix (`<name>.<suffix>-meta.xml`). Apex and LWC files, which come in pairs and bundles, are in `read.ts`. */
export const READERS: Readonly<Record<string, Reader>> = {
  object: (draft, file) => {
    objectDraft(draft, file.name).definition = { ...file.node, $path: file.path };
  },
  field: (draft, file) => objectPart(draft, file, 'fields'),
  validationRule: (draft, file) => objectPart(draft, file, 'validationRules'),
  recordType: (draft, file) => objectPart(draft, file, 'recordTypes'),
  fieldSet: (draft, file) => objectPart(draft, file, 'fieldSets'),
  sharingReason: (draft, file) => objectPart(draft, file, 'sharingReasons'),
  md: readCustomMetadata,
  permissionset: (draft, file) => addOnce(draft, draft.permissionSets, readPermissions(file.name, file.node), file.path),
  profile: (draft, file) => {
    const name = decodedName(file.name);
    addOnce(draft, draft.profiles, { ...readPermissions(name, file.node), label: name }, file.path);
  },
  permissionsetgroup: (draft, file) =>
    addOnce(
      draft,
      draft.permissionSetGroups,
      { name: file.name, label: textOf(file.node, 'label') ?? file.name, permissionSets: textsOf(file.node, 'permissionSets') },
      file.path,
    ),
  customPermission: (draft, file) =>
    addOnce(
      draft,
      draft.customPermissions,
      { name: file.name, label: textOf(file.node, 'label') ?? file.name, description: textOf(file.node, 'description') ?? '' },
      file.path,
    ),
  notiftype: (draft, file) =>
    addOnce(
      draft,
      draft.notificationTypes,
      {
        name: file.name,
        uniqueName: textOf(file.node, 'customNotifTypeName') ?? file.name,
        label: textOf(file.node, 'masterLabel') ?? file.name,
        description: textOf(file.node, 'description') ?? '',
        desktop: flagOf(file.node, 'desktop'),
        mobile: flagOf(file.node, 'mobile'),
      },
      file.path,
    ),
  role: readRole,
  group: readGroup,
  queue: readQueue,
  sharingRules: readSharingRules,
  connectedApp: readConnectedApp,
  eca: readExternalClientApp,
  userProvisioningConfig: readUserProvisioningConfig,
  platformEventSubscriberConfig: readEventSubscriber,
  namedCredential: readNamedCredential,
  externalCredential: readExternalCredential,
  authprovider: readAuthProvider,
  remoteSite: readRemoteSite,
  labels: (draft, file) => {
    for (const label of nodesOf(file.node, 'labels')) {
      const name = textOf(label, 'fullName');
      if (name === null) draft.diagnostics.push(finding(file.path, 'A custom label has no fullName'));
      else draft.labels.set(name, textOf(label, 'value') ?? '');
    }
  },
  translation: readTranslations,
  objectTranslation: readObjectTranslation,
  fieldTranslation: readFieldTranslation,
  globalValueSet: (draft, file) => {
    draft.globalValueSets.set(file.name, nodesOf(file.node, 'customValue'));
  },
  tab: (draft, file) =>
    addOnce(
      draft,
      draft.tabs,
      {
        name: file.name,
        label: textOf(file.node, 'label') ?? file.name,
        lwcComponent: textOf(file.node, 'lwcComponent'),
        sobject: flagOf(file.node, 'customObject'),
        icon: textOf(file.node, 'motif'),
      },
      file.path,
    ),
  app: (draft, file) =>
    addOnce(
      draft,
      draft.applications,
      {
        name: file.name,
        label: textOf(file.node, 'label') ?? file.name,
        tabs: textsOf(file.node, 'tabs'),
        description: textOf(file.node, 'description') ?? '',
      },
      file.path,
    ),
  flexipage: (draft, file) =>
    addOnce(
      draft,
      draft.flexiPages,
      {
        name: file.name,
        label: textOf(file.node, 'masterLabel') ?? file.name,
        type: textOf(file.node, 'type') ?? '',
        sobjectType: textOf(file.node, 'sobjectType'),
        components: componentsOf(file.node),
      },
      file.path,
    ),
};

/** Events that a trigger gets at a time at most, and when no number is given (Metadata API Developer Guide, PlatformEventSubscriberConfig). */
const MAX_EVENTS = 2_000;

function readEventSubscriber(draft: Draft, file: MetadataFile): void {
  const trigger = textOf(file.node, 'platformEventConsumer');
  const batchSize = Number(textOf(file.node, 'batchSize') ?? MAX_EVENTS);
  if (trigger === null) draft.diagnostics.push(finding(file.path, 'platformEventConsumer has to name a trigger'));
  else if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > MAX_EVENTS)
    draft.diagnostics.push(finding(file.path, `batchSize has to be a whole number from 1 to ${MAX_EVENTS}`));
  else
    addOnce(
      draft,
      draft.eventSubscribers,
      { name: file.name, path: file.path, trigger, username: textOf(file.node, 'user'), batchSize },
      file.path,
    );
}

/** File names of profiles carry special characters percent-encoded. */
function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A lone percent sign is part of the name.
    return name;
  }
}

/** Object parts live in `objects/<Object>/<folder>/<name>.<suffix>-meta.xml`; the folder names the object. */
function objectPart(
  draft: Draft,
  file: MetadataFile,
  part: 'fields' | 'validationRules' | 'recordTypes' | 'fieldSets' | 'sharingReasons',
): void {
  const owner = /(?:^|\/)objects\/([^/]+)\//.exec(file.path)?.[1];
  if (owner === undefined) {
    draft.diagnostics.push(finding(file.path, 'This file must lie in the folder of its object, objects/<Object>/'));
    return;
  }
  objectDraft(draft, owner)[part].push({ fullName: file.name, ...file.node, $path: file.path });
}

/** `customMetadata/<Type>.<Record>.md-meta.xml`; the type's API name ends in `__mdt`. */
function readCustomMetadata(draft: Draft, file: MetadataFile): void {
  const dot = file.name.indexOf('.');
  if (dot < 0) {
    draft.diagnostics.push(finding(file.path, 'A custom metadata record is named <Type>.<Record>.md-meta.xml'));
    return;
  }
  const values = new Map<string, unknown>();
  for (const entry of nodesOf(file.node, 'values')) values.set(textOf(entry, 'field') ?? '', metadataValue(entry['value']));
  const type = `${file.name.slice(0, dot)}__mdt`;
  const records = draft.customMetadata.get(type) ?? [];
  records.push({ developerName: file.name.slice(dot + 1), label: textOf(file.node, 'label') ?? file.name.slice(dot + 1), values });
  draft.customMetadata.set(type, records);
}

function metadataValue(value: unknown): unknown {
  if (!isNode(value)) return typeof value === 'string' ? value : null;
  if (value['@xsi:nil'] === 'true') return null;
  const text = typeof value['#text'] === 'string' ? value['#text'] : '';
  switch (value['@xsi:type']) {
    case 'xsd:boolean':
      return text === 'true';
    case 'xsd:int':
    case 'xsd:double':
      return Number(text);
    default:
      return text;
  }
}

/** Names of the components placed on a page, in page order. */
function componentsOf(page: XmlNode): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      const name = textOf(value, 'componentName');
      if (name !== null) found.push(name);
      Object.values(value).forEach(visit);
    }
  };
  visit(page['flexiPageRegions']);
  return found;
}
