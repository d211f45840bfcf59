import CAUSE from '@salesforce/label/c.Items_Cause';
import EMPTY_HEADING from '@salesforce/label/c.Diagnosis_Empty_Heading';
import EMPTY_TEXT from '@salesforce/label/c.Diagnosis_Empty_Text';
import HOW_TO_FIX from '@salesforce/label/c.Diagnosis_How_To_Fix';
import MATCHES from '@salesforce/label/c.Diagnosis_Matches';
import MESSAGE from '@salesforce/label/c.Items_Message';
import OBSTACLES from '@salesforce/label/c.Diagnosis_Obstacles';
import OF from '@salesforce/label/c.Diagnosis_Of';
import OUTCOME from '@salesforce/label/c.Items_Outcome';
import PROCESS from '@salesforce/label/c.Diagnosis_Process';
import RULE from '@salesforce/label/c.Diagnosis_Rule';
import RUNS from '@salesforce/label/c.Diagnosis_Runs';
import USER from '@salesforce/label/c.Diagnosis_User';
import USERS from '@salesforce/label/c.Diagnosis_Users';
import VERDICT from '@salesforce/label/c.Diagnosis_Verdict';

export const label = {
  cause: CAUSE,
  emptyHeading: EMPTY_HEADING,
  emptyText: EMPTY_TEXT,
  howToFix: HOW_TO_FIX,
  matches: MATCHES,
  message: MESSAGE,
  obstacles: OBSTACLES,
  of: OF,
  outcome: OUTCOME,
  process: PROCESS,
  rule: RULE,
  runs: RUNS,
  user: USER,
  users: USERS,
  verdict: VERDICT,
};
