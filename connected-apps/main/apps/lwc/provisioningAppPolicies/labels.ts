import appsPolicies from '@salesforce/label/c.Apps_Policies';
import appsPoliciesEnable from '@salesforce/label/c.Apps_Policies_Enable';
import appsPoliciesSection from '@salesforce/label/c.Apps_Policies_Section';
import consoleCancel from '@salesforce/label/c.Console_Cancel';
import consoleSave from '@salesforce/label/c.Console_Save';

export const labels = {
  appsPolicies,
  appsPoliciesEnable,
  appsPoliciesSection,
  consoleCancel,
  consoleSave,
};
