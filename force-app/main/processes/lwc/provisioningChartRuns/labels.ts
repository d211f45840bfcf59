import outcomeCreated from '@salesforce/label/c.Outcome_Created';
import outcomeFailed from '@salesforce/label/c.Outcome_Failed';
import outcomeLinked from '@salesforce/label/c.Outcome_Linked';
import outcomeSkipped from '@salesforce/label/c.Outcome_Skipped';
import outcomeUpdated from '@salesforce/label/c.Outcome_Updated';
import overviewOutcomes from '@salesforce/label/c.Overview_Outcomes';
import overviewPeople from '@salesforce/label/c.Overview_People';
import overviewRun from '@salesforce/label/c.Overview_Run';
import overviewShare from '@salesforce/label/c.Overview_Share';

export const labels = {
  outcomeCreated,
  outcomeFailed,
  outcomeLinked,
  outcomeSkipped,
  outcomeUpdated,
  overviewOutcomes,
  overviewPeople,
  overviewRun,
  overviewShare,
};
