import appsGuardHelpCollected from '@salesforce/label/c.Apps_Guard_Help_Collected';
import appsGuardHelpCreates from '@salesforce/label/c.Apps_Guard_Help_Creates';
import appsGuardHelpDeactivations from '@salesforce/label/c.Apps_Guard_Help_Deactivations';
import appsGuardHelpFailures from '@salesforce/label/c.Apps_Guard_Help_Failures';
import appsGuardHelpPercent from '@salesforce/label/c.Apps_Guard_Help_Percent';
import appsGuardLabelCollected from '@salesforce/label/c.Apps_Guard_Label_Collected';
import appsGuardLabelCreates from '@salesforce/label/c.Apps_Guard_Label_Creates';
import appsGuardLabelDeactivations from '@salesforce/label/c.Apps_Guard_Label_Deactivations';
import appsGuardLabelFailures from '@salesforce/label/c.Apps_Guard_Label_Failures';
import appsGuardLabelPercent from '@salesforce/label/c.Apps_Guard_Label_Percent';
import appsGuardNow from '@salesforce/label/c.Apps_Guard_Now';
import appsGuardNowAllowed from '@salesforce/label/c.Apps_Guard_Now_Allowed';
import appsGuardNowCollected from '@salesforce/label/c.Apps_Guard_Now_Collected';
import appsGuardsText from '@salesforce/label/c.Apps_Guards_Text';
import appsGuardsTitle from '@salesforce/label/c.Apps_Guards_Title';
import appsReconFilter from '@salesforce/label/c.Apps_Recon_Filter';
import appsReconSchedule from '@salesforce/label/c.Apps_Recon_Schedule';
import appsScheduleDaily from '@salesforce/label/c.Apps_Schedule_Daily';
import appsScheduleNone from '@salesforce/label/c.Apps_Schedule_None';
import appsScheduleWeekly from '@salesforce/label/c.Apps_Schedule_Weekly';

export const labels = {
  appsGuardHelpCollected,
  appsGuardHelpCreates,
  appsGuardHelpDeactivations,
  appsGuardHelpFailures,
  appsGuardHelpPercent,
  appsGuardLabelCollected,
  appsGuardLabelCreates,
  appsGuardLabelDeactivations,
  appsGuardLabelFailures,
  appsGuardLabelPercent,
  appsGuardNow,
  appsGuardNowAllowed,
  appsGuardNowCollected,
  appsGuardsText,
  appsGuardsTitle,
  appsReconFilter,
  appsReconSchedule,
  appsScheduleDaily,
  appsScheduleNone,
  appsScheduleWeekly,
};
