import consoleCancel from '@salesforce/label/c.Console_Cancel';
import runDryExplanation from '@salesforce/label/c.Run_Dry_Explanation';
import runDryRun from '@salesforce/label/c.Run_Dry_Run';
import runExplanation from '@salesforce/label/c.Run_Explanation';
import runRun from '@salesforce/label/c.Run_Run';
import runUserProvisioning from '@salesforce/label/c.Run_User_Provisioning';

export const labels = {
  consoleCancel,
  runDryExplanation,
  runDryRun,
  runExplanation,
  runRun,
  runUserProvisioning,
};
