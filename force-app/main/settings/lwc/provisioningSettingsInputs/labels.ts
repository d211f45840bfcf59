import provisioningFindingRange from '@salesforce/label/c.Provisioning_Finding_Range';
import settingsWas from '@salesforce/label/c.Settings_Was';

export const labels = { provisioningFindingRange, settingsWas };
