import processesPageTitle from '@salesforce/label/c.Processes_Page_Title';
import runAlreadyRunning from '@salesforce/label/c.Run_Already_Running';
import runDryStarted from '@salesforce/label/c.Run_Dry_Started';
import runSection from '@salesforce/label/c.Run_Section';
import runStarted from '@salesforce/label/c.Run_Started';
import runUserProvisioning from '@salesforce/label/c.Run_User_Provisioning';

export const labels = {
  processesPageTitle,
  runAlreadyRunning,
  runDryStarted,
  runSection,
  runStarted,
  runUserProvisioning,
};
