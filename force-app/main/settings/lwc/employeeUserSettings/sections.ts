import settingsAutomation from '@salesforce/label/c.Settings_Automation';
import settingsDates from '@salesforce/label/c.Settings_Dates';
import settingsEmailEncoding from '@salesforce/label/c.Settings_Email_Encoding';
import settingsEmployeeSource from '@salesforce/label/c.Settings_Employee_Source';
import settingsEmployeeStatus from '@salesforce/label/c.Settings_Employee_Status';
import settingsEndStatuses from '@salesforce/label/c.Settings_End_Statuses';
import settingsFindings from '@salesforce/label/c.Settings_Findings';
import settingsGuards from '@salesforce/label/c.Settings_Guards';
import settingsLeaverAction from '@salesforce/label/c.Settings_Leaver_Action';
import settingsLeaverStatuses from '@salesforce/label/c.Settings_Leaver_Statuses';
import settingsNamesTitle from '@salesforce/label/c.Settings_Names_Title';
import settingsNotifications from '@salesforce/label/c.Settings_Notifications';
import settingsPermissionSet from '@salesforce/label/c.Settings_Permission_Set';
import settingsPersonRecordType from '@salesforce/label/c.Settings_Person_Record_Type';
import settingsProfile from '@salesforce/label/c.Settings_Profile';
import settingsRetention from '@salesforce/label/c.Settings_Retention';
import settingsRules from '@salesforce/label/c.Settings_Rules';
import settingsSectionDefaults from '@salesforce/label/c.Settings_Section_Defaults';
import settingsSectionHistory from '@salesforce/label/c.Settings_Section_History';
import settingsSectionLeavers from '@salesforce/label/c.Settings_Section_Leavers';
import settingsSectionMapping from '@salesforce/label/c.Settings_Section_Mapping';
import settingsSectionMatching from '@salesforce/label/c.Settings_Section_Matching';
import settingsTablesTitle from '@salesforce/label/c.Settings_Tables_Title';
import settingsUsernameSuffix from '@salesforce/label/c.Settings_Username_Suffix';
import { settingNamed } from 'c/provisioningSettingsMerge';

export interface Section {
  readonly name: string;
  readonly label: string;
  readonly isRecord?: boolean;
}

/** The sections in the order of the page, as the address names them. */
export const SECTIONS: readonly Section[] = [
  { name: 'defaults', label: settingsSectionDefaults },
  { name: 'matching', label: settingsSectionMatching },
  { name: 'rules', label: settingsRules },
  { name: 'mapping', label: settingsSectionMapping },
  { name: 'names', label: settingsNamesTitle },
  { name: 'dates', label: settingsDates },
  { name: 'tables', label: settingsTablesTitle },
  { name: 'automation', label: settingsAutomation },
  { name: 'leavers', label: settingsSectionLeavers },
  { name: 'guards', label: settingsGuards },
  { name: 'notifications', label: settingsNotifications },
  { name: 'retention', label: settingsRetention },
  { name: 'history', label: settingsSectionHistory, isRecord: true },
];

/** Settings for which the page has an input of its own: where it stands, and what it is called there, where that is not the section's name. */
const OWN: Readonly<Record<string, readonly [string, string?]>> = {
  sourceName: ['defaults', settingsEmployeeSource],
  profileId: ['defaults', settingsProfile],
  emailEncoding: ['defaults', settingsEmailEncoding],
  employeeStatus: ['defaults', settingsEmployeeStatus],
  permissionSets: ['defaults', settingsPermissionSet],
  usernameSuffix: ['defaults', settingsUsernameSuffix],
  personRecordType: ['defaults', settingsPersonRecordType],
  matchingRules: ['matching'],
  assignmentRules: ['rules'],
  fieldMappings: ['mapping'],
  valueTables: ['tables'],
  endStatuses: ['dates', settingsEndStatuses],
  automaticProvisioning: ['automation'],
  nativeEngineOff: ['automation'],
  updateOnChange: ['automation'],
  welcomeEmail: ['automation'],
  leaverStatuses: ['leavers', settingsLeaverStatuses],
  leaverAction: ['leavers', settingsLeaverAction],
  deletedEmployees: ['leavers'],
  bringBack: ['leavers'],
  notificationRecipients: ['notifications'],
};
/** Where the inputs stand that the server lists. */
const OF_INPUTS: Readonly<Record<string, string>> = {
  NEW_USERS: 'defaults',
  NAMES: 'names',
  GUARDS: 'guards',
  LEAVERS: 'leavers',
  RETENTION: 'retention',
  DATES: 'dates',
  ASSIGNMENT: 'rules',
};

type Inputs = readonly Apex.ProvisioningSettingsInput[];

/** The section of a setting, or of a part of it such as `fieldMappings[0].steps[1].do`; undefined for what no section shows. */
export function sectionOf(field: string, inputs: Inputs): string | undefined {
  const setting = settingNamed(field.replace(/[.[].*$/, ''));
  return OWN[setting]?.[0] ?? OF_INPUTS[inputs.find(({ name }) => name === setting)?.section ?? ''];
}

/** What the page calls a setting, or a part of it. */
export function labelOf(field: string, inputs: Inputs): string {
  const setting = settingNamed(field.replace(/[.[].*$/, ''));
  const section = SECTIONS.find(({ name }) => name === sectionOf(field, inputs));
  return OWN[setting]?.[1] ?? inputs.find(({ name }) => name === setting)?.label ?? section?.label ?? settingsFindings;
}
