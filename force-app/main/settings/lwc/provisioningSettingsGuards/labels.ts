import DEACTIVATE from '@salesforce/label/c.Settings_Leaver_Deactivate';
import DRY_RUN_RETENTION from '@salesforce/label/c.Settings_Dry_Run_Retention';
import FAILURE_FLOOR from '@salesforce/label/c.Settings_Failure_Floor';
import FAILURE_RATE from '@salesforce/label/c.Settings_Failure_Rate';
import FREEZE from '@salesforce/label/c.Settings_Leaver_Freeze';
import GUARDS from '@salesforce/label/c.Settings_Guards';
import GUARDS_HELP from '@salesforce/label/c.Settings_Guards_Help';
import LEAVER_ACTION from '@salesforce/label/c.Settings_Leaver_Action';
import LEAVER_STATUSES from '@salesforce/label/c.Settings_Leaver_Statuses';
import LEAVERS from '@salesforce/label/c.Settings_Leavers';
import MAXIMUM_CHANGES from '@salesforce/label/c.Settings_Maximum_Changes';
import MAXIMUM_CREATES from '@salesforce/label/c.Settings_Maximum_Creates';
import MAXIMUM_LOCKOUTS from '@salesforce/label/c.Settings_Maximum_Lockouts';
import MINIMUM_POPULATION from '@salesforce/label/c.Settings_Minimum_Population';
import NOTHING from '@salesforce/label/c.Settings_Leaver_Nothing';
import RECIPIENTS from '@salesforce/label/c.Settings_Recipients';
import RECIPIENTS_HELP from '@salesforce/label/c.Settings_Recipients_Help';
import RECIPIENTS_TOLD from '@salesforce/label/c.Settings_Recipients_Told';
import RETENTION from '@salesforce/label/c.Settings_Retention';
import SEAT_RESERVE from '@salesforce/label/c.Settings_Seat_Reserve';
import TITLE from '@salesforce/label/c.Settings_Guards_Title';

export const label = {
  field: {
    seatReserve: SEAT_RESERVE,
    maximumCreates: MAXIMUM_CREATES,
    maximumChanges: MAXIMUM_CHANGES,
    maximumLockouts: MAXIMUM_LOCKOUTS,
    failureRatePercent: FAILURE_RATE,
    failureRateFloor: FAILURE_FLOOR,
    minimumPopulation: MINIMUM_POPULATION,
    retentionDays: RETENTION,
    dryRunRetentionDays: DRY_RUN_RETENTION,
  },
  guards: GUARDS,
  guardsHelp: GUARDS_HELP,
  leaverAction: LEAVER_ACTION,
  leaverDeactivate: DEACTIVATE,
  leaverFreeze: FREEZE,
  leaverNothing: NOTHING,
  leavers: LEAVERS,
  leaverStatuses: LEAVER_STATUSES,
  recipients: RECIPIENTS,
  recipientsHelp: RECIPIENTS_HELP,
  recipientsTold: RECIPIENTS_TOLD,
  title: TITLE,
};
