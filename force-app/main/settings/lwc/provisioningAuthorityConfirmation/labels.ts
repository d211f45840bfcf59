import consoleCancel from '@salesforce/label/c.Console_Cancel';
import settingsTakeOver from '@salesforce/label/c.Settings_Take_Over';
import settingsTakeOverExplanation from '@salesforce/label/c.Settings_Take_Over_Explanation';

export const labels = {
  consoleCancel,
  settingsTakeOver,
  settingsTakeOverExplanation,
};
