import settingsHistoryActive from '@salesforce/label/c.Settings_History_Active';
import settingsHistoryAdded from '@salesforce/label/c.Settings_History_Added';
import settingsHistoryChanged from '@salesforce/label/c.Settings_History_Changed';
import settingsHistoryEmpty from '@salesforce/label/c.Settings_History_Empty';
import settingsHistoryRemoved from '@salesforce/label/c.Settings_History_Removed';
import settingsHistoryRuns from '@salesforce/label/c.Settings_History_Runs';
import settingsHistoryUnused from '@salesforce/label/c.Settings_History_Unused';
import settingsRestore from '@salesforce/label/c.Settings_Restore';
import settingsRestoreTitle from '@salesforce/label/c.Settings_Restore_Title';
import settingsVersion from '@salesforce/label/c.Settings_Version';

export const labels = {
  settingsHistoryActive,
  settingsHistoryAdded,
  settingsHistoryChanged,
  settingsHistoryEmpty,
  settingsHistoryRemoved,
  settingsHistoryRuns,
  settingsHistoryUnused,
  settingsRestore,
  settingsRestoreTitle,
  settingsVersion,
};
