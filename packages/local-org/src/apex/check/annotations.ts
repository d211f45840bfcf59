/** What an annotation is called, what it may stand on, the parameters it takes (Apex Developer Guide, Annotations). */
export interface AnnotationRule {
  readonly name: string;
  readonly on: readonly string[];
  readonly parameters?: readonly string[];
  /** A method with it has to be static. */
  readonly isStatic?: true;
  /** What has it is public or global. */
  readonly isOpen?: true;
  /** One method of a class may have it. */
  readonly once?: true;
  /** The class has to have this annotation. */
  readonly within?: string;
}

const http = (name: string): AnnotationRule => ({ name, on: ['methods'], isStatic: true, once: true, within: 'restresource' });

/** By lower-case name. */
export const ANNOTATIONS: Readonly<Record<string, AnnotationRule>> = {
  auraenabled: {
    name: 'AuraEnabled',
    on: ['methods', 'fields', 'properties'],
    parameters: ['cacheable', 'continuation', 'scope'],
    isOpen: true,
  },
  deprecated: { name: 'Deprecated', on: ['classes', 'interfaces', 'enums', 'methods', 'fields', 'properties', 'constructors'] },
  future: { name: 'Future', on: ['methods'], parameters: ['callout'], isStatic: true },
  httpdelete: http('HttpDelete'),
  httpget: http('HttpGet'),
  httppatch: http('HttpPatch'),
  httppost: http('HttpPost'),
  httpput: http('HttpPut'),
  invocablemethod: {
    name: 'InvocableMethod',
    on: ['methods'],
    parameters: ['label', 'description', 'callout', 'category', 'configurationeditor', 'iconname', 'capabilitytype'],
    isStatic: true,
    isOpen: true,
    once: true,
  },
  invocablevariable: {
    name: 'InvocableVariable',
    on: ['fields'],
    parameters: ['label', 'description', 'required', 'placeholdertext', 'defaultvalue'],
    isOpen: true,
  },
  istest: {
    name: 'IsTest',
    on: ['classes', 'methods'],
    parameters: ['seealldata', 'isparallel', 'oninstall', 'testfor', 'critical'],
    isStatic: true,
    within: 'istest',
  },
  jsonaccess: { name: 'JsonAccess', on: ['classes'], parameters: ['serializable', 'deserializable'] },
  namespaceaccessible: {
    name: 'NamespaceAccessible',
    on: ['classes', 'interfaces', 'enums', 'methods', 'fields', 'properties', 'constructors'],
  },
  readonly: { name: 'ReadOnly', on: ['methods'], parameters: ['usereplica'] },
  remoteaction: { name: 'RemoteAction', on: ['methods'], isStatic: true, isOpen: true },
  restresource: { name: 'RestResource', on: ['classes'], parameters: ['urlmapping'] },
  suppresswarnings: {
    name: 'SuppressWarnings',
    on: ['classes', 'interfaces', 'enums', 'methods', 'fields', 'properties', 'constructors'],
    parameters: ['value'],
  },
  testsetup: { name: 'TestSetup', on: ['methods'], isStatic: true, within: 'istest' },
  testvisible: { name: 'TestVisible', on: ['classes', 'interfaces', 'enums', 'methods', 'fields', 'properties', 'constructors'] },
};
