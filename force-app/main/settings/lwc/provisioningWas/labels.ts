import settingsWas from '@salesforce/label/c.Settings_Was';

export const labels = {
  settingsWas,
};
