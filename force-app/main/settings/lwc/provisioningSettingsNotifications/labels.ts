import settingsRecipients from '@salesforce/label/c.Settings_Recipients';
import settingsRecipientsHelp from '@salesforce/label/c.Settings_Recipients_Help';
import settingsRecipientsTold from '@salesforce/label/c.Settings_Recipients_Told';

export const labels = { settingsRecipients, settingsRecipientsHelp, settingsRecipientsTold };
