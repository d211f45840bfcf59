import settingsAutomatic from '@salesforce/label/c.Settings_Automatic';
import settingsAutomaticHelp from '@salesforce/label/c.Settings_Automatic_Help';
import settingsAutomaticProposed from '@salesforce/label/c.Settings_Automatic_Proposed';
import settingsNativeOff from '@salesforce/label/c.Settings_Native_Off';
import settingsNativeOffHelp from '@salesforce/label/c.Settings_Native_Off_Help';
import settingsUpdateOnChange from '@salesforce/label/c.Settings_Update_On_Change';
import settingsUpdateOnChangeHelp from '@salesforce/label/c.Settings_Update_On_Change_Help';
import settingsWelcomeEmail from '@salesforce/label/c.Settings_Welcome_Email';
import settingsWelcomeEmailHelp from '@salesforce/label/c.Settings_Welcome_Email_Help';

export const labels = {
  settingsAutomatic,
  settingsAutomaticHelp,
  settingsAutomaticProposed,
  settingsNativeOff,
  settingsNativeOffHelp,
  settingsUpdateOnChange,
  settingsUpdateOnChangeHelp,
  settingsWelcomeEmail,
  settingsWelcomeEmailHelp,
};
