import processesPageTitle from '@salesforce/label/c.Processes_Page_Title';
import runDryStarted from '@salesforce/label/c.Run_Dry_Started';
import runOpen from '@salesforce/label/c.Run_Open';
import runSection from '@salesforce/label/c.Run_Section';
import runStarted from '@salesforce/label/c.Run_Started';
import runUserProvisioning from '@salesforce/label/c.Run_User_Provisioning';

export const labels = {
  processesPageTitle,
  runDryStarted,
  runOpen,
  runSection,
  runStarted,
  runUserProvisioning,
};
