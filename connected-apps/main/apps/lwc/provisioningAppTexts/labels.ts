import appsAccountsDuplicate from '@salesforce/label/c.Apps_Accounts_Duplicate';
import appsAccountsIgnored from '@salesforce/label/c.Apps_Accounts_Ignored';
import appsAccountsLinked from '@salesforce/label/c.Apps_Accounts_Linked';
import appsAccountsNone from '@salesforce/label/c.Apps_Accounts_None';
import appsAccountsOrphaned from '@salesforce/label/c.Apps_Accounts_Orphaned';
import appsEnginePackage from '@salesforce/label/c.Apps_Engine_Package';
import appsEnginePlatform from '@salesforce/label/c.Apps_Engine_Platform';
import appsForAllDone from '@salesforce/label/c.Apps_ForAll_Done';
import appsKindConnectedApp from '@salesforce/label/c.Apps_Kind_Connected_App';
import appsKindExternalClientApp from '@salesforce/label/c.Apps_Kind_External_Client_App';
import appsKindTarget from '@salesforce/label/c.Apps_Kind_Target';
import appsRequestsFailed from '@salesforce/label/c.Apps_Requests_Failed';
import appsRequestsNone from '@salesforce/label/c.Apps_Requests_None';
import appsRequestsToApprove from '@salesforce/label/c.Apps_Requests_To_Approve';
import appsRequestsWait from '@salesforce/label/c.Apps_Requests_Wait';
import appsScopeAdopt from '@salesforce/label/c.Apps_Scope_Adopt';
import appsScopeAnalyze from '@salesforce/label/c.Apps_Scope_Analyze';
import appsScopeCollect from '@salesforce/label/c.Apps_Scope_Collect';
import appsScopeCommit from '@salesforce/label/c.Apps_Scope_Commit';
import appsScopeIgnore from '@salesforce/label/c.Apps_Scope_Ignore';
import appsScopeProcessAll from '@salesforce/label/c.Apps_Scope_Process_All';
import appsScopePush from '@salesforce/label/c.Apps_Scope_Push';
import appsScopePushMatching from '@salesforce/label/c.Apps_Scope_PushMatching';
import appsScopeRequests from '@salesforce/label/c.Apps_Scope_Requests';
import appsScopeRetry from '@salesforce/label/c.Apps_Scope_Retry';
import appsScopeUnlink from '@salesforce/label/c.Apps_Scope_Unlink';
import appsScopeUpdate from '@salesforce/label/c.Apps_Scope_Update';
import appsStateNotPossible from '@salesforce/label/c.Apps_State_Not_Possible';
import appsStateOff from '@salesforce/label/c.Apps_State_Off';
import appsStateOn from '@salesforce/label/c.Apps_State_On';
import appsStatePaused from '@salesforce/label/c.Apps_State_Paused';
import appsStateSetup from '@salesforce/label/c.Apps_State_Setup';
import appsStateStopped from '@salesforce/label/c.Apps_State_Stopped';

export const labels = {
  appsAccountsDuplicate,
  appsAccountsIgnored,
  appsAccountsLinked,
  appsAccountsNone,
  appsAccountsOrphaned,
  appsEnginePackage,
  appsEnginePlatform,
  appsForAllDone,
  appsKindConnectedApp,
  appsKindExternalClientApp,
  appsKindTarget,
  appsRequestsFailed,
  appsRequestsNone,
  appsRequestsToApprove,
  appsRequestsWait,
  appsScopeAdopt,
  appsScopeAnalyze,
  appsScopeCollect,
  appsScopeCommit,
  appsScopeIgnore,
  appsScopeProcessAll,
  appsScopePush,
  appsScopePushMatching,
  appsScopeRequests,
  appsScopeRetry,
  appsScopeUnlink,
  appsScopeUpdate,
  appsStateNotPossible,
  appsStateOff,
  appsStateOn,
  appsStatePaused,
  appsStateSetup,
  appsStateStopped,
};
