import settingsAdvanced from '@salesforce/label/c.Settings_Advanced';
import settingsAutomatic from '@salesforce/label/c.Settings_Automatic';
import settingsAutomaticHelp from '@salesforce/label/c.Settings_Automatic_Help';
import settingsLanguage from '@salesforce/label/c.Settings_Language';
import settingsLocale from '@salesforce/label/c.Settings_Locale';
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
  settingsNativeOff,
  settingsOrgDefault,
  settingsTimeZone,
  settingsUpdateOnChange,
  settingsWelcomeEmail,
};
