import appsCausesCount from '@salesforce/label/c.Apps_Causes_Count';
import appsCausesHeading from '@salesforce/label/c.Apps_Causes_Heading';
import appsCausesShow from '@salesforce/label/c.Apps_Causes_Show';
import appsRequestComplete from '@salesforce/label/c.Apps_Request_Complete';
import appsRequestRetrySome from '@salesforce/label/c.Apps_Request_Retry_Some';

export const labels = {
  appsCausesCount,
  appsCausesHeading,
  appsCausesShow,
  appsRequestComplete,
  appsRequestRetrySome,
};
