import outcomeCreated from '@salesforce/label/c.Outcome_Created';
import outcomeFailed from '@salesforce/label/c.Outcome_Failed';
import outcomeLinked from '@salesforce/label/c.Outcome_Linked';
import outcomeSkipped from '@salesforce/label/c.Outcome_Skipped';
import processAlmostDone from '@salesforce/label/c.Process_Almost_Done';
import processPeople from '@salesforce/label/c.Process_People';
import processRate from '@salesforce/label/c.Process_Rate';
import processShowOutcome from '@salesforce/label/c.Process_Show_Outcome';
import processTimeLeft from '@salesforce/label/c.Process_Time_Left';

export const labels = {
  outcomeCreated,
  outcomeFailed,
  outcomeLinked,
  outcomeSkipped,
  processAlmostDone,
  processPeople,
  processRate,
  processShowOutcome,
  processTimeLeft,
};
