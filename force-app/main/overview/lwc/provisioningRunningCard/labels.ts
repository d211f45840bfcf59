import overviewDone from '@salesforce/label/c.Overview_Done';
import overviewNext from '@salesforce/label/c.Overview_Next';
import overviewNightly from '@salesforce/label/c.Overview_Nightly';
import overviewNightlyWhen from '@salesforce/label/c.Overview_Nightly_When';
import overviewOutcomes from '@salesforce/label/c.Overview_Outcomes';
import overviewRunningNone from '@salesforce/label/c.Overview_Running_None';
import processAlmostDone from '@salesforce/label/c.Process_Almost_Done';
import processTimeLeft from '@salesforce/label/c.Process_Time_Left';

export const labels = {
  overviewDone,
  overviewNext,
  overviewNightly,
  overviewNightlyWhen,
  overviewOutcomes,
  overviewRunningNone,
  processAlmostDone,
  processTimeLeft,
};
