import appsPreviewHeading from '@salesforce/label/c.Apps_Preview_Heading';
import appsRequestAllCauses from '@salesforce/label/c.Apps_Request_All_Causes';
import appsRequestApp from '@salesforce/label/c.Apps_Request_App';
import appsRequestApproval from '@salesforce/label/c.Apps_Request_Approval';
import appsRequestApprove from '@salesforce/label/c.Apps_Request_Approve';
import appsRequestCancel from '@salesforce/label/c.Apps_Request_Cancel';
import appsRequestCause from '@salesforce/label/c.Apps_Request_Cause';
import appsRequestColumn from '@salesforce/label/c.Apps_Request_Column';
import appsRequestComplete from '@salesforce/label/c.Apps_Request_Complete';
import appsRequestCompleted from '@salesforce/label/c.Apps_Request_Completed';
import appsRequestDeny from '@salesforce/label/c.Apps_Request_Deny';
import appsRequestDone from '@salesforce/label/c.Apps_Request_Done';
import appsRequestEmptyHeading from '@salesforce/label/c.Apps_Request_Empty_Heading';
import appsRequestEmptyText from '@salesforce/label/c.Apps_Request_Empty_Text';
import appsRequestFailed from '@salesforce/label/c.Apps_Request_Failed';
import appsRequestFound from '@salesforce/label/c.Apps_Request_Found';
import appsRequestNotDone from '@salesforce/label/c.Apps_Request_Not_Done';
import appsRequestOpen from '@salesforce/label/c.Apps_Request_Open';
import appsRequestOperation from '@salesforce/label/c.Apps_Request_Operation';
import appsRequestPerson from '@salesforce/label/c.Apps_Request_Person';
import appsRequestPreview from '@salesforce/label/c.Apps_Request_Preview';
import appsRequestRetry from '@salesforce/label/c.Apps_Request_Retry';
import appsRequestRetrySome from '@salesforce/label/c.Apps_Request_Retry_Some';
import appsRequestSaid from '@salesforce/label/c.Apps_Request_Said';
import appsRequestShowLog from '@salesforce/label/c.Apps_Request_Show_Log';
import appsRequestSince from '@salesforce/label/c.Apps_Request_Since';
import appsRequestState from '@salesforce/label/c.Apps_Request_State';
import appsRequestToApprove from '@salesforce/label/c.Apps_Request_To_Approve';
import appsRequestWaits from '@salesforce/label/c.Apps_Request_Waits';
import appsTabRequests from '@salesforce/label/c.Apps_Tab_Requests';

export const labels = {
  appsPreviewHeading,
  appsRequestAllCauses,
  appsRequestApp,
  appsRequestApproval,
  appsRequestApprove,
  appsRequestCancel,
  appsRequestCause,
  appsRequestColumn,
  appsRequestComplete,
  appsRequestCompleted,
  appsRequestDeny,
  appsRequestDone,
  appsRequestEmptyHeading,
  appsRequestEmptyText,
  appsRequestFailed,
  appsRequestFound,
  appsRequestNotDone,
  appsRequestOpen,
  appsRequestOperation,
  appsRequestPerson,
  appsRequestPreview,
  appsRequestRetry,
  appsRequestRetrySome,
  appsRequestSaid,
  appsRequestShowLog,
  appsRequestSince,
  appsRequestState,
  appsRequestToApprove,
  appsRequestWaits,
  appsTabRequests,
};
