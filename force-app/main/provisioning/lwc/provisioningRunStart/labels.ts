import runDryStarted from '@salesforce/label/c.Run_Dry_Started';
import runStarted from '@salesforce/label/c.Run_Started';
import runUserProvisioning from '@salesforce/label/c.Run_User_Provisioning';

export const labels = {
  runDryStarted,
  runStarted,
  runUserProvisioning,
};
