import provisionNowButton from '@salesforce/label/c.ProvisionNow_Button';
import provisionNowCreated from '@salesforce/label/c.ProvisionNow_Created';
import provisionNowDecision from '@salesforce/label/c.ProvisionNow_Decision';
import provisionNowFailed from '@salesforce/label/c.ProvisionNow_Failed';
import provisionNowLinked from '@salesforce/label/c.ProvisionNow_Linked';
import provisionNowNothing from '@salesforce/label/c.ProvisionNow_Nothing';
import provisionNowOpen from '@salesforce/label/c.ProvisionNow_Open';
import provisionNowRunning from '@salesforce/label/c.ProvisionNow_Running';
import provisionNowStopped from '@salesforce/label/c.ProvisionNow_Stopped';
import provisionNowWaits from '@salesforce/label/c.ProvisionNow_Waits';

export const labels = {
  provisionNowButton,
  provisionNowCreated,
  provisionNowDecision,
  provisionNowFailed,
  provisionNowLinked,
  provisionNowNothing,
  provisionNowOpen,
  provisionNowRunning,
  provisionNowStopped,
  provisionNowWaits,
};
