import appsRequestApprovalApproved from '@salesforce/label/c.Apps_Request_Approval_Approved';
import appsRequestApprovalDenied from '@salesforce/label/c.Apps_Request_Approval_Denied';
import appsRequestApprovalNone from '@salesforce/label/c.Apps_Request_Approval_None';
import appsRequestApprovalRequired from '@salesforce/label/c.Apps_Request_Approval_Required';
import appsRequestOpActivate from '@salesforce/label/c.Apps_Request_Op_Activate';
import appsRequestOpCreate from '@salesforce/label/c.Apps_Request_Op_Create';
import appsRequestOpDeactivate from '@salesforce/label/c.Apps_Request_Op_Deactivate';
import appsRequestOpFreeze from '@salesforce/label/c.Apps_Request_Op_Freeze';
import appsRequestOpUnfreeze from '@salesforce/label/c.Apps_Request_Op_Unfreeze';
import appsRequestOpUpdate from '@salesforce/label/c.Apps_Request_Op_Update';
import appsRequestStateCompleted from '@salesforce/label/c.Apps_Request_State_Completed';
import appsRequestStateFailed from '@salesforce/label/c.Apps_Request_State_Failed';
import appsRequestStateManual from '@salesforce/label/c.Apps_Request_State_Manual';
import appsRequestStateNew from '@salesforce/label/c.Apps_Request_State_New';
import appsRequestStateRequested from '@salesforce/label/c.Apps_Request_State_Requested';
import appsRequestStateRetried from '@salesforce/label/c.Apps_Request_State_Retried';

export const labels = {
  appsRequestApprovalApproved,
  appsRequestApprovalDenied,
  appsRequestApprovalNone,
  appsRequestApprovalRequired,
  appsRequestOpActivate,
  appsRequestOpCreate,
  appsRequestOpDeactivate,
  appsRequestOpFreeze,
  appsRequestOpUnfreeze,
  appsRequestOpUpdate,
  appsRequestStateCompleted,
  appsRequestStateFailed,
  appsRequestStateManual,
  appsRequestStateNew,
  appsRequestStateRequested,
  appsRequestStateRetried,
};
