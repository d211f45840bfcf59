import settingsBringBack from '@salesforce/label/c.Settings_Bring_Back';
import settingsBringBackAsk from '@salesforce/label/c.Settings_Bring_Back_Ask';
import settingsBringBackAutomatic from '@salesforce/label/c.Settings_Bring_Back_Automatic';
import settingsDeletedEmployees from '@salesforce/label/c.Settings_Deleted_Employees';
import settingsDeletedIgnore from '@salesforce/label/c.Settings_Deleted_Ignore';
import settingsDeletedLeavers from '@salesforce/label/c.Settings_Deleted_Leavers';
import settingsErasePerson from '@salesforce/label/c.Settings_Erase_Person';
import settingsGuards from '@salesforce/label/c.Settings_Guards';
import settingsGuardsHelp from '@salesforce/label/c.Settings_Guards_Help';
import settingsGuardsTitle from '@salesforce/label/c.Settings_Guards_Title';
import settingsLeaverAction from '@salesforce/label/c.Settings_Leaver_Action';
import settingsLeaverDeactivate from '@salesforce/label/c.Settings_Leaver_Deactivate';
import settingsLeaverFreeze from '@salesforce/label/c.Settings_Leaver_Freeze';
import settingsLeaverNothing from '@salesforce/label/c.Settings_Leaver_Nothing';
import settingsLeaverStatuses from '@salesforce/label/c.Settings_Leaver_Statuses';
import settingsLeavers from '@salesforce/label/c.Settings_Leavers';
import settingsNotifications from '@salesforce/label/c.Settings_Notifications';
import settingsRecipients from '@salesforce/label/c.Settings_Recipients';
import settingsRecipientsHelp from '@salesforce/label/c.Settings_Recipients_Help';
import settingsRecipientsTold from '@salesforce/label/c.Settings_Recipients_Told';
import settingsRetention from '@salesforce/label/c.Settings_Retention';

export const labels = {
  settingsBringBack,
  settingsBringBackAsk,
  settingsBringBackAutomatic,
  settingsDeletedEmployees,
  settingsDeletedIgnore,
  settingsDeletedLeavers,
  settingsErasePerson,
  settingsGuards,
  settingsGuardsHelp,
  settingsGuardsTitle,
  settingsLeaverAction,
  settingsLeaverDeactivate,
  settingsLeaverFreeze,
  settingsLeaverNothing,
  settingsLeaverStatuses,
  settingsLeavers,
  settingsNotifications,
  settingsRecipients,
  settingsRecipientsHelp,
  settingsRecipientsTold,
  settingsRetention,
};
