import outcomeCreated from '@salesforce/label/c.Outcome_Created';
import outcomeFailed from '@salesforce/label/c.Outcome_Failed';
import outcomeLinked from '@salesforce/label/c.Outcome_Linked';
import outcomeUpdated from '@salesforce/label/c.Outcome_Updated';
import processName from '@salesforce/label/c.Process_Name';
import processPeople from '@salesforce/label/c.Process_People';
import processProgress from '@salesforce/label/c.Process_Progress';
import processRequestedBy from '@salesforce/label/c.Process_Requested_By';
import processScope from '@salesforce/label/c.Process_Scope';
import processStarted from '@salesforce/label/c.Process_Started';
import processStartedBy from '@salesforce/label/c.Process_Started_By';
import processStatus from '@salesforce/label/c.Process_Status';
import processesEmptyHeading from '@salesforce/label/c.Processes_Empty_Heading';
import processesEmptyText from '@salesforce/label/c.Processes_Empty_Text';
import processesList from '@salesforce/label/c.Processes_List';
import runDryRun from '@salesforce/label/c.Run_Dry_Run';

export const labels = {
  outcomeCreated,
  outcomeFailed,
  outcomeLinked,
  outcomeUpdated,
  processName,
  processPeople,
  processProgress,
  processRequestedBy,
  processScope,
  processStarted,
  processStartedBy,
  processStatus,
  processesEmptyHeading,
  processesEmptyText,
  processesList,
  runDryRun,
};
