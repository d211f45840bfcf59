import settingsAdvanced from '@salesforce/label/c.Settings_Advanced';
import settingsAutomatic from '@salesforce/label/c.Settings_Automatic';
import settingsAutomaticHelp from '@salesforce/label/c.Settings_Automatic_Help';
import settingsAutomation from '@salesforce/label/c.Settings_Automation';
import settingsNativeOff from '@salesforce/label/c.Settings_Native_Off';
import settingsUpdateOnChange from '@salesforce/label/c.Settings_Update_On_Change';
import settingsWelcomeEmail from '@salesforce/label/c.Settings_Welcome_Email';

export const labels = {
  settingsAdvanced,
  settingsAutomatic,
  settingsAutomaticHelp,
  settingsAutomation,
  settingsNativeOff,
  settingsUpdateOnChange,
  settingsWelcomeEmail,
};
