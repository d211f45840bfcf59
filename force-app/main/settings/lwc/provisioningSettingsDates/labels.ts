import settingsDatesHelp from '@salesforce/label/c.Settings_Dates_Help';
import settingsEndStatuses from '@salesforce/label/c.Settings_End_Statuses';
import settingsHelpEndStatuses from '@salesforce/label/c.Settings_Help_End_Statuses';

export const labels = {
  settingsDatesHelp,
  settingsEndStatuses,
  settingsHelpEndStatuses,
};
