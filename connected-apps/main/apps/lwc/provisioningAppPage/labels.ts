import appsColumnEngine from '@salesforce/label/c.Apps_Column_Engine';
import appsColumnReconciled from '@salesforce/label/c.Apps_Column_Reconciled';
import appsErrorPlatformEngine from '@salesforce/label/c.Apps_Error_PlatformEngine';
import appsFactConnector from '@salesforce/label/c.Apps_Fact_Connector';
import appsFactCredential from '@salesforce/label/c.Apps_Fact_Credential';
import appsFactEntitled from '@salesforce/label/c.Apps_Fact_Entitled';
import appsFactNoVersion from '@salesforce/label/c.Apps_Fact_No_Version';
import appsFactNone from '@salesforce/label/c.Apps_Fact_None';
import appsFactSettings from '@salesforce/label/c.Apps_Fact_Settings';
import appsFactVersion from '@salesforce/label/c.Apps_Fact_Version';
import appsNever from '@salesforce/label/c.Apps_Never';
import appsNotEnabled from '@salesforce/label/c.Apps_Not_Enabled';
import appsNotEnabledFix from '@salesforce/label/c.Apps_Not_Enabled_Fix';
import appsNoteOff from '@salesforce/label/c.Apps_Note_Off';
import appsNoteSetup from '@salesforce/label/c.Apps_Note_Setup';
import appsPolicies from '@salesforce/label/c.Apps_Policies';
import appsPoliciesSaved from '@salesforce/label/c.Apps_Policies_Saved';
import appsTabAccounts from '@salesforce/label/c.Apps_Tab_Accounts';
import appsTabProcesses from '@salesforce/label/c.Apps_Tab_Processes';
import appsTabReconciliation from '@salesforce/label/c.Apps_Tab_Reconciliation';
import appsTabRequests from '@salesforce/label/c.Apps_Tab_Requests';
import appsTabSettings from '@salesforce/label/c.Apps_Tab_Settings';
import appsWizardLaunch from '@salesforce/label/c.Apps_Wizard_Launch';

export const labels = {
  appsColumnEngine,
  appsColumnReconciled,
  appsErrorPlatformEngine,
  appsFactConnector,
  appsFactCredential,
  appsFactEntitled,
  appsFactNoVersion,
  appsFactNone,
  appsFactSettings,
  appsFactVersion,
  appsNever,
  appsNotEnabled,
  appsNotEnabledFix,
  appsNoteOff,
  appsNoteSetup,
  appsPolicies,
  appsPoliciesSaved,
  appsTabAccounts,
  appsTabProcesses,
  appsTabReconciliation,
  appsTabRequests,
  appsTabSettings,
  appsWizardLaunch,
};
