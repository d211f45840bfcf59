import provisioningFindingRange from '@salesforce/label/c.Provisioning_Finding_Range';
import provisioningFixRange from '@salesforce/label/c.Provisioning_Fix_Range';
import settingsAutomation from '@salesforce/label/c.Settings_Automation';
import settingsBarChoose from '@salesforce/label/c.Settings_Bar_Choose';
import settingsDates from '@salesforce/label/c.Settings_Dates';
import settingsEmailEncoding from '@salesforce/label/c.Settings_Email_Encoding';
import settingsEmployeeSource from '@salesforce/label/c.Settings_Employee_Source';
import settingsEmployeeStatus from '@salesforce/label/c.Settings_Employee_Status';
import settingsEndStatuses from '@salesforce/label/c.Settings_End_Statuses';
import settingsFindings from '@salesforce/label/c.Settings_Findings';
import settingsGuards from '@salesforce/label/c.Settings_Guards';
import settingsLeaverAction from '@salesforce/label/c.Settings_Leaver_Action';
import settingsLeaverStatuses from '@salesforce/label/c.Settings_Leaver_Statuses';
import settingsMergeEmpty from '@salesforce/label/c.Settings_Merge_Empty';
import settingsNamesTitle from '@salesforce/label/c.Settings_Names_Title';
import settingsNeverSaved from '@salesforce/label/c.Settings_Never_Saved';
import settingsNotifications from '@salesforce/label/c.Settings_Notifications';
import settingsPageTitle from '@salesforce/label/c.Settings_Page_Title';
import settingsPermissionSet from '@salesforce/label/c.Settings_Permission_Set';
import settingsPersonRecordType from '@salesforce/label/c.Settings_Person_Record_Type';
import settingsProfile from '@salesforce/label/c.Settings_Profile';
import settingsReadOnly from '@salesforce/label/c.Settings_Read_Only';
import settingsRetention from '@salesforce/label/c.Settings_Retention';
import settingsRules from '@salesforce/label/c.Settings_Rules';
import settingsSaved from '@salesforce/label/c.Settings_Saved';
import settingsSavedBy from '@salesforce/label/c.Settings_Saved_By';
import settingsSectionDefaults from '@salesforce/label/c.Settings_Section_Defaults';
import settingsSectionHistory from '@salesforce/label/c.Settings_Section_History';
import settingsSectionLeavers from '@salesforce/label/c.Settings_Section_Leavers';
import settingsSectionMapping from '@salesforce/label/c.Settings_Section_Mapping';
import settingsSectionMatching from '@salesforce/label/c.Settings_Section_Matching';
import settingsTablesTitle from '@salesforce/label/c.Settings_Tables_Title';
import settingsUsernameSuffix from '@salesforce/label/c.Settings_Username_Suffix';
import settingsVersion from '@salesforce/label/c.Settings_Version';

export const labels = {
  provisioningFindingRange,
  provisioningFixRange,
  settingsAutomation,
  settingsBarChoose,
  settingsDates,
  settingsEmailEncoding,
  settingsEmployeeSource,
  settingsEmployeeStatus,
  settingsEndStatuses,
  settingsFindings,
  settingsGuards,
  settingsLeaverAction,
  settingsLeaverStatuses,
  settingsMergeEmpty,
  settingsNamesTitle,
  settingsNeverSaved,
  settingsNotifications,
  settingsPageTitle,
  settingsPermissionSet,
  settingsPersonRecordType,
  settingsProfile,
  settingsReadOnly,
  settingsRetention,
  settingsRules,
  settingsSaved,
  settingsSavedBy,
  settingsSectionDefaults,
  settingsSectionHistory,
  settingsSectionLeavers,
  settingsSectionMapping,
  settingsSectionMatching,
  settingsTablesTitle,
  settingsUsernameSuffix,
  settingsVersion,
};
