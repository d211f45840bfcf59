import settingsAutomatic from '@salesforce/label/c.Settings_Automatic';
import settingsAutomaticHelp from '@salesforce/label/c.Settings_Automatic_Help';
import settingsAutomaticProposed from '@salesforce/label/c.Settings_Automatic_Proposed';
import settingsEmailEncoding from '@salesforce/label/c.Settings_Email_Encoding';
import settingsEmployeeSource from '@salesforce/label/c.Settings_Employee_Source';
import settingsEmployeeStatus from '@salesforce/label/c.Settings_Employee_Status';
import settingsEmployeeStatusHelp from '@salesforce/label/c.Settings_Employee_Status_Help';
import settingsErasePerson from '@salesforce/label/c.Settings_Erase_Person';
import settingsHelpEncoding from '@salesforce/label/c.Settings_Help_Encoding';
import settingsHelpProfile from '@salesforce/label/c.Settings_Help_Profile';
import settingsHelpSource from '@salesforce/label/c.Settings_Help_Source';
import settingsHelpSuffix from '@salesforce/label/c.Settings_Help_Suffix';
import settingsPermissionSet from '@salesforce/label/c.Settings_Permission_Set';
import settingsPermissionSetAvailable from '@salesforce/label/c.Settings_Permission_Set_Available';
import settingsPermissionSetHelp from '@salesforce/label/c.Settings_Permission_Set_Help';
import settingsPermissionSetSelected from '@salesforce/label/c.Settings_Permission_Set_Selected';
import settingsPersonRecordType from '@salesforce/label/c.Settings_Person_Record_Type';
import settingsPersonRecordTypeHelp from '@salesforce/label/c.Settings_Person_Record_Type_Help';
import settingsProfile from '@salesforce/label/c.Settings_Profile';
import settingsProfileLicense from '@salesforce/label/c.Settings_Profile_License';
import settingsUsernameExample from '@salesforce/label/c.Settings_Username_Example';
import settingsUsernameRule from '@salesforce/label/c.Settings_Username_Rule';
import settingsUsernameSuffix from '@salesforce/label/c.Settings_Username_Suffix';
import settingsWas from '@salesforce/label/c.Settings_Was';

export const labels = {
  settingsAutomatic,
  settingsAutomaticHelp,
  settingsAutomaticProposed,
  settingsEmailEncoding,
  settingsEmployeeSource,
  settingsEmployeeStatus,
  settingsEmployeeStatusHelp,
  settingsErasePerson,
  settingsHelpEncoding,
  settingsHelpProfile,
  settingsHelpSource,
  settingsHelpSuffix,
  settingsPermissionSet,
  settingsPermissionSetAvailable,
  settingsPermissionSetHelp,
  settingsPermissionSetSelected,
  settingsPersonRecordType,
  settingsPersonRecordTypeHelp,
  settingsProfile,
  settingsProfileLicense,
  settingsUsernameExample,
  settingsUsernameRule,
  settingsUsernameSuffix,
  settingsWas,
};
