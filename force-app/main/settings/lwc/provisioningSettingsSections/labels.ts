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

export const labels = {
  settingsAutomation,
  settingsDates,
  settingsEmailEncoding,
  settingsEmployeeSource,
  settingsEmployeeStatus,
  settingsEndStatuses,
  settingsFindings,
  settingsGuards,
  settingsLeaverAction,
  settingsLeaverStatuses,
  settingsNamesTitle,
  settingsNotifications,
  settingsPermissionSet,
  settingsPersonRecordType,
  settingsProfile,
  settingsRetention,
  settingsRules,
  settingsSectionDefaults,
  settingsSectionHistory,
  settingsSectionLeavers,
  settingsSectionMapping,
  settingsSectionMatching,
  settingsTablesTitle,
  settingsUsernameSuffix,
};
