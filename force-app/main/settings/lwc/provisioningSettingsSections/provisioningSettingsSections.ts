import { settingNamed } from 'c/provisioningSettingsMerge';
import { labels } from './labels';

export interface Section {
  readonly name: string;
  readonly label: string;
  readonly isRecord?: boolean;
}

/** The sections in the order of the page, as the address names them. */
export const SECTIONS: readonly Section[] = [
  { name: 'defaults', label: labels.settingsSectionDefaults },
  { name: 'matching', label: labels.settingsSectionMatching },
  { name: 'rules', label: labels.settingsRules },
  { name: 'mapping', label: labels.settingsSectionMapping },
  { name: 'names', label: labels.settingsNamesTitle },
  { name: 'dates', label: labels.settingsDates },
  { name: 'tables', label: labels.settingsTablesTitle },
  { name: 'automation', label: labels.settingsAutomation },
  { name: 'leavers', label: labels.settingsSectionLeavers },
  { name: 'guards', label: labels.settingsGuards },
  { name: 'notifications', label: labels.settingsNotifications },
  { name: 'retention', label: labels.settingsRetention },
  { name: 'history', label: labels.settingsSectionHistory, isRecord: true },
];

/** Settings for which the page has an input of its own: where it stands, and what it is called there, where that is not the section's name. */
const OWN: Readonly<Record<string, readonly [string, string?]>> = {
  sourceName: ['defaults', labels.settingsEmployeeSource],
  profileId: ['defaults', labels.settingsProfile],
  emailEncoding: ['defaults', labels.settingsEmailEncoding],
  employeeStatus: ['defaults', labels.settingsEmployeeStatus],
  permissionSets: ['defaults', labels.settingsPermissionSet],
  usernameSuffix: ['defaults', labels.settingsUsernameSuffix],
  personRecordType: ['defaults', labels.settingsPersonRecordType],
  matchingRules: ['matching'],
  assignmentRules: ['rules'],
  fieldMappings: ['mapping'],
  valueTables: ['tables'],
  endStatuses: ['dates', labels.settingsEndStatuses],
  automaticProvisioning: ['automation'],
  nativeEngineOff: ['automation'],
  updateOnChange: ['automation'],
  welcomeEmail: ['automation'],
  leaverStatuses: ['leavers', labels.settingsLeaverStatuses],
  leaverAction: ['leavers', labels.settingsLeaverAction],
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
  return OWN[setting]?.[1] ?? inputs.find(({ name }) => name === setting)?.label ?? section?.label ?? labels.settingsFindings;
}
