import settingsTakeOver from '@salesforce/label/c.Settings_Take_Over';
import settingsTakenOver from '@salesforce/label/c.Settings_Taken_Over';

export const labels = {
  settingsTakeOver,
  settingsTakenOver,
};
