/** What an annotation is called, what it may stand on, the parameters it takes (Apex Developer Guide, Annotations). */
export interface AnnotationRule {
  readonly name: string;
  readonly on: readonly string[];
  readonly parameters?: readonly string[];
  /** Parameters that only some of `on` take. */
  readonly only?: Readonly<Record<string, string>>;
  /** Values of a parameter that takes a few alone. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** A parameter that may not be left out. */
  readonly required?: string;
  /** A method with it has to be static. */
  readonly isStatic?: true;
  /** What has it is public or global. */
  readonly isOpen?: true;
  /** A method with it has to be global. */
  readonly isGlobal?: true;
  /** One method of a class may have it. */
  readonly once?: true;
  /** The class has to have this annotation, and to be a top-level one. */
  readonly within?: string;
  /** Annotations and keywords that exclude it. */
  readonly without?: readonly string[];
}

const JSON_ACCESS = ['never', 'samenamespace', 'samepackage', 'always'];

const http = (name: string): AnnotationRule => ({
  name,
  on: ['methods'],
  isStatic: true,
  isGlobal: true,
  once: true,
  within: 'restresource',
});

/** By lower-case name. */
export const ANNOTATIONS: Readonly<Record<string, AnnotationRule>> = {
  auraenabled: {
    name: 'AuraEnabled',
    on: ['methods', 'fields', 'properties'],
    parameters: ['cacheable', 'continuation', 'scope'],
    only: { cacheable: 'methods', continuation: 'methods', scope: 'methods' },
    values: { scope: ['global'] },
    isOpen: true,
  },
  deprecated: { name: 'Deprecated', on: ['classes', 'interfaces', 'enums', 'methods', 'fields', 'properties', 'constructors'] },
  future: { name: 'Future', on: ['methods'], parameters: ['callout'], isStatic: true, without: ['istest', 'testmethod'] },
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
    only: { isparallel: 'classes' },
    isStatic: true,
    within: 'istest',
  },
  jsonaccess: {
    name: 'JsonAccess',
    on: ['classes'],
    parameters: ['serializable', 'deserializable'],
    values: { serializable: JSON_ACCESS, deserializable: JSON_ACCESS },
  },
  namespaceaccessible: {
    name: 'NamespaceAccessible',
    on: ['classes', 'interfaces', 'enums', 'methods', 'fields', 'properties', 'constructors'],
  },
  readonly: { name: 'ReadOnly', on: ['methods'], parameters: ['usereplica'] },
  remoteaction: { name: 'RemoteAction', on: ['methods'], isStatic: true, isOpen: true },
  restresource: { name: 'RestResource', on: ['classes'], parameters: ['urlmapping'], required: 'urlMapping' },
  suppresswarnings: {
    name: 'SuppressWarnings',
    on: ['classes', 'interfaces', 'enums', 'methods', 'fields', 'properties', 'constructors'],
    parameters: ['value'],
  },
  testsetup: {
    name: 'TestSetup',
    on: ['methods'],
    isStatic: true,
    once: true,
    within: 'istest',
    without: ['istest', 'testmethod'],
  },
  testvisible: { name: 'TestVisible', on: ['classes', 'interfaces', 'enums', 'methods', 'fields', 'properties', 'constructors'] },
};

/** The keyword of old that means the annotation IsTest. */
export const TEST_METHOD: AnnotationRule = { name: 'testMethod', on: ['methods'], isStatic: true, within: 'istest' };
