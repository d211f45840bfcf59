import processEmailConfirmations from '@salesforce/label/c.Process_Email_Confirmations';
import processEnded from '@salesforce/label/c.Process_Ended';
import processMode from '@salesforce/label/c.Process_Mode';
import processRequestedBy from '@salesforce/label/c.Process_Requested_By';
import processRetryOf from '@salesforce/label/c.Process_Retry_Of';
import processRunsAs from '@salesforce/label/c.Process_Runs_As';
import processScope from '@salesforce/label/c.Process_Scope';
import processSettings from '@salesforce/label/c.Process_Settings';
import processStarted from '@salesforce/label/c.Process_Started';
import processStartedBy from '@salesforce/label/c.Process_Started_By';
import processUndoes from '@salesforce/label/c.Process_Undoes';

export const labels = {
  processEmailConfirmations,
  processEnded,
  processMode,
  processRequestedBy,
  processRetryOf,
  processRunsAs,
  processScope,
  processSettings,
  processStarted,
  processStartedBy,
  processUndoes,
};
