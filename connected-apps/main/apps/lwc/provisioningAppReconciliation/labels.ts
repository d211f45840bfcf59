import appsAccountsDrift from '@salesforce/label/c.Apps_Accounts_Drift';
import appsForAllBegun from '@salesforce/label/c.Apps_ForAll_Begun';
import appsPhaseAnalyzed from '@salesforce/label/c.Apps_Phase_Analyzed';
import appsPhaseAnalyzing from '@salesforce/label/c.Apps_Phase_Analyzing';
import appsPhaseCollected from '@salesforce/label/c.Apps_Phase_Collected';
import appsPhaseCollecting from '@salesforce/label/c.Apps_Phase_Collecting';
import appsPhaseCommitting from '@salesforce/label/c.Apps_Phase_Committing';
import appsPhaseCompleted from '@salesforce/label/c.Apps_Phase_Completed';
import appsPhaseFailed from '@salesforce/label/c.Apps_Phase_Failed';
import appsPhaseNew from '@salesforce/label/c.Apps_Phase_New';
import appsReconAllQuestion from '@salesforce/label/c.Apps_Recon_AllQuestion';
import appsReconAnalyze from '@salesforce/label/c.Apps_Recon_Analyze';
import appsReconCollect from '@salesforce/label/c.Apps_Recon_Collect';
import appsReconCollected from '@salesforce/label/c.Apps_Recon_Collected';
import appsReconCommit from '@salesforce/label/c.Apps_Recon_Commit';
import appsReconDid from '@salesforce/label/c.Apps_Recon_Did';
import appsReconDryRun from '@salesforce/label/c.Apps_Recon_DryRun';
import appsReconIncomplete from '@salesforce/label/c.Apps_Recon_Incomplete';
import appsReconNever from '@salesforce/label/c.Apps_Recon_Never';
import appsReconNothing from '@salesforce/label/c.Apps_Recon_Nothing';
import appsReconPath from '@salesforce/label/c.Apps_Recon_Path';
import appsReconProcessAll from '@salesforce/label/c.Apps_Recon_ProcessAll';
import appsReconQuestion from '@salesforce/label/c.Apps_Recon_Question';
import appsReconResume from '@salesforce/label/c.Apps_Recon_Resume';
import appsReconSaid from '@salesforce/label/c.Apps_Recon_Said';
import appsReconWould from '@salesforce/label/c.Apps_Recon_Would';
import appsTabReconciliation from '@salesforce/label/c.Apps_Tab_Reconciliation';

export const labels = {
  appsAccountsDrift,
  appsForAllBegun,
  appsPhaseAnalyzed,
  appsPhaseAnalyzing,
  appsPhaseCollected,
  appsPhaseCollecting,
  appsPhaseCommitting,
  appsPhaseCompleted,
  appsPhaseFailed,
  appsPhaseNew,
  appsReconAllQuestion,
  appsReconAnalyze,
  appsReconCollect,
  appsReconCollected,
  appsReconCommit,
  appsReconDid,
  appsReconDryRun,
  appsReconIncomplete,
  appsReconNever,
  appsReconNothing,
  appsReconPath,
  appsReconProcessAll,
  appsReconQuestion,
  appsReconResume,
  appsReconSaid,
  appsReconWould,
  appsTabReconciliation,
};
