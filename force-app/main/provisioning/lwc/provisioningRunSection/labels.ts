import processesPageTitle from '@salesforce/label/c.Processes_Page_Title';
import runFree from '@salesforce/label/c.Run_Free';
import runOpen from '@salesforce/label/c.Run_Open';
import runSection from '@salesforce/label/c.Run_Section';
import runUserProvisioning from '@salesforce/label/c.Run_User_Provisioning';

export const labels = {
  processesPageTitle,
  runFree,
  runOpen,
  runSection,
  runUserProvisioning,
};
