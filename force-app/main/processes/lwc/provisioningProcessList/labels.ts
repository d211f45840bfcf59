import consoleExport from '@salesforce/label/c.Console_Export';
import outcomeCreated from '@salesforce/label/c.Outcome_Created';
import outcomeFailed from '@salesforce/label/c.Outcome_Failed';
import outcomeLinked from '@salesforce/label/c.Outcome_Linked';
import outcomeUpdated from '@salesforce/label/c.Outcome_Updated';
import processName from '@salesforce/label/c.Process_Name';
import processPeople from '@salesforce/label/c.Process_People';
import processProgress from '@salesforce/label/c.Process_Progress';
import processResume from '@salesforce/label/c.Process_Resume';
import processRunForReal from '@salesforce/label/c.Process_Run_For_Real';
import processScope from '@salesforce/label/c.Process_Scope';
import processStarted from '@salesforce/label/c.Process_Started';
import processStartedBy from '@salesforce/label/c.Process_Started_By';
import processStatus from '@salesforce/label/c.Process_Status';
import processesEmptyHeading from '@salesforce/label/c.Processes_Empty_Heading';
import processesEmptyText from '@salesforce/label/c.Processes_Empty_Text';
import processesFinished from '@salesforce/label/c.Processes_Finished';
import processesNoneHeading from '@salesforce/label/c.Processes_None_Heading';
import processesNoneText from '@salesforce/label/c.Processes_None_Text';
import processesOpen from '@salesforce/label/c.Processes_Open';
import processesRetryFailed from '@salesforce/label/c.Processes_Retry_Failed';
import runDryRun from '@salesforce/label/c.Run_Dry_Run';

export const labels = {
  consoleExport,
  outcomeCreated,
  outcomeFailed,
  outcomeLinked,
  outcomeUpdated,
  processName,
  processPeople,
  processProgress,
  processResume,
  processRunForReal,
  processScope,
  processStarted,
  processStartedBy,
  processStatus,
  processesEmptyHeading,
  processesEmptyText,
  processesFinished,
  processesNoneHeading,
  processesNoneText,
  processesOpen,
  processesRetryFailed,
  runDryRun,
};
