/** How a component lies in a package (metadata format) and in a project (source format). */
export type Form =
  /** `X.suffix`, in source format `X.suffix-meta.xml`. */
  | 'file'
  /** `X.suffix` with `X.suffix-meta.xml` beside it, in both. */
  | 'content'
  /** A folder of files, in both. */
  | 'bundle'
  /** `X.resource` with `X.resource-meta.xml`; in source format the content has the extension of its type. */
  | 'resource'
  /** One file with its parts; in source format a folder with a file for each part. */
  | 'parts';

/** A part that source format keeps in a file of its own: element of the whole, folder and suffix. */
export interface PartType {
  readonly name: string;
  readonly element: string;
  /** Folder inside the folder of the whole; null when the parts lie beside it. */
  readonly folder: string | null;
  readonly suffix: string;
  /** Element that names it. */
  readonly key: string;
}

export interface MetadataType {
  readonly name: string;
  readonly directory: string;
  readonly suffix: string;
  readonly form: Form;
  readonly parts: readonly PartType[];
}

const NO_PARTS: readonly PartType[] = [];
const type = (name: string, directory: string, suffix: string, form: Form = 'file', parts = NO_PARTS): MetadataType => ({
  name,
  directory,
  suffix,
  form,
  parts,
});
const part = (name: string, element: string, suffix: string): PartType => ({ name, element, folder: element, suffix, key: 'fullName' });

/** Metadata API Developer Guide, "Metadata Types", and the registry of the Salesforce CLI. What is not listed is refused. */
export const TYPES: readonly MetadataType[] = [
  type('ApexClass', 'classes', 'cls', 'content'),
  type('ApexTrigger', 'triggers', 'trigger', 'content'),
  type('LightningComponentBundle', 'lwc', 'js', 'bundle'),
  type('StaticResource', 'staticresources', 'resource', 'resource'),
  type('CustomObject', 'objects', 'object', 'parts', [
    part('CustomField', 'fields', 'field'),
    part('ValidationRule', 'validationRules', 'validationRule'),
    part('RecordType', 'recordTypes', 'recordType'),
    part('FieldSet', 'fieldSets', 'fieldSet'),
    part('ListView', 'listViews', 'listView'),
    part('CompactLayout', 'compactLayouts', 'compactLayout'),
    part('BusinessProcess', 'businessProcesses', 'businessProcess'),
    part('WebLink', 'webLinks', 'webLink'),
    part('SharingReason', 'sharingReasons', 'sharingReason'),
    part('Index', 'indexes', 'index'),
  ]),
  type('CustomObjectTranslation', 'objectTranslations', 'objectTranslation', 'parts', [
    { name: 'CustomFieldTranslation', element: 'fields', folder: null, suffix: 'fieldTranslation', key: 'name' },
  ]),
  type('CustomLabels', 'labels', 'labels'),
  type('Translations', 'translations', 'translation'),
  type('CustomMetadata', 'customMetadata', 'md'),
  type('PermissionSet', 'permissionsets', 'permissionset'),
  type('PermissionSetGroup', 'permissionsetgroups', 'permissionsetgroup'),
  type('Profile', 'profiles', 'profile'),
  type('CustomPermission', 'customPermissions', 'customPermission'),
  type('CustomNotificationType', 'notificationtypes', 'notiftype'),
  type('CustomTab', 'tabs', 'tab'),
  type('CustomApplication', 'applications', 'app'),
  type('FlexiPage', 'flexipages', 'flexipage'),
  type('Layout', 'layouts', 'layout'),
  type('QuickAction', 'quickActions', 'quickAction'),
  type('Flow', 'flows', 'flow'),
  type('GlobalValueSet', 'globalValueSets', 'globalValueSet'),
  type('Role', 'roles', 'role'),
  type('Group', 'groups', 'group'),
  type('Queue', 'queues', 'queue'),
  type('SharingRules', 'sharingRules', 'sharingRules'),
  type('ConnectedApp', 'connectedApps', 'connectedApp'),
  type('ExternalClientApplication', 'externalClientApps', 'eca'),
  type('UserProvisioningConfig', 'userProvisioningConfigs', 'userProvisioningConfig'),
  type('PlatformEventSubscriberConfig', 'PlatformEventSubscriberConfigs', 'platformEventSubscriberConfig'),
  type('NamedCredential', 'namedCredentials', 'namedCredential'),
  type('ExternalCredential', 'externalCredentials', 'externalCredential'),
  type('AuthProvider', 'authproviders', 'authprovider'),
  type('RemoteSiteSetting', 'remoteSiteSettings', 'remoteSite'),
];

const byName = new Map(TYPES.map((one) => [one.name, one]));
const byDirectory = new Map(TYPES.map((one) => [one.directory.toLowerCase(), one]));
const bySuffix = new Map(TYPES.map((one) => [one.suffix, one]));
const wholes = new Map(TYPES.flatMap((whole) => whole.parts.map((one) => [one.name, { whole, part: one }])));

export const typeNamed = (name: string): MetadataType | undefined => byName.get(name);
export const typeInDirectory = (directory: string): MetadataType | undefined => byDirectory.get(directory.toLowerCase());
export const typeOfSuffix = (suffix: string): MetadataType | undefined => bySuffix.get(suffix);
/** The type that a part of this name is a part of. */
export const partNamed = (name: string): { readonly whole: MetadataType; readonly part: PartType } | undefined => wholes.get(name);
