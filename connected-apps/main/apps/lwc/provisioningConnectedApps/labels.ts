import appsPageTitle from '@salesforce/label/c.Apps_Page_Title';
import appsSetupTitle from '@salesforce/label/c.Apps_Setup_Title';

export const labels = {
  appsPageTitle,
  appsSetupTitle,
};
