import settingsNav from '@salesforce/label/c.Settings_Nav';
import settingsNavChanged from '@salesforce/label/c.Settings_Nav_Changed';
import settingsNavErrors from '@salesforce/label/c.Settings_Nav_Errors';
import settingsNavRecords from '@salesforce/label/c.Settings_Nav_Records';
import settingsNavSection from '@salesforce/label/c.Settings_Nav_Section';

export const labels = { settingsNav, settingsNavChanged, settingsNavErrors, settingsNavRecords, settingsNavSection };
