import settingsDates from '@salesforce/label/c.Settings_Dates';
import settingsDatesHelp from '@salesforce/label/c.Settings_Dates_Help';
import settingsEndStatuses from '@salesforce/label/c.Settings_End_Statuses';

export const labels = { settingsDates, settingsDatesHelp, settingsEndStatuses };
