import outcomeLetIn from '@salesforce/label/c.Outcome_Let_In';
import outcomeUpdated from '@salesforce/label/c.Outcome_Updated';
import processModeLive from '@salesforce/label/c.Process_Mode_Live';
import processScopeAll from '@salesforce/label/c.Process_Scope_All';
import processScopeBringBack from '@salesforce/label/c.Process_Scope_Bring_Back';
import processScopeChanges from '@salesforce/label/c.Process_Scope_Changes';
import processScopeDeactivation from '@salesforce/label/c.Process_Scope_Deactivation';
import processScopeLeavers from '@salesforce/label/c.Process_Scope_Leavers';
import processScopeLinks from '@salesforce/label/c.Process_Scope_Links';
import processScopeRetry from '@salesforce/label/c.Process_Scope_Retry';
import processScopeReturns from '@salesforce/label/c.Process_Scope_Returns';
import processScopeSelection from '@salesforce/label/c.Process_Scope_Selection';
import processSilentRevival from '@salesforce/label/c.Process_Silent_Revival';
import processSilentSince from '@salesforce/label/c.Process_Silent_Since';
import processStatusAborted from '@salesforce/label/c.Process_Status_Aborted';
import processStatusCancelled from '@salesforce/label/c.Process_Status_Cancelled';
import processStatusFailed from '@salesforce/label/c.Process_Status_Failed';
import processStatusFinished from '@salesforce/label/c.Process_Status_Finished';
import processStatusInitializing from '@salesforce/label/c.Process_Status_Initializing';
import processStatusProcessing from '@salesforce/label/c.Process_Status_Processing';
import processStatusQueued from '@salesforce/label/c.Process_Status_Queued';
import processTriggerAPI from '@salesforce/label/c.Process_Trigger_API';
import processTriggerAutomatic from '@salesforce/label/c.Process_Trigger_Automatic';
import processTriggerManual from '@salesforce/label/c.Process_Trigger_Manual';
import processTriggerRetry from '@salesforce/label/c.Process_Trigger_Retry';
import processTriggerScheduled from '@salesforce/label/c.Process_Trigger_Scheduled';
import processesLetIn from '@salesforce/label/c.Processes_Let_In';
import runDryRun from '@salesforce/label/c.Run_Dry_Run';

export const labels = {
  outcomeLetIn,
  outcomeUpdated,
  processModeLive,
  processScopeAll,
  processScopeBringBack,
  processScopeChanges,
  processScopeDeactivation,
  processScopeLeavers,
  processScopeLinks,
  processScopeRetry,
  processScopeReturns,
  processScopeSelection,
  processSilentRevival,
  processSilentSince,
  processStatusAborted,
  processStatusCancelled,
  processStatusFailed,
  processStatusFinished,
  processStatusInitializing,
  processStatusProcessing,
  processStatusQueued,
  processTriggerAPI,
  processTriggerAutomatic,
  processTriggerManual,
  processTriggerRetry,
  processTriggerScheduled,
  processesLetIn,
  runDryRun,
};
