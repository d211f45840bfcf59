import settingsGuardCounting from '@salesforce/label/c.Settings_Guard_Counting';
import settingsGuardLimit from '@salesforce/label/c.Settings_Guard_Limit';
import settingsGuardsHelp from '@salesforce/label/c.Settings_Guards_Help';
import settingsOffOf from '@salesforce/label/c.Settings_Off_Of';

export const labels = {
  settingsGuardCounting,
  settingsGuardLimit,
  settingsGuardsHelp,
  settingsOffOf,
};
