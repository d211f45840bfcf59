import appsAccountsEmptyHeading from '@salesforce/label/c.Apps_Accounts_Empty_Heading';
import appsAccountsLink from '@salesforce/label/c.Apps_Accounts_Link';
import appsAccountsThere from '@salesforce/label/c.Apps_Accounts_There';
import appsDoIgnore from '@salesforce/label/c.Apps_Do_Ignore';
import appsDoLinkTo from '@salesforce/label/c.Apps_Do_LinkTo';
import appsReconChoose from '@salesforce/label/c.Apps_Recon_Choose';
import appsReconIgnored from '@salesforce/label/c.Apps_Recon_Ignored';
import appsReconLinked from '@salesforce/label/c.Apps_Recon_Linked';
import appsReconNever from '@salesforce/label/c.Apps_Recon_Never';
import appsReconOpen from '@salesforce/label/c.Apps_Recon_Open';
import appsReconOpenEmpty from '@salesforce/label/c.Apps_Recon_OpenEmpty';

export const labels = {
  appsAccountsEmptyHeading,
  appsAccountsLink,
  appsAccountsThere,
  appsDoIgnore,
  appsDoLinkTo,
  appsReconChoose,
  appsReconIgnored,
  appsReconLinked,
  appsReconNever,
  appsReconOpen,
  appsReconOpenEmpty,
};
