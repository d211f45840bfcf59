/** What the platform would hold after a deployment of the project's package directories. Pure data; read by `readProject`. */
export interface OrgMetadata {
  readonly classes: readonly ApexSource[];
  readonly triggers: readonly ApexSource[];
  /** Object definitions and fields as parsed XML, merged over package directories, by API name. */
  readonly objects: ReadonlyMap<string, ObjectMetadata>;
  readonly permissionSets: readonly PermissionMetadata[];
  readonly permissionSetGroups: readonly { name: string; label: string; permissionSets: readonly string[] }[];
  readonly profiles: readonly PermissionMetadata[];
  readonly customPermissions: readonly { name: string; label: string; description: string }[];
  /** Custom notification types; `name` is their API name, `uniqueName` the `customNotifTypeName`. */
  readonly notificationTypes: readonly {
    name: string;
    uniqueName: string;
    label: string;
    description: string;
    desktop: boolean;
    mobile: boolean;
  }[];
  readonly roles: readonly RoleMetadata[];
  /** Public groups; `bosses`: access reaches users above the members. */
  readonly groups: readonly { name: string; path: string; label: string; bosses: boolean }[];
  readonly queues: readonly QueueMetadata[];
  /** Sharing rules by the API name of their object. */
  readonly sharingRules: ReadonlyMap<string, readonly SharingRule[]>;
  readonly connectedApps: readonly ConnectedAppMetadata[];
  readonly externalClientApps: readonly ExternalClientAppMetadata[];
  readonly userProvisioningConfigs: readonly UserProvisioningConfigMetadata[];
  /** How triggers on platform events run (PlatformEventSubscriberConfig). */
  readonly eventSubscribers: readonly EventSubscriber[];
  readonly namedCredentials: readonly NamedCredential[];
  readonly externalCredentials: readonly ExternalCredential[];
  readonly authProviders: readonly AuthProvider[];
  /** Addresses that Apex may call without a named credential. */
  readonly remoteSites: readonly { name: string; url: string; active: boolean }[];
  /** Custom metadata records by type API name (`EmployeeSource__mdt`). Values are strings, booleans or numbers as in the file. */
  readonly customMetadata: ReadonlyMap<string, readonly { developerName: string; label: string; values: ReadonlyMap<string, unknown> }[]>;
  /** Custom label texts by name. */
  readonly labels: ReadonlyMap<string, string>;
  /** Translated texts by language (`de`). */
  readonly translations: ReadonlyMap<string, Translation>;
  /** Entries of global value sets by name, as parsed XML (`fullName`, `label`, `default`, `isActive`). */
  readonly globalValueSets: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;
  /** Single-file static resources; a resource that is a folder is a finding. */
  readonly staticResources: readonly { name: string; contentType: string; cacheControl: string; description: string; body: Uint8Array }[];
  readonly lwcBundles: readonly { name: string; directory: string; exposed: boolean; targets: readonly string[]; masterLabel: string }[];
  readonly tabs: readonly { name: string; label: string; lwcComponent: string | null; sobject: boolean; icon: string | null }[];
  readonly applications: readonly { name: string; label: string; tabs: readonly string[]; description: string }[];
  readonly flexiPages: readonly { name: string; label: string; type: string; sobjectType: string | null; components: readonly string[] }[];
  /** Content hash over every file that was read. */
  readonly hash: string;
  /** Files that could not be understood: shown by `local-org check`, never skipped silently. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface RoleMetadata {
  readonly name: string;
  /** File that it came from. */
  readonly path: string;
  readonly label: string;
  /** Name of the role above it. */
  readonly parent: string | null;
  readonly description: string | null;
}

/** Who is in a queue, and the objects whose records it may own. */
export interface QueueMetadata {
  readonly name: string;
  /** File that it came from. */
  readonly path: string;
  readonly label: string;
  readonly email: string | null;
  readonly sendsEmail: boolean;
  readonly objects: readonly string[];
  readonly usernames: readonly string[];
  readonly groups: readonly SharingParty[];
}

/** Users of a sharing rule: the group that stands for them, by its type and developer name. */
export interface SharingParty {
  readonly type: string;
  readonly name: string;
}

/** Shares records of certain owners (`from`), or those that meet criteria. */
export interface SharingRule {
  readonly name: string;
  /** File that it came from. */
  readonly path: string;
  readonly level: 'Read' | 'Edit';
  readonly to: SharingParty;
  readonly from: SharingParty | null;
  readonly criteria: readonly { readonly field: string; readonly operation: string; readonly value: string | null }[];
  /** How the criteria go together, by their numbers; all of them when null. */
  readonly filter: string | null;
}

export interface ConnectedAppMetadata {
  readonly name: string;
  /** File that it came from. */
  readonly path: string;
  readonly label: string;
  readonly startUrl: string | null;
  readonly mobileStartUrl: string | null;
  /** Only who is granted access may use the app. */
  readonly adminApproved: boolean;
  readonly highAssurance: boolean;
  /** For how long a refresh token is good; null for ever. */
  readonly refreshToken: { readonly period: number | null; readonly fromLastUse: boolean };
  readonly profiles: readonly string[];
  readonly permissionSets: readonly string[];
}

export interface ExternalClientAppMetadata {
  readonly name: string;
  readonly label: string;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly description: string | null;
  readonly distributionState: string;
  readonly iconUrl: string | null;
  readonly infoUrl: string | null;
  readonly logoUrl: string | null;
  readonly orgScopedExternalApp: string | null;
}

export interface UserProvisioningConfigMetadata {
  readonly name: string;
  /** File that it came from. */
  readonly path: string;
  readonly label: string;
  /** Id of a connected app, or its name. */
  readonly connectedApp: string;
  /** Id of a named credential, or its name. */
  readonly namedCredential: string | null;
  readonly enabled: boolean;
  readonly enabledOperations: string | null;
  readonly approvalRequired: string | null;
  readonly onUpdateAttributes: string | null;
  readonly reconFilter: string | null;
  readonly notes: string | null;
  readonly userAccountMapping: string | null;
}

/** What a trigger on platform events runs as instead of Automated Process, and how many events it gets at a time. */
export interface EventSubscriber {
  readonly name: string;
  /** File that it came from. */
  readonly path: string;
  /** Name of the trigger. */
  readonly trigger: string;
  /** Null for Automated Process. */
  readonly username: string | null;
  readonly batchSize: number;
}

/** Where a callout goes, as `callout:Name/path` in Apex. */
export interface NamedCredential {
  readonly name: string;
  readonly label: string;
  readonly endpoint: string;
  readonly enabled: boolean;
  readonly mergeInBody: boolean;
  readonly mergeInHeader: boolean;
  /** Whether the platform adds the Authorization header. */
  readonly authorizes: boolean;
  /** Headers that every callout gets; values may have merge fields. */
  readonly headers: readonly NamedValue[];
  /** Null for a legacy one, which says itself how it signs in. */
  readonly externalCredential: string | null;
  readonly legacy: {
    readonly principalType: string;
    readonly protocol: string;
    readonly authProvider: string | null;
    readonly scope: string | null;
    readonly username: string | null;
  } | null;
}

/** How a callout signs in. Secrets are not part of metadata. */
export interface ExternalCredential {
  readonly name: string;
  readonly label: string;
  /** `Basic`, `Custom`, `Oauth`, `NoAuthentication` or one that the local org does not support. */
  readonly protocol: string;
  /** Of Oauth, for example `ClientCredentialsClientSecretBasic`. */
  readonly variant: string | null;
  readonly tokenUrl: string | null;
  readonly authProvider: string | null;
  /** Further status codes, besides 401, after which a token is renewed. */
  readonly refreshStatus: readonly number[];
  /** Headers of the protocol Custom. */
  readonly headers: readonly NamedValue[];
  readonly parameters: readonly NamedValue[];
  /** In the order in which they are tried. */
  readonly principals: readonly Principal[];
}

export interface Principal {
  readonly name: string;
  readonly type: 'NamedPrincipal' | 'PerUserPrincipal';
  readonly sequence: number;
}

export interface AuthProvider {
  readonly name: string;
  readonly tokenUrl: string | null;
  readonly scopes: string | null;
  readonly clientId: string | null;
  readonly secretInHeader: boolean;
}

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** Texts in one language by the name of their component. What has no translation is absent. */
export interface Translation {
  readonly labels: ReadonlyMap<string, string>;
  readonly tabs: ReadonlyMap<string, string>;
  readonly applications: ReadonlyMap<string, string>;
}

/** Custom labels in every language of the project. */
export interface LabelTexts {
  readonly labels: ReadonlyMap<string, string>;
  readonly translations: ReadonlyMap<string, Pick<Translation, 'labels'>>;
}

export interface ApexSource {
  readonly name: string;
  /** Path relative to the project root. */
  readonly path: string;
  readonly source: string;
  /** From the -meta.xml, for example 67. Decides the default access mode of the file. */
  readonly apiVersion: number;
}

/** Parts are parsed XML, each with `$path`, the file it came from; fields with `$translations`, their labels by language. */
export interface ObjectMetadata {
  readonly apiName: string;
  readonly definition: Readonly<Record<string, unknown>>;
  readonly fields: readonly Readonly<Record<string, unknown>>[];
  readonly validationRules: readonly Readonly<Record<string, unknown>>[];
  readonly recordTypes: readonly Readonly<Record<string, unknown>>[];
  readonly fieldSets: readonly Readonly<Record<string, unknown>>[];
  readonly sharingReasons: readonly Readonly<Record<string, unknown>>[];
}

/** A permission set or a profile. */
export interface PermissionMetadata {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Licence label, for example `Salesforce`; null for none. */
  readonly license: string | null;
  readonly objectPermissions: readonly {
    object: string;
    read: boolean;
    create: boolean;
    edit: boolean;
    delete: boolean;
    viewAll: boolean;
    viewAllFields: boolean;
    modifyAll: boolean;
  }[];
  readonly fieldPermissions: readonly { field: string; readable: boolean; editable: boolean }[];
  readonly userPermissions: readonly string[];
  readonly customPermissions: readonly string[];
  readonly classAccesses: readonly string[];
  /** Custom metadata types that may be read outside system mode. */
  readonly customMetadataTypeAccesses: readonly string[];
  /** Custom settings that may be read outside system mode. */
  readonly customSettingAccesses: readonly string[];
  /** Principals of external credentials, as `<credential>-<principal>`. */
  readonly principalAccesses: readonly string[];
  readonly tabSettings: readonly { tab: string; visibility: string }[];
}

/** One finding with its place. Lines and columns from 1. */
export interface Diagnostic {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** What kind of organization it is: what Apex sees of it and a deployment cannot choose. */
export interface OrganizationFacts {
  readonly isSandbox: boolean;
  /** Host of `URL.getOrgDomainUrl()`, for example `acme--uat.sandbox.my.salesforce.com`; null for the address that serves it. */
  readonly host: string | null;
  /** Language that the org was set up in, as in `Organization.LanguageLocaleKey`: of its users and of the names of its standard profiles. */
  readonly language: string;
}

/** `local-org.json` beside sfdx-project.json; every part has a default so that any SFDX project runs without the file. */
export interface ProjectFile {
  /** Name of the organization. */
  readonly name: string;
  readonly organization: OrganizationFacts;
  readonly features: readonly string[];
  readonly licenses: readonly { name: string; seats: number }[];
  /** Permission set licences by their label, which permission sets name in `license`. */
  readonly permissionSetLicenses: readonly { name: string; seats: number }[];
  readonly users: readonly { alias: string; username: string; profile: string; permissionSets: readonly string[]; persona: string }[];
  /** `under`: what a page stands under in the tree of Setup, the heading first. `permission`: the custom permission that it needs, or null. */
  readonly setupPages: readonly { path: string; label: string; component: string; under: readonly string[]; permission: string | null }[];
  /** Where the question mark leads: an address of the web, or a text file of the project. */
  readonly help: string;
  readonly seed: readonly string[];
  readonly scenarios: readonly Scenario[];
  /** Programs that run beside the org. */
  readonly services: readonly Service[];
  /** Hosts outside this machine that callouts may reach. */
  readonly calloutHosts: readonly string[];
}

/** What may happen in an org beyond its sample data: a module whose default export is given the org (`ScenarioOrg`). */
export interface Scenario {
  readonly name: string;
  /** Below the folder of the project. */
  readonly file: string;
  /** Days before now on which an org begins that is started with it, so that it can end today. */
  readonly daysBefore: number;
}

/** A program that starts and stops with the org; its command gets a port in PORT. */
export interface Service {
  readonly name: string;
  readonly command: readonly string[];
}
