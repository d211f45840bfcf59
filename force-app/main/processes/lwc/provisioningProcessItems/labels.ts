import ALL from '@salesforce/label/c.Items_All_Outcomes';
import CAUSE from '@salesforce/label/c.Items_Cause';
import CLEAR_CAUSE from '@salesforce/label/c.Items_Clear_Cause';
import EMPLOYEE from '@salesforce/label/c.Items_Employee';
import CREATED from '@salesforce/label/c.Outcome_Created';
import EMPTY_HEADING from '@salesforce/label/c.Items_Empty_Heading';
import EMPTY_TEXT from '@salesforce/label/c.Items_Empty_Text';
import EXPORT from '@salesforce/label/c.Items_Export';
import FAILED from '@salesforce/label/c.Outcome_Failed';
import LINKED from '@salesforce/label/c.Outcome_Linked';
import LOAD_MORE from '@salesforce/label/c.Console_Load_More';
import MESSAGE from '@salesforce/label/c.Items_Message';
import NAME from '@salesforce/label/c.Items_Name';
import OUTCOME from '@salesforce/label/c.Items_Outcome';
import RETRY_SELECTED from '@salesforce/label/c.Items_Retry_Selected';
import SELECTION from '@salesforce/label/c.Items_Selection';
import SKIPPED from '@salesforce/label/c.Outcome_Skipped';
import QUESTION from '@salesforce/label/c.Diagnosis_Title';
import TITLE from '@salesforce/label/c.Items_Title';
import TOO_MANY from '@salesforce/label/c.Items_Too_Many';
import UPDATED from '@salesforce/label/c.Outcome_Updated';

export const label = {
  cause: CAUSE,
  clearCause: CLEAR_CAUSE,
  employee: EMPLOYEE,
  export: EXPORT,
  emptyHeading: EMPTY_HEADING,
  emptyText: EMPTY_TEXT,
  loadMore: LOAD_MORE,
  message: MESSAGE,
  name: NAME,
  outcome: OUTCOME,
  question: QUESTION,
  retrySelected: RETRY_SELECTED,
  selection: SELECTION,
  title: TITLE,
  tooMany: TOO_MANY,
};

/** Outcomes that leave a row; who was created by a live run is known from the user. */
export const OUTCOMES = [
  { value: '', label: ALL },
  { value: 'Failed', label: FAILED },
  { value: 'Created', label: CREATED },
  { value: 'Linked', label: LINKED },
  { value: 'Updated', label: UPDATED },
  { value: 'Skipped', label: SKIPPED },
];
