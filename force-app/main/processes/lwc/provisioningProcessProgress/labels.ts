import itemsOutcome from '@salesforce/label/c.Items_Outcome';
import itemsTitle from '@salesforce/label/c.Items_Title';
import outcomeCreated from '@salesforce/label/c.Outcome_Created';
import outcomeFailed from '@salesforce/label/c.Outcome_Failed';
import outcomeLinked from '@salesforce/label/c.Outcome_Linked';
import outcomeSkipped from '@salesforce/label/c.Outcome_Skipped';
import outcomeWouldCreate from '@salesforce/label/c.Outcome_Would_Create';
import outcomeWouldFail from '@salesforce/label/c.Outcome_Would_Fail';
import outcomeWouldLink from '@salesforce/label/c.Outcome_Would_Link';
import outcomeWouldSkip from '@salesforce/label/c.Outcome_Would_Skip';
import outcomeWouldUpdate from '@salesforce/label/c.Outcome_Would_Update';
import processAlmostDone from '@salesforce/label/c.Process_Almost_Done';
import processPeople from '@salesforce/label/c.Process_People';
import processPeopleWord from '@salesforce/label/c.Process_People_Word';
import processProgress from '@salesforce/label/c.Process_Progress';
import processRate from '@salesforce/label/c.Process_Rate';
import processShowOutcome from '@salesforce/label/c.Process_Show_Outcome';
import processTimeLeft from '@salesforce/label/c.Process_Time_Left';

export const labels = {
  itemsOutcome,
  itemsTitle,
  outcomeCreated,
  outcomeFailed,
  outcomeLinked,
  outcomeSkipped,
  outcomeWouldCreate,
  outcomeWouldFail,
  outcomeWouldLink,
  outcomeWouldSkip,
  outcomeWouldUpdate,
  processAlmostDone,
  processPeople,
  processPeopleWord,
  processProgress,
  processRate,
  processShowOutcome,
  processTimeLeft,
};
