import consoleCancel from '@salesforce/label/c.Console_Cancel';
import consoleSave from '@salesforce/label/c.Console_Save';
import settingsEffects from '@salesforce/label/c.Settings_Effects';
import settingsFindings from '@salesforce/label/c.Settings_Findings';
import settingsHistory from '@salesforce/label/c.Settings_History';
import settingsNeverSaved from '@salesforce/label/c.Settings_Never_Saved';
import settingsNewUserDefaults from '@salesforce/label/c.Settings_New_User_Defaults';
import settingsPageTitle from '@salesforce/label/c.Settings_Page_Title';
import settingsReadOnly from '@salesforce/label/c.Settings_Read_Only';
import settingsSaved from '@salesforce/label/c.Settings_Saved';
import settingsSavedBy from '@salesforce/label/c.Settings_Saved_By';
import settingsVersion from '@salesforce/label/c.Settings_Version';

export const labels = {
  consoleCancel,
  consoleSave,
  settingsEffects,
  settingsFindings,
  settingsHistory,
  settingsNeverSaved,
  settingsNewUserDefaults,
  settingsPageTitle,
  settingsReadOnly,
  settingsSaved,
  settingsSavedBy,
  settingsVersion,
};
