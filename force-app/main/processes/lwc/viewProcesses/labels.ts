import itemsExported from '@salesforce/label/c.Items_Exported';
import overviewRunsNone from '@salesforce/label/c.Overview_Runs_None';
import overviewRunsText from '@salesforce/label/c.Overview_Runs_Text';
import processCancel from '@salesforce/label/c.Process_Cancel';
import processCancelQuestion from '@salesforce/label/c.Process_Cancel_Question';
import processRetryStarted from '@salesforce/label/c.Process_Retry_Started';
import processSettings from '@salesforce/label/c.Process_Settings';
import processStarted from '@salesforce/label/c.Process_Started';
import processScope from '@salesforce/label/c.Process_Scope';
import processStartedBy from '@salesforce/label/c.Process_Started_By';
import processStatus from '@salesforce/label/c.Process_Status';
import processesActive from '@salesforce/label/c.Processes_Active';
import processesAnyScope from '@salesforce/label/c.Processes_Any_Scope';
import processesAnySettings from '@salesforce/label/c.Processes_Any_Settings';
import processesAnyStatus from '@salesforce/label/c.Processes_Any_Status';
import processesAnyTime from '@salesforce/label/c.Processes_Any_Time';
import processesAnyTrigger from '@salesforce/label/c.Processes_Any_Trigger';
import processesFinished from '@salesforce/label/c.Processes_Finished';
import processesHistory from '@salesforce/label/c.Processes_History';
import processesLastDays from '@salesforce/label/c.Processes_Last_Days';
import processesPageTitle from '@salesforce/label/c.Processes_Page_Title';
import processesSubtitle from '@salesforce/label/c.Processes_Subtitle';
import processesToday from '@salesforce/label/c.Processes_Today';
import processesViewAll from '@salesforce/label/c.Processes_View_All';
import processesViewDryRuns from '@salesforce/label/c.Processes_View_DryRuns';
import processesViewFailures from '@salesforce/label/c.Processes_View_Failures';
import processesViewMine from '@salesforce/label/c.Processes_View_Mine';
import runUserProvisioning from '@salesforce/label/c.Run_User_Provisioning';

export const labels = {
  itemsExported,
  overviewRunsNone,
  overviewRunsText,
  processCancel,
  processCancelQuestion,
  processRetryStarted,
  processScope,
  processSettings,
  processStarted,
  processStartedBy,
  processStatus,
  processesActive,
  processesAnyScope,
  processesAnySettings,
  processesAnyStatus,
  processesAnyTime,
  processesAnyTrigger,
  processesFinished,
  processesHistory,
  processesLastDays,
  processesPageTitle,
  processesSubtitle,
  processesToday,
  processesViewAll,
  processesViewDryRuns,
  processesViewFailures,
  processesViewMine,
  runUserProvisioning,
};
