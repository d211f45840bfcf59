import settingsAdvanced from '@salesforce/label/c.Settings_Advanced';
import settingsAutomatic from '@salesforce/label/c.Settings_Automatic';
import settingsAutomaticHelp from '@salesforce/label/c.Settings_Automatic_Help';
import settingsLanguage from '@salesforce/label/c.Settings_Language';
import settingsLocale from '@salesforce/label/c.Settings_Locale';
import settingsMatchEmail from '@salesforce/label/c.Settings_Match_Email';
import settingsMatchEmployeeNumber from '@salesforce/label/c.Settings_Match_Employee_Number';
import settingsMatchFederationId from '@salesforce/label/c.Settings_Match_Federation_Id';
import settingsMatchUsername from '@salesforce/label/c.Settings_Match_Username';
import settingsMatching from '@salesforce/label/c.Settings_Matching';
import settingsMatchingHelp from '@salesforce/label/c.Settings_Matching_Help';
import settingsNativeOff from '@salesforce/label/c.Settings_Native_Off';
import settingsOrgDefault from '@salesforce/label/c.Settings_Org_Default';
import settingsTimeZone from '@salesforce/label/c.Settings_Time_Zone';
import settingsUpdateOnChange from '@salesforce/label/c.Settings_Update_On_Change';
import settingsWelcomeEmail from '@salesforce/label/c.Settings_Welcome_Email';

export const labels = {
  settingsAdvanced,
  settingsAutomatic,
  settingsAutomaticHelp,
  settingsLanguage,
  settingsLocale,
  settingsMatchEmail,
  settingsMatchEmployeeNumber,
  settingsMatchFederationId,
  settingsMatchUsername,
  settingsMatching,
  settingsMatchingHelp,
  settingsNativeOff,
  settingsOrgDefault,
  settingsTimeZone,
  settingsUpdateOnChange,
  settingsWelcomeEmail,
};
