import ALL from '@salesforce/label/c.Items_All_Outcomes';
import CAUSE from '@salesforce/label/c.Items_Cause';
import CLEAR_CAUSE from '@salesforce/label/c.Items_Clear_Cause';
import EMPLOYEE from '@salesforce/label/c.Items_Employee';
import EMPTY_HEADING from '@salesforce/label/c.Items_Empty_Heading';
import EMPTY_TEXT from '@salesforce/label/c.Items_Empty_Text';
import FAILED from '@salesforce/label/c.Outcome_Failed';
import LINKED from '@salesforce/label/c.Outcome_Linked';
import LOADING from '@salesforce/label/c.Console_Loading';
import LOAD_MORE from '@salesforce/label/c.Console_Load_More';
import MESSAGE from '@salesforce/label/c.Items_Message';
import NAME from '@salesforce/label/c.Items_Name';
import OUTCOME from '@salesforce/label/c.Items_Outcome';
import SKIPPED from '@salesforce/label/c.Outcome_Skipped';
import QUESTION from '@salesforce/label/c.Diagnosis_Title';
import TITLE from '@salesforce/label/c.Items_Title';
import UPDATED from '@salesforce/label/c.Outcome_Updated';

export const label = {
  cause: CAUSE,
  clearCause: CLEAR_CAUSE,
  employee: EMPLOYEE,
  emptyHeading: EMPTY_HEADING,
  emptyText: EMPTY_TEXT,
  loadMore: LOAD_MORE,
  loading: LOADING,
  message: MESSAGE,
  name: NAME,
  outcome: OUTCOME,
  question: QUESTION,
  title: TITLE,
};

/** Outcomes that leave a row; who was created is known from the user. */
export const OUTCOMES = [
  { value: '', label: ALL },
  { value: 'Failed', label: FAILED },
  { value: 'Linked', label: LINKED },
  { value: 'Updated', label: UPDATED },
  { value: 'Skipped', label: SKIPPED },
];
