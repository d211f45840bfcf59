import appsDriftActiveThere from '@salesforce/label/c.Apps_Drift_ActiveThere';
import appsDriftAttributes from '@salesforce/label/c.Apps_Drift_Attributes';
import appsDriftMissing from '@salesforce/label/c.Apps_Drift_Missing';
import appsDriftUnknown from '@salesforce/label/c.Apps_Drift_Unknown';
import appsLinkDuplicate from '@salesforce/label/c.Apps_Link_duplicate';
import appsLinkIgnored from '@salesforce/label/c.Apps_Link_ignored';
import appsLinkLinked from '@salesforce/label/c.Apps_Link_linked';
import appsLinkOrphaned from '@salesforce/label/c.Apps_Link_orphaned';
import appsRowsDone from '@salesforce/label/c.Apps_Rows_Done';
import appsRowsFailed from '@salesforce/label/c.Apps_Rows_Failed';
import appsStatusActive from '@salesforce/label/c.Apps_Status_Active';
import appsStatusDeactivated from '@salesforce/label/c.Apps_Status_Deactivated';
import appsStatusDeleted from '@salesforce/label/c.Apps_Status_Deleted';
import appsWhyEmailDiffers from '@salesforce/label/c.Apps_Why_EmailDiffers';
import appsWhyFirstNameAlike from '@salesforce/label/c.Apps_Why_FirstNameAlike';
import appsWhyFirstNameDiffers from '@salesforce/label/c.Apps_Why_FirstNameDiffers';
import appsWhyHasAccount from '@salesforce/label/c.Apps_Why_HasAccount';
import appsWhySameEmail from '@salesforce/label/c.Apps_Why_SameEmail';
import appsWhySameFirstName from '@salesforce/label/c.Apps_Why_SameFirstName';
import appsWhySameLastName from '@salesforce/label/c.Apps_Why_SameLastName';
import appsWhySameLink from '@salesforce/label/c.Apps_Why_SameLink';
import appsWhySameUsername from '@salesforce/label/c.Apps_Why_SameUsername';
import appsWhyUserInactive from '@salesforce/label/c.Apps_Why_UserInactive';

export const labels = {
  appsDriftActiveThere,
  appsDriftAttributes,
  appsDriftMissing,
  appsDriftUnknown,
  appsLinkDuplicate,
  appsLinkIgnored,
  appsLinkLinked,
  appsLinkOrphaned,
  appsRowsDone,
  appsRowsFailed,
  appsStatusActive,
  appsStatusDeactivated,
  appsStatusDeleted,
  appsWhyEmailDiffers,
  appsWhyFirstNameAlike,
  appsWhyFirstNameDiffers,
  appsWhyHasAccount,
  appsWhySameEmail,
  appsWhySameFirstName,
  appsWhySameLastName,
  appsWhySameLink,
  appsWhySameUsername,
  appsWhyUserInactive,
};
