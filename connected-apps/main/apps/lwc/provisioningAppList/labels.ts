import appsColumnAccounts from '@salesforce/label/c.Apps_Column_Accounts';
import appsColumnApp from '@salesforce/label/c.Apps_Column_App';
import appsColumnEngine from '@salesforce/label/c.Apps_Column_Engine';
import appsColumnReconciled from '@salesforce/label/c.Apps_Column_Reconciled';
import appsColumnRequests from '@salesforce/label/c.Apps_Column_Requests';
import appsColumnState from '@salesforce/label/c.Apps_Column_State';
import appsEditions from '@salesforce/label/c.Apps_Editions';
import appsEmptyFilterHeading from '@salesforce/label/c.Apps_Empty_Filter_Heading';
import appsEmptyFilterText from '@salesforce/label/c.Apps_Empty_Filter_Text';
import appsEmptyHeading from '@salesforce/label/c.Apps_Empty_Heading';
import appsEmptyText from '@salesforce/label/c.Apps_Empty_Text';
import appsFound from '@salesforce/label/c.Apps_Found';
import appsList from '@salesforce/label/c.Apps_List';
import appsMenuRequests from '@salesforce/label/c.Apps_Menu_Requests';
import appsNever from '@salesforce/label/c.Apps_Never';
import appsNewTarget from '@salesforce/label/c.Apps_New_Target';
import appsNotEnabled from '@salesforce/label/c.Apps_Not_Enabled';
import appsNotEnabledFix from '@salesforce/label/c.Apps_Not_Enabled_Fix';
import appsNotice from '@salesforce/label/c.Apps_Notice';
import appsNoticeMore from '@salesforce/label/c.Apps_Notice_More';
import appsOpen from '@salesforce/label/c.Apps_Open';
import appsPause from '@salesforce/label/c.Apps_Pause';
import appsPolicies from '@salesforce/label/c.Apps_Policies';
import appsPoliciesSaved from '@salesforce/label/c.Apps_Policies_Saved';
import appsResume from '@salesforce/label/c.Apps_Resume';
import appsStateOff from '@salesforce/label/c.Apps_State_Off';
import appsStateOn from '@salesforce/label/c.Apps_State_On';
import appsSubtitle from '@salesforce/label/c.Apps_Subtitle';
import appsTabSettings from '@salesforce/label/c.Apps_Tab_Settings';
import appsTargetCreated from '@salesforce/label/c.Apps_Target_Created';
import appsViewAll from '@salesforce/label/c.Apps_View_All';
import appsViewNeedsYou from '@salesforce/label/c.Apps_View_Needs_You';
import appsWizardLaunch from '@salesforce/label/c.Apps_Wizard_Launch';

export const labels = {
  appsColumnAccounts,
  appsColumnApp,
  appsColumnEngine,
  appsColumnReconciled,
  appsColumnRequests,
  appsColumnState,
  appsEditions,
  appsEmptyFilterHeading,
  appsEmptyFilterText,
  appsEmptyHeading,
  appsEmptyText,
  appsFound,
  appsList,
  appsMenuRequests,
  appsNever,
  appsNewTarget,
  appsNotEnabled,
  appsNotEnabledFix,
  appsNotice,
  appsNoticeMore,
  appsOpen,
  appsPause,
  appsPolicies,
  appsPoliciesSaved,
  appsResume,
  appsStateOff,
  appsStateOn,
  appsSubtitle,
  appsTabSettings,
  appsTargetCreated,
  appsViewAll,
  appsViewNeedsYou,
  appsWizardLaunch,
};
