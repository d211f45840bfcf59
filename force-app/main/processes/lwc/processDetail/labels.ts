import BACK from '@salesforce/label/c.Process_Back';
import CANCEL from '@salesforce/label/c.Process_Cancel';
import CANCEL_QUESTION from '@salesforce/label/c.Process_Cancel_Question';
import CAUSES from '@salesforce/label/c.Process_Causes';
import GUARD from '@salesforce/label/c.Process_Guard';
import LOADING from '@salesforce/label/c.Console_Loading';
import PROGRESS from '@salesforce/label/c.Process_Progress';

export const label = {
  back: BACK,
  cancel: CANCEL,
  cancelQuestion: CANCEL_QUESTION,
  causes: CAUSES,
  guard: GUARD,
  loading: LOADING,
  progress: PROGRESS,
};
