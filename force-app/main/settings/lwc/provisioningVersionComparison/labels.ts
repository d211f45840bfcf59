import settingsCompare from '@salesforce/label/c.Settings_Compare';
import settingsCompareVersion from '@salesforce/label/c.Settings_Compare_Version';
import settingsCompareWith from '@salesforce/label/c.Settings_Compare_With';
import settingsHistoryActive from '@salesforce/label/c.Settings_History_Active';
import settingsVersion from '@salesforce/label/c.Settings_Version';

export const labels = {
  settingsCompare,
  settingsCompareVersion,
  settingsCompareWith,
  settingsHistoryActive,
  settingsVersion,
};
