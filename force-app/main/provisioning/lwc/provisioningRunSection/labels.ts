import processesPageTitle from '@salesforce/label/c.Processes_Page_Title';
import runOpen from '@salesforce/label/c.Run_Open';
import runSection from '@salesforce/label/c.Run_Section';
import runUserProvisioning from '@salesforce/label/c.Run_User_Provisioning';

export const labels = {
  processesPageTitle,
  runOpen,
  runSection,
  runUserProvisioning,
};
