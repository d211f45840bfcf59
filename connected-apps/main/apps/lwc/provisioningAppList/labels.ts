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
import appsNever from '@salesforce/label/c.Apps_Never';
import appsNewTarget from '@salesforce/label/c.Apps_New_Target';
import appsNotEnabled from '@salesforce/label/c.Apps_Not_Enabled';
import appsNotEnabledFix from '@salesforce/label/c.Apps_Not_Enabled_Fix';
import appsNotice from '@salesforce/label/c.Apps_Notice';
import appsNoticeMore from '@salesforce/label/c.Apps_Notice_More';
import appsOpen from '@salesforce/label/c.Apps_Open';
import appsStateOff from '@salesforce/label/c.Apps_State_Off';
import appsStateOn from '@salesforce/label/c.Apps_State_On';
import appsSubtitle from '@salesforce/label/c.Apps_Subtitle';
import appsTargetCreated from '@salesforce/label/c.Apps_Target_Created';
import appsViewAll from '@salesforce/label/c.Apps_View_All';
import appsViewNeedsYou from '@salesforce/label/c.Apps_View_Needs_You';

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
  appsNever,
  appsNewTarget,
  appsNotEnabled,
  appsNotEnabledFix,
  appsNotice,
  appsNoticeMore,
  appsOpen,
  appsStateOff,
  appsStateOn,
  appsSubtitle,
  appsTargetCreated,
  appsViewAll,
  appsViewNeedsYou,
};
