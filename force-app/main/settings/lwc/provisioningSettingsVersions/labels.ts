import settingsRestore from '@salesforce/label/c.Settings_Restore';
import settingsRestored from '@salesforce/label/c.Settings_Restored';

export const labels = {
  settingsRestore,
  settingsRestored,
};
