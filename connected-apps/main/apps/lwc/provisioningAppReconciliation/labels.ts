import appsAccountsDrift from '@salesforce/label/c.Apps_Accounts_Drift';
import appsAccountsLink from '@salesforce/label/c.Apps_Accounts_Link';
import appsAccountsThere from '@salesforce/label/c.Apps_Accounts_There';
import appsDoIgnore from '@salesforce/label/c.Apps_Do_Ignore';
import appsDoLinkTo from '@salesforce/label/c.Apps_Do_LinkTo';
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
import appsReconChoose from '@salesforce/label/c.Apps_Recon_Choose';
import appsReconCollect from '@salesforce/label/c.Apps_Recon_Collect';
import appsReconCollected from '@salesforce/label/c.Apps_Recon_Collected';
import appsReconCommit from '@salesforce/label/c.Apps_Recon_Commit';
import appsReconDid from '@salesforce/label/c.Apps_Recon_Did';
import appsReconDryRun from '@salesforce/label/c.Apps_Recon_DryRun';
import appsReconIgnored from '@salesforce/label/c.Apps_Recon_Ignored';
import appsReconIncomplete from '@salesforce/label/c.Apps_Recon_Incomplete';
import appsReconLinked from '@salesforce/label/c.Apps_Recon_Linked';
import appsReconNever from '@salesforce/label/c.Apps_Recon_Never';
import appsReconNothing from '@salesforce/label/c.Apps_Recon_Nothing';
import appsReconOpen from '@salesforce/label/c.Apps_Recon_Open';
import appsReconOpenEmpty from '@salesforce/label/c.Apps_Recon_OpenEmpty';
import appsReconPath from '@salesforce/label/c.Apps_Recon_Path';
import appsReconProcessAll from '@salesforce/label/c.Apps_Recon_ProcessAll';
import appsReconQuestion from '@salesforce/label/c.Apps_Recon_Question';
import appsReconResume from '@salesforce/label/c.Apps_Recon_Resume';
import appsReconSaid from '@salesforce/label/c.Apps_Recon_Said';
import appsReconWould from '@salesforce/label/c.Apps_Recon_Would';
import appsTabReconciliation from '@salesforce/label/c.Apps_Tab_Reconciliation';

export const labels = {
  appsAccountsDrift,
  appsAccountsLink,
  appsAccountsThere,
  appsDoIgnore,
  appsDoLinkTo,
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
  appsReconChoose,
  appsReconCollect,
  appsReconCollected,
  appsReconCommit,
  appsReconDid,
  appsReconDryRun,
  appsReconIgnored,
  appsReconIncomplete,
  appsReconLinked,
  appsReconNever,
  appsReconNothing,
  appsReconOpen,
  appsReconOpenEmpty,
  appsReconPath,
  appsReconProcessAll,
  appsReconQuestion,
  appsReconResume,
  appsReconSaid,
  appsReconWould,
  appsTabReconciliation,
};
