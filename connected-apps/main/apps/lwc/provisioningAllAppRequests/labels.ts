import appsRequestsPage from '@salesforce/label/c.Apps_Requests_Page';
import appsRequestsSubtitle from '@salesforce/label/c.Apps_Requests_Subtitle';

export const labels = {
  appsRequestsPage,
  appsRequestsSubtitle,
};
