import appsUserSearch from '@salesforce/label/c.Apps_UserSearch';
import appsUserSearchFound from '@salesforce/label/c.Apps_UserSearch_Found';
import appsUserSearchHint from '@salesforce/label/c.Apps_UserSearch_Hint';
import appsUserSearchNone from '@salesforce/label/c.Apps_UserSearch_None';
import appsUserSearchSaid from '@salesforce/label/c.Apps_UserSearch_Said';

export const labels = {
  appsUserSearch,
  appsUserSearchFound,
  appsUserSearchHint,
  appsUserSearchNone,
  appsUserSearchSaid,
};
