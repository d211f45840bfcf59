/** A user licence: what its holders may never have, whatever profile and permission sets say. */
export interface LicenseData {
  readonly name: string;
  readonly definitionKey: string;
  /** `User.UserType` of its holders. */
  readonly userType: string;
  /** Permissions that cannot be given to its holders, by profile or by permission set. */
  readonly forbidden: readonly string[];
  /** Standard objects its holders may use and the most they may do there; null for no such limit. */
  readonly objects: Readonly<Record<string, string>> | null;
  readonly customObjects: boolean;
}

/** Administrative permissions that only full licences carry (Salesforce Help, "Standard User Licenses"). */
const ADMINISTRATION = [
  'AuthorApex',
  'CustomizeApplication',
  'ManageUsers',
  'ManageInternalUsers',
  'ModifyAllData',
  'ViewAllData',
  'AssignPermissionSets',
  'ManageProfilesPermissionsets',
  'ManageRoles',
  'ManageSharing',
  'ModifyMetadata',
] as const;

const full = (name: string, definitionKey: string): LicenseData => ({
  name,
  definitionKey,
  userType: 'Standard',
  forbidden: [],
  objects: null,
  customObjects: true,
});

// Salesforce Help, "Standard User Licenses" and, for Unified Employee, platform.users_license_types_salesforce_unified_employee.htm.
export const LICENSES: readonly LicenseData[] = [
  full('Salesforce', 'SFDC'),
  {
    name: 'Salesforce Platform',
    definitionKey: 'AUL',
    userType: 'Standard',
    forbidden: ['ConvertLeads', 'ManageLeads', 'ManageCases'],
    objects: {
      Account: 'crud',
      Contact: 'crud',
      Task: 'crud',
      Employee2: 'crud',
      InternalOrganizationUnit: 'crud',
      Individual: 'crud',
      Employee: 'crud',
    },
    customObjects: true,
  },
  {
    name: 'Unified Employee',
    definitionKey: 'UNIFIED_EMPLOYEE',
    userType: 'Standard',
    // It permits ApiEnabled, forbids ChatterInternalUser, and has neither Lightning Experience nor custom objects.
    forbidden: ['ChatterInternalUser', 'LightningExperienceUser', 'ViewSetup', 'ManageCustomPermissions', ...ADMINISTRATION],
    objects: { Account: 'r', Contact: 'r', Case: 'cru', Employee2: 'ru' },
    customObjects: false,
  },
  {
    name: 'Customer Community Plus',
    definitionKey: 'PID_Customer_Community_Plus',
    userType: 'PowerCustomerSuccess',
    forbidden: ['ViewSetup', ...ADMINISTRATION],
    objects: { Account: 'cru', Contact: 'cru', Case: 'cru', Task: 'ru', Individual: 'r', Employee: 'ru', Employee2: 'ru' },
    customObjects: true,
  },
  {
    name: 'Chatter Free',
    definitionKey: 'CSN_User',
    userType: 'CsnOnly',
    forbidden: ['ViewSetup', 'ApiEnabled', ...ADMINISTRATION],
    objects: {},
    customObjects: false,
  },
  { ...full('Salesforce Integration', 'SFDC_INTEGRATION'), userType: 'Standard' },
  {
    name: 'Identity',
    definitionKey: 'IDENTITY_USER',
    userType: 'Standard',
    forbidden: ['ViewSetup', ...ADMINISTRATION],
    objects: {},
    customObjects: false,
  },
];

/** The licence of that name. A licence unknown here gives its holders no restriction. */
export function licenseData(name: string): LicenseData {
  return LICENSES.find((license) => license.name === name) ?? full(name, name.toUpperCase().replace(/[^A-Z0-9]+/g, '_'));
}
