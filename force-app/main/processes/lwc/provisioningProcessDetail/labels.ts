import BACK from '@salesforce/label/c.Process_Back';
import CANCEL from '@salesforce/label/c.Process_Cancel';
import CANCEL_QUESTION from '@salesforce/label/c.Process_Cancel_Question';
import CAUSES from '@salesforce/label/c.Process_Causes';
import DRY_RUN from '@salesforce/label/c.Run_Dry_Run';
import GUARD from '@salesforce/label/c.Process_Guard';
import PROGRESS from '@salesforce/label/c.Process_Progress';
import RESUME from '@salesforce/label/c.Process_Resume';
import RESUME_QUESTION from '@salesforce/label/c.Process_Resume_Question';
import RETRY from '@salesforce/label/c.Process_Retry';
import RETRY_STARTED from '@salesforce/label/c.Process_Retry_Started';

export const label = {
  back: BACK,
  cancel: CANCEL,
  cancelQuestion: CANCEL_QUESTION,
  causes: CAUSES,
  dryRun: DRY_RUN,
  guard: GUARD,
  progress: PROGRESS,
  resume: RESUME,
  resumeQuestion: RESUME_QUESTION,
  retry: RETRY,
  retryStarted: RETRY_STARTED,
};
