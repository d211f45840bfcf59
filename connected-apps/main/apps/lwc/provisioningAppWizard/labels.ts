import appsAccountsKnown from '@salesforce/label/c.Apps_Accounts_Known';
import appsDisabledSaid from '@salesforce/label/c.Apps_Disabled_Said';
import appsEnabledSaid from '@salesforce/label/c.Apps_Enabled_Said';
import appsLeftAccounts from '@salesforce/label/c.Apps_Left_Accounts';
import appsLeftApprover from '@salesforce/label/c.Apps_Left_Approver';
import appsLeftConnector from '@salesforce/label/c.Apps_Left_Connector';
import appsLeftConnectorCredential from '@salesforce/label/c.Apps_Left_Connector_Credential';
import appsLeftDelete from '@salesforce/label/c.Apps_Left_Delete';
import appsLeftEntitling from '@salesforce/label/c.Apps_Left_Entitling';
import appsLeftLinking from '@salesforce/label/c.Apps_Left_Linking';
import appsLeftOperation from '@salesforce/label/c.Apps_Left_Operation';
import appsLeftPlatform from '@salesforce/label/c.Apps_Left_Platform';
import appsLeftTest from '@salesforce/label/c.Apps_Left_Test';
import appsLeftUserName from '@salesforce/label/c.Apps_Left_User_Name';
import appsMirrorRefused from '@salesforce/label/c.Apps_Mirror_Refused';
import appsRerunChange from '@salesforce/label/c.Apps_Rerun_Change';
import appsRerunCollect from '@salesforce/label/c.Apps_Rerun_Collect';
import appsRerunProcess from '@salesforce/label/c.Apps_Rerun_Process';
import appsRerunTitle from '@salesforce/label/c.Apps_Rerun_Title';
import appsStepAnalyze from '@salesforce/label/c.Apps_Step_Analyze';
import appsStepApproval from '@salesforce/label/c.Apps_Step_Approval';
import appsStepCollect from '@salesforce/label/c.Apps_Step_Collect';
import appsStepCommit from '@salesforce/label/c.Apps_Step_Commit';
import appsStepConnector from '@salesforce/label/c.Apps_Step_Connector';
import appsStepCredential from '@salesforce/label/c.Apps_Step_Credential';
import appsStepLinking from '@salesforce/label/c.Apps_Step_Linking';
import appsStepOperations from '@salesforce/label/c.Apps_Step_Operations';
import appsStepPlatform from '@salesforce/label/c.Apps_Step_Platform';
import appsStepProcess from '@salesforce/label/c.Apps_Step_Process';
import appsStepReconciliation from '@salesforce/label/c.Apps_Step_Reconciliation';
import appsStepReview from '@salesforce/label/c.Apps_Step_Review';
import appsStepWelcome from '@salesforce/label/c.Apps_Step_Welcome';
import appsTestSaid from '@salesforce/label/c.Apps_Test_Said';
import appsTestWorks from '@salesforce/label/c.Apps_Test_Works';
import appsWelcomeEngine from '@salesforce/label/c.Apps_Welcome_Engine';
import appsWelcomeNeed from '@salesforce/label/c.Apps_Welcome_Need';
import appsWelcomePackage from '@salesforce/label/c.Apps_Welcome_Package';
import appsWelcomePlatform from '@salesforce/label/c.Apps_Welcome_Platform';
import appsWelcomeText from '@salesforce/label/c.Apps_Welcome_Text';
import appsWizardBack from '@salesforce/label/c.Apps_Wizard_Back';
import appsWizardLeave from '@salesforce/label/c.Apps_Wizard_Leave';
import appsWizardLeft from '@salesforce/label/c.Apps_Wizard_Left';
import appsWizardLeftOne from '@salesforce/label/c.Apps_Wizard_Left_One';
import appsWizardNext from '@salesforce/label/c.Apps_Wizard_Next';
import appsWizardOffAgain from '@salesforce/label/c.Apps_Wizard_Off_Again';
import appsWizardReadOnly from '@salesforce/label/c.Apps_Wizard_Read_Only';
import appsWizardSaved from '@salesforce/label/c.Apps_Wizard_Saved';
import appsWizardSkip from '@salesforce/label/c.Apps_Wizard_Skip';
import appsWizardStep from '@salesforce/label/c.Apps_Wizard_Step';
import appsWizardSubtitle from '@salesforce/label/c.Apps_Wizard_Subtitle';
import appsWizardTitle from '@salesforce/label/c.Apps_Wizard_Title';

export const labels = {
  appsAccountsKnown,
  appsDisabledSaid,
  appsEnabledSaid,
  appsLeftAccounts,
  appsLeftApprover,
  appsLeftConnector,
  appsLeftConnectorCredential,
  appsLeftDelete,
  appsLeftEntitling,
  appsLeftLinking,
  appsLeftOperation,
  appsLeftPlatform,
  appsLeftTest,
  appsLeftUserName,
  appsMirrorRefused,
  appsRerunChange,
  appsRerunCollect,
  appsRerunProcess,
  appsRerunTitle,
  appsStepAnalyze,
  appsStepApproval,
  appsStepCollect,
  appsStepCommit,
  appsStepConnector,
  appsStepCredential,
  appsStepLinking,
  appsStepOperations,
  appsStepPlatform,
  appsStepProcess,
  appsStepReconciliation,
  appsStepReview,
  appsStepWelcome,
  appsTestSaid,
  appsTestWorks,
  appsWelcomeEngine,
  appsWelcomeNeed,
  appsWelcomePackage,
  appsWelcomePlatform,
  appsWelcomeText,
  appsWizardBack,
  appsWizardLeave,
  appsWizardLeft,
  appsWizardLeftOne,
  appsWizardNext,
  appsWizardOffAgain,
  appsWizardReadOnly,
  appsWizardSaved,
  appsWizardSkip,
  appsWizardStep,
  appsWizardSubtitle,
  appsWizardTitle,
};
