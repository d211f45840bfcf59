import appsAccountsLinked from '@salesforce/label/c.Apps_Accounts_Linked';
import appsProcessesAccounts from '@salesforce/label/c.Apps_Processes_Accounts';
import appsProcessesCreated from '@salesforce/label/c.Apps_Processes_Created';
import appsProcessesEmptyHeading from '@salesforce/label/c.Apps_Processes_Empty_Heading';
import appsProcessesEmptyText from '@salesforce/label/c.Apps_Processes_Empty_Text';
import appsProcessesNoPage from '@salesforce/label/c.Apps_Processes_NoPage';
import appsProcessesSkipped from '@salesforce/label/c.Apps_Processes_Skipped';
import appsProcessesTitle from '@salesforce/label/c.Apps_Processes_Title';
import appsProcessesUpdated from '@salesforce/label/c.Apps_Processes_Updated';
import appsRequestsFailed from '@salesforce/label/c.Apps_Requests_Failed';
import processName from '@salesforce/label/c.Process_Name';
import processPeople from '@salesforce/label/c.Process_People';
import processProgress from '@salesforce/label/c.Process_Progress';
import processScope from '@salesforce/label/c.Process_Scope';
import processStarted from '@salesforce/label/c.Process_Started';
import processStartedBy from '@salesforce/label/c.Process_Started_By';
import processStatus from '@salesforce/label/c.Process_Status';

export const labels = {
  appsAccountsLinked,
  appsProcessesAccounts,
  appsProcessesCreated,
  appsProcessesEmptyHeading,
  appsProcessesEmptyText,
  appsProcessesNoPage,
  appsProcessesSkipped,
  appsProcessesTitle,
  appsProcessesUpdated,
  appsRequestsFailed,
  processName,
  processPeople,
  processProgress,
  processScope,
  processStarted,
  processStartedBy,
  processStatus,
};
