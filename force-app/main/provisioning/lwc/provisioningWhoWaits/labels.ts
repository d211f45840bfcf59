import runAlreadyRunning from '@salesforce/label/c.Run_Already_Running';
import runSilent from '@salesforce/label/c.Run_Silent';
import runSummary from '@salesforce/label/c.Run_Summary';
import runSummaryNone from '@salesforce/label/c.Run_Summary_None';
import runSummaryOne from '@salesforce/label/c.Run_Summary_One';
import runWaitsDecision from '@salesforce/label/c.Run_Waits_Decision';

export const labels = {
  runAlreadyRunning,
  runSilent,
  runSummary,
  runSummaryNone,
  runSummaryOne,
  runWaitsDecision,
};
