import settingsDryRunRetention from '@salesforce/label/c.Settings_Dry_Run_Retention';
import settingsFailureFloor from '@salesforce/label/c.Settings_Failure_Floor';
import settingsFailureRate from '@salesforce/label/c.Settings_Failure_Rate';
import settingsGuards from '@salesforce/label/c.Settings_Guards';
import settingsGuardsHelp from '@salesforce/label/c.Settings_Guards_Help';
import settingsGuardsTitle from '@salesforce/label/c.Settings_Guards_Title';
import settingsLeaverAction from '@salesforce/label/c.Settings_Leaver_Action';
import settingsLeaverDeactivate from '@salesforce/label/c.Settings_Leaver_Deactivate';
import settingsLeaverFreeze from '@salesforce/label/c.Settings_Leaver_Freeze';
import settingsLeaverNothing from '@salesforce/label/c.Settings_Leaver_Nothing';
import settingsLeaverStatuses from '@salesforce/label/c.Settings_Leaver_Statuses';
import settingsLeavers from '@salesforce/label/c.Settings_Leavers';
import settingsMaximumChanges from '@salesforce/label/c.Settings_Maximum_Changes';
import settingsMaximumCreates from '@salesforce/label/c.Settings_Maximum_Creates';
import settingsMaximumLockouts from '@salesforce/label/c.Settings_Maximum_Lockouts';
import settingsMinimumPopulation from '@salesforce/label/c.Settings_Minimum_Population';
import settingsRecipients from '@salesforce/label/c.Settings_Recipients';
import settingsRecipientsHelp from '@salesforce/label/c.Settings_Recipients_Help';
import settingsRecipientsTold from '@salesforce/label/c.Settings_Recipients_Told';
import settingsRetention from '@salesforce/label/c.Settings_Retention';
import settingsSeatReserve from '@salesforce/label/c.Settings_Seat_Reserve';

export const labels = {
  settingsDryRunRetention,
  settingsFailureFloor,
  settingsFailureRate,
  settingsGuards,
  settingsGuardsHelp,
  settingsGuardsTitle,
  settingsLeaverAction,
  settingsLeaverDeactivate,
  settingsLeaverFreeze,
  settingsLeaverNothing,
  settingsLeaverStatuses,
  settingsLeavers,
  settingsMaximumChanges,
  settingsMaximumCreates,
  settingsMaximumLockouts,
  settingsMinimumPopulation,
  settingsRecipients,
  settingsRecipientsHelp,
  settingsRecipientsTold,
  settingsRetention,
  settingsSeatReserve,
};
