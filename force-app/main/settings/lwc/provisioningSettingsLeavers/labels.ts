import settingsBringBack from '@salesforce/label/c.Settings_Bring_Back';
import settingsBringBackAsk from '@salesforce/label/c.Settings_Bring_Back_Ask';
import settingsBringBackAutomatic from '@salesforce/label/c.Settings_Bring_Back_Automatic';
import settingsDeletedEmployees from '@salesforce/label/c.Settings_Deleted_Employees';
import settingsDeletedIgnore from '@salesforce/label/c.Settings_Deleted_Ignore';
import settingsDeletedLeavers from '@salesforce/label/c.Settings_Deleted_Leavers';
import settingsHelpBringBack from '@salesforce/label/c.Settings_Help_Bring_Back';
import settingsHelpDeleted from '@salesforce/label/c.Settings_Help_Deleted';
import settingsHelpLeaverAction from '@salesforce/label/c.Settings_Help_Leaver_Action';
import settingsHelpLeaverStatuses from '@salesforce/label/c.Settings_Help_Leaver_Statuses';
import settingsLeaverAction from '@salesforce/label/c.Settings_Leaver_Action';
import settingsLeaverDeactivate from '@salesforce/label/c.Settings_Leaver_Deactivate';
import settingsLeaverFreeze from '@salesforce/label/c.Settings_Leaver_Freeze';
import settingsLeaverNothing from '@salesforce/label/c.Settings_Leaver_Nothing';
import settingsLeaverStatuses from '@salesforce/label/c.Settings_Leaver_Statuses';

export const labels = {
  settingsBringBack,
  settingsBringBackAsk,
  settingsBringBackAutomatic,
  settingsDeletedEmployees,
  settingsDeletedIgnore,
  settingsDeletedLeavers,
  settingsHelpBringBack,
  settingsHelpDeleted,
  settingsHelpLeaverAction,
  settingsHelpLeaverStatuses,
  settingsLeaverAction,
  settingsLeaverDeactivate,
  settingsLeaverFreeze,
  settingsLeaverNothing,
  settingsLeaverStatuses,
};
