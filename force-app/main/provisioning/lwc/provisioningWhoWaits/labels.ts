import runSummary from '@salesforce/label/c.Run_Summary';
import runSummaryNone from '@salesforce/label/c.Run_Summary_None';
import runSummaryOne from '@salesforce/label/c.Run_Summary_One';

export const labels = {
  runSummary,
  runSummaryNone,
  runSummaryOne,
};
