import consoleCancel from '@salesforce/label/c.Console_Cancel';
import settingsRestore from '@salesforce/label/c.Settings_Restore';
import settingsRestoreExplanation from '@salesforce/label/c.Settings_Restore_Explanation';
import settingsRestoreTitle from '@salesforce/label/c.Settings_Restore_Title';

export const labels = {
  consoleCancel,
  settingsRestore,
  settingsRestoreExplanation,
  settingsRestoreTitle,
};
