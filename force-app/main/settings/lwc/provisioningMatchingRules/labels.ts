import settingsMatching from '@salesforce/label/c.Settings_Matching';
import settingsMatchingDown from '@salesforce/label/c.Settings_Matching_Down';
import settingsMatchingHelp from '@salesforce/label/c.Settings_Matching_Help';
import settingsMatchingPlace from '@salesforce/label/c.Settings_Matching_Place';
import settingsMatchingUp from '@salesforce/label/c.Settings_Matching_Up';

export const labels = {
  settingsMatching,
  settingsMatchingDown,
  settingsMatchingHelp,
  settingsMatchingPlace,
  settingsMatchingUp,
};
