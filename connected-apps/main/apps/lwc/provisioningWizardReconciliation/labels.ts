import appsGuardLabelCreates from '@salesforce/label/c.Apps_Guard_Label_Creates';
import appsGuardLabelFailures from '@salesforce/label/c.Apps_Guard_Label_Failures';
import appsGuardLabelPercent from '@salesforce/label/c.Apps_Guard_Label_Percent';
import appsGuardsText from '@salesforce/label/c.Apps_Guards_Text';
import appsGuardsTitle from '@salesforce/label/c.Apps_Guards_Title';
import appsReconFilter from '@salesforce/label/c.Apps_Recon_Filter';
import appsReconSchedule from '@salesforce/label/c.Apps_Recon_Schedule';
import appsScheduleDaily from '@salesforce/label/c.Apps_Schedule_Daily';
import appsScheduleNone from '@salesforce/label/c.Apps_Schedule_None';
import appsScheduleWeekly from '@salesforce/label/c.Apps_Schedule_Weekly';

export const labels = {
  appsGuardLabelCreates,
  appsGuardLabelFailures,
  appsGuardLabelPercent,
  appsGuardsText,
  appsGuardsTitle,
  appsReconFilter,
  appsReconSchedule,
  appsScheduleDaily,
  appsScheduleNone,
  appsScheduleWeekly,
};
