import settingsEffectsNone from '@salesforce/label/c.Settings_Effects_None';
import settingsHistoryAdded from '@salesforce/label/c.Settings_History_Added';
import settingsHistoryChanged from '@salesforce/label/c.Settings_History_Changed';
import settingsHistoryRemoved from '@salesforce/label/c.Settings_History_Removed';

export const labels = {
  settingsEffectsNone,
  settingsHistoryAdded,
  settingsHistoryChanged,
  settingsHistoryRemoved,
};
