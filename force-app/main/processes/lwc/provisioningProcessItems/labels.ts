import consoleLoadMore from '@salesforce/label/c.Console_Load_More';
import diagnosisAsk from '@salesforce/label/c.Diagnosis_Ask';
import diagnosisTitle from '@salesforce/label/c.Diagnosis_Title';
import itemsAllOutcomes from '@salesforce/label/c.Items_All_Outcomes';
import itemsBringBackSelected from '@salesforce/label/c.Items_Bring_Back_Selected';
import itemsCause from '@salesforce/label/c.Items_Cause';
import itemsClearCause from '@salesforce/label/c.Items_Clear_Cause';
import itemsEmployee from '@salesforce/label/c.Items_Employee';
import itemsEmptyHeading from '@salesforce/label/c.Items_Empty_Heading';
import itemsEmptyText from '@salesforce/label/c.Items_Empty_Text';
import itemsExport from '@salesforce/label/c.Items_Export';
import itemsMessage from '@salesforce/label/c.Items_Message';
import itemsName from '@salesforce/label/c.Items_Name';
import itemsOutcome from '@salesforce/label/c.Items_Outcome';
import itemsPlanned from '@salesforce/label/c.Items_Planned';
import itemsRetrySelected from '@salesforce/label/c.Items_Retry_Selected';
import itemsSelect from '@salesforce/label/c.Items_Select';
import itemsSelection from '@salesforce/label/c.Items_Selection';
import itemsSettled from '@salesforce/label/c.Items_Settled';
import itemsTitle from '@salesforce/label/c.Items_Title';
import itemsTooMany from '@salesforce/label/c.Items_Too_Many';
import itemsTriedFailed from '@salesforce/label/c.Items_Tried_Failed';
import outcomeCreated from '@salesforce/label/c.Outcome_Created';
import outcomeFailed from '@salesforce/label/c.Outcome_Failed';
import outcomeLinked from '@salesforce/label/c.Outcome_Linked';
import outcomeSkipped from '@salesforce/label/c.Outcome_Skipped';
import outcomeUpdated from '@salesforce/label/c.Outcome_Updated';

export const labels = {
  consoleLoadMore,
  diagnosisAsk,
  diagnosisTitle,
  itemsAllOutcomes,
  itemsBringBackSelected,
  itemsCause,
  itemsClearCause,
  itemsEmployee,
  itemsEmptyHeading,
  itemsEmptyText,
  itemsExport,
  itemsMessage,
  itemsName,
  itemsOutcome,
  itemsPlanned,
  itemsRetrySelected,
  itemsSelect,
  itemsSelection,
  itemsSettled,
  itemsTitle,
  itemsTooMany,
  itemsTriedFailed,
  outcomeCreated,
  outcomeFailed,
  outcomeLinked,
  outcomeSkipped,
  outcomeUpdated,
};
