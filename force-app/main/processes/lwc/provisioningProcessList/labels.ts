import CREATED from '@salesforce/label/c.Outcome_Created';
import DRY_RUN from '@salesforce/label/c.Run_Dry_Run';
import EMPTY_HEADING from '@salesforce/label/c.Processes_Empty_Heading';
import EMPTY_TEXT from '@salesforce/label/c.Processes_Empty_Text';
import FAILED from '@salesforce/label/c.Outcome_Failed';
import LINKED from '@salesforce/label/c.Outcome_Linked';
import LIST from '@salesforce/label/c.Processes_List';
import NAME from '@salesforce/label/c.Process_Name';
import PEOPLE from '@salesforce/label/c.Process_People';
import PROGRESS from '@salesforce/label/c.Process_Progress';
import REQUESTED_BY from '@salesforce/label/c.Process_Requested_By';
import SCOPE from '@salesforce/label/c.Process_Scope';
import STARTED from '@salesforce/label/c.Process_Started';
import STARTED_BY from '@salesforce/label/c.Process_Started_By';
import STATUS from '@salesforce/label/c.Process_Status';

export const label = {
  created: CREATED,
  dryRun: DRY_RUN,
  emptyHeading: EMPTY_HEADING,
  emptyText: EMPTY_TEXT,
  failed: FAILED,
  linked: LINKED,
  list: LIST,
  name: NAME,
  people: PEOPLE,
  progress: PROGRESS,
  requestedBy: REQUESTED_BY,
  scope: SCOPE,
  started: STARTED,
  startedBy: STARTED_BY,
  status: STATUS,
};
