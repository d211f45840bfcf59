import diagnosisAsk from '@salesforce/label/c.Diagnosis_Ask';
import diagnosisTitle from '@salesforce/label/c.Diagnosis_Title';
import itemsAllOutcomes from '@salesforce/label/c.Items_All_Outcomes';
import itemsAnyCause from '@salesforce/label/c.Items_Any_Cause';
import itemsAttempt from '@salesforce/label/c.Items_Attempt';
import itemsBringBackSelected from '@salesforce/label/c.Items_Bring_Back_Selected';
import itemsCause from '@salesforce/label/c.Items_Cause';
import itemsCreatedElsewhere from '@salesforce/label/c.Items_Created_Elsewhere';
import itemsEmployee from '@salesforce/label/c.Items_Employee';
import itemsEmptyHeading from '@salesforce/label/c.Items_Empty_Heading';
import itemsEmptyText from '@salesforce/label/c.Items_Empty_Text';
import itemsExported from '@salesforce/label/c.Items_Exported';
import itemsMessage from '@salesforce/label/c.Items_Message';
import itemsOutcome from '@salesforce/label/c.Items_Outcome';
import itemsRetry from '@salesforce/label/c.Items_Retry';
import itemsSettled from '@salesforce/label/c.Items_Settled';
import itemsTitle from '@salesforce/label/c.Items_Title';
import itemsTriedFailed from '@salesforce/label/c.Items_Tried_Failed';
import itemsUser from '@salesforce/label/c.Items_User';
import outcomeCreated from '@salesforce/label/c.Outcome_Created';
import outcomeFailed from '@salesforce/label/c.Outcome_Failed';
import outcomeLinked from '@salesforce/label/c.Outcome_Linked';
import outcomeSkipped from '@salesforce/label/c.Outcome_Skipped';
import outcomeUpdated from '@salesforce/label/c.Outcome_Updated';
import outcomeWouldCreate from '@salesforce/label/c.Outcome_Would_Create';
import outcomeWouldFail from '@salesforce/label/c.Outcome_Would_Fail';
import outcomeWouldLink from '@salesforce/label/c.Outcome_Would_Link';
import outcomeWouldSkip from '@salesforce/label/c.Outcome_Would_Skip';
import outcomeWouldUpdate from '@salesforce/label/c.Outcome_Would_Update';

export const labels = {
  diagnosisAsk,
  diagnosisTitle,
  itemsAllOutcomes,
  itemsAnyCause,
  itemsAttempt,
  itemsBringBackSelected,
  itemsCause,
  itemsCreatedElsewhere,
  itemsEmployee,
  itemsEmptyHeading,
  itemsEmptyText,
  itemsExported,
  itemsMessage,
  itemsOutcome,
  itemsRetry,
  itemsSettled,
  itemsTitle,
  itemsTriedFailed,
  itemsUser,
  outcomeCreated,
  outcomeFailed,
  outcomeLinked,
  outcomeSkipped,
  outcomeUpdated,
  outcomeWouldCreate,
  outcomeWouldFail,
  outcomeWouldLink,
  outcomeWouldSkip,
  outcomeWouldUpdate,
};
