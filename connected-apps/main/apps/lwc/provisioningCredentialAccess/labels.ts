import appsAccessAssign from '@salesforce/label/c.Apps_Access_Assign';
import appsAccessAssigned from '@salesforce/label/c.Apps_Access_Assigned';
import appsAccessAuthor from '@salesforce/label/c.Apps_Access_Author';
import appsAccessClock from '@salesforce/label/c.Apps_Access_Clock';
import appsAccessMay from '@salesforce/label/c.Apps_Access_May';
import appsAccessMayNot from '@salesforce/label/c.Apps_Access_MayNot';
import appsAccessNeedsRight from '@salesforce/label/c.Apps_Access_NeedsRight';
import appsAccessNoSet from '@salesforce/label/c.Apps_Access_NoSet';
import appsAccessSet from '@salesforce/label/c.Apps_Access_Set';
import appsAccessText from '@salesforce/label/c.Apps_Access_Text';
import appsAccessTitle from '@salesforce/label/c.Apps_Access_Title';
import appsAccessUntold from '@salesforce/label/c.Apps_Access_Untold';
import appsAccessYou from '@salesforce/label/c.Apps_Access_You';

export const labels = {
  appsAccessAssign,
  appsAccessAssigned,
  appsAccessAuthor,
  appsAccessClock,
  appsAccessMay,
  appsAccessMayNot,
  appsAccessNeedsRight,
  appsAccessNoSet,
  appsAccessSet,
  appsAccessText,
  appsAccessTitle,
  appsAccessUntold,
  appsAccessYou,
};
