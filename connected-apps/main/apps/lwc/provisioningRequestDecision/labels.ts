import appsRequestAbout from '@salesforce/label/c.Apps_Request_About';
import appsRequestApprove from '@salesforce/label/c.Apps_Request_Approve';
import appsRequestCancel from '@salesforce/label/c.Apps_Request_Cancel';
import appsRequestComment from '@salesforce/label/c.Apps_Request_Comment';
import appsRequestComplete from '@salesforce/label/c.Apps_Request_Complete';
import appsRequestDeny from '@salesforce/label/c.Apps_Request_Deny';

export const labels = {
  appsRequestAbout,
  appsRequestApprove,
  appsRequestCancel,
  appsRequestComment,
  appsRequestComplete,
  appsRequestDeny,
};
