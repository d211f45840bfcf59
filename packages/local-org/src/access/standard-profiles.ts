import { USER_PERMISSIONS } from '../schema/standard/user-permissions';

/** A profile that every org with its licence has. Object rights as letters: create, read, update, delete, View all, Modify all. */
export interface StandardProfile {
  readonly name: string;
  readonly license: string;
  readonly permissions: readonly string[];
  readonly objects: Readonly<Record<string, string>>;
}

const SALES = {
  Account: 'crud',
  Contact: 'crud',
  Lead: 'crud',
  Opportunity: 'crud',
  Case: 'crud',
  Task: 'crud',
  Asset: 'crud',
  Contract: 'crud',
  Campaign: 'r',
  Product2: 'r',
  Pricebook2: 'r',
};
const EVERYDAY = [
  'ActivitiesAccess',
  'AllowUniversalSearch',
  'ChatterInternalUser',
  'EnableNotifications',
  'LightningExperienceUser',
  'RunFlow',
  'ViewHelpLink',
];
/** What Standard User has, and those that have more. */
const STANDARD = [
  ...EVERYDAY,
  'ApiEnabled',
  'ConvertLeads',
  'CreateCustomizeReports',
  'EditEvent',
  'EditTask',
  'EmailSingle',
  'ExportReport',
  'ImportPersonal',
  'MassInlineEdit',
  'RunReports',
  'SubmitMacrosAllowed',
  'ViewRoles',
  'ViewSetup',
  'ViewPublicReports',
  'ViewPublicDashboards',
];
/** Permissions that switch restrictions on, or belong to features no plain administrator has. */
const NOT_ADMIN = new Set<string>([
  'ApiUserOnly',
  'PreventClassicExperience',
  'TwoFactorApi',
  'HideReadByList',
  'PasswordNeverExpires',
  'TransactionSecurityExempt',
  'BulkApiHardDelete',
  'IdentityConnect',
  'EditReadonlyFields',
  'ViewUserPII',
]);

// Salesforce Help, "Standard Profiles"; for Unified Employee platform.users_license_types_salesforce_unified_employee.htm.
export const STANDARD_PROFILES: readonly StandardProfile[] = [
  {
    name: 'System Administrator',
    license: 'Salesforce',
    permissions: USER_PERMISSIONS.filter((name) => !NOT_ADMIN.has(name)),
    objects: {},
  },
  { name: 'Standard User', license: 'Salesforce', permissions: STANDARD, objects: SALES },
  {
    name: 'Marketing User',
    license: 'Salesforce',
    permissions: [...STANDARD, 'EditHtmlTemplates', 'EditPublicDocuments', 'EditPublicTemplates', 'ImportLeads'],
    objects: { ...SALES, Campaign: 'crud' },
  },
  {
    name: 'Contract Manager',
    license: 'Salesforce',
    permissions: [...STANDARD, 'ActivateContract'],
    objects: SALES,
  },
  { name: 'Solution Manager', license: 'Salesforce', permissions: [...STANDARD, 'ManageSolutions'], objects: SALES },
  {
    name: 'Read Only',
    license: 'Salesforce',
    permissions: [...EVERYDAY, 'ApiEnabled', 'ExportReport', 'RunReports', 'ViewSetup'],
    objects: { Account: 'r', Contact: 'r', Lead: 'r', Opportunity: 'r', Case: 'r', Task: 'r' },
  },
  { name: 'Minimum Access - Salesforce', license: 'Salesforce', permissions: EVERYDAY, objects: {} },
  {
    name: 'Standard Platform User',
    license: 'Salesforce Platform',
    permissions: [...EVERYDAY, 'ApiEnabled', 'EditTask', 'ExportReport', 'RunReports', 'ViewSetup'],
    objects: { Account: 'crud', Contact: 'crud', Task: 'crud' },
  },
  {
    name: 'Unified Employee',
    license: 'Unified Employee',
    permissions: ['ApiEnabled', 'RunFlow'],
    objects: { Account: 'r', Contact: 'r', Case: 'cru', Employee2: 'ru' },
  },
  {
    name: 'Customer Community Plus User',
    license: 'Customer Community Plus',
    permissions: ['ApiEnabled', 'RunFlow'],
    objects: { Account: 'r', Contact: 'r', Case: 'cr' },
  },
  { name: 'Chatter Free User', license: 'Chatter Free', permissions: ['ChatterInternalUser'], objects: {} },
  {
    name: 'Minimum Access - API Only Integrations',
    license: 'Salesforce Integration',
    permissions: ['ApiEnabled', 'ApiUserOnly'],
    objects: {},
  },
  { name: 'Identity User', license: 'Identity', permissions: ['IdentityEnabled'], objects: {} },
];

/** Names that an org set up in German has for them, from memory [org 17]. */
export const GERMAN_PROFILES: Readonly<Record<string, string>> = {
  'System Administrator': 'Systemadministrator',
  'Standard User': 'Standardbenutzer',
  'Marketing User': 'Marketingbenutzer',
  'Contract Manager': 'Vertragsmanager',
  'Solution Manager': 'Lösungsmanager',
  'Read Only': 'Schreibgeschützt',
  'Minimum Access - Salesforce': 'Mindestzugriff - Salesforce',
  'Standard Platform User': 'Standardplattformbenutzer',
  'Unified Employee': 'Vereinheitlichter Mitarbeiter',
  'Customer Community Plus User': 'Customer Community Plus-Benutzer',
  'Chatter Free User': 'Chatter Free-Benutzer',
  'Minimum Access - API Only Integrations': 'Mindestzugriff - Nur API-Integrationen',
  'Identity User': 'Identitätsbenutzer',
};

/** A permission set that comes with a licence. */
export interface StandardPermissionSet {
  readonly name: string;
  readonly label: string;
  readonly license: string;
  readonly permissions: readonly string[];
  readonly objects: Readonly<Record<string, string>>;
}

// Name and label: the prerequisites that forcedotcom/sf-skills checks before it creates a Unified Employee user.
export const STANDARD_PERMISSION_SETS: readonly StandardPermissionSet[] = [
  {
    name: 'Employee_Hub_Unified_Employee_User',
    label: 'Employee Hub Unified Employee User',
    license: 'Unified Employee',
    permissions: [],
    objects: { Account: 'r', Contact: 'r', Case: 'cru', Employee2: 'ru' },
  },
];
