import appsRequestsPage from '@salesforce/label/c.Apps_Requests_Page';
import appsRequestsSubtitle from '@salesforce/label/c.Apps_Requests_Subtitle';
import appsTabRequests from '@salesforce/label/c.Apps_Tab_Requests';

export const labels = {
  appsRequestsPage,
  appsRequestsSubtitle,
  appsTabRequests,
};
