import settingsMatching from '@salesforce/label/c.Settings_Matching';
import settingsMatchingHelp from '@salesforce/label/c.Settings_Matching_Help';
import settingsMatchingOwn from '@salesforce/label/c.Settings_Matching_Own';
import settingsMatchingOwnHelp from '@salesforce/label/c.Settings_Matching_Own_Help';
import settingsMoveHelp from '@salesforce/label/c.Settings_Move_Help';

export const labels = {
  settingsMatching,
  settingsMatchingHelp,
  settingsMatchingOwn,
  settingsMatchingOwnHelp,
  settingsMoveHelp,
};
