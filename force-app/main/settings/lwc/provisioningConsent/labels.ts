import settingsConfirmAdministrative from '@salesforce/label/c.Settings_Confirm_Administrative';

export const labels = {
  settingsConfirmAdministrative,
};
