import appsAccountsAll from '@salesforce/label/c.Apps_Accounts_All';
import appsDoAdopt from '@salesforce/label/c.Apps_Do_Adopt';
import appsDoIgnore from '@salesforce/label/c.Apps_Do_Ignore';
import appsDoPushOne from '@salesforce/label/c.Apps_Do_PushOne';
import appsDriftAll from '@salesforce/label/c.Apps_Drift_All';
import appsDriftAllAdopt from '@salesforce/label/c.Apps_Drift_AllAdopt';
import appsDriftAllIgnore from '@salesforce/label/c.Apps_Drift_AllIgnore';
import appsDriftAllPush from '@salesforce/label/c.Apps_Drift_AllPush';
import appsDriftAt from '@salesforce/label/c.Apps_Drift_At';
import appsDriftEmpty from '@salesforce/label/c.Apps_Drift_Empty';
import appsDriftEmptyHeading from '@salesforce/label/c.Apps_Drift_Empty_Heading';
import appsDriftFoot from '@salesforce/label/c.Apps_Drift_Foot';
import appsDriftHere from '@salesforce/label/c.Apps_Drift_Here';
import appsDriftPerson from '@salesforce/label/c.Apps_Drift_Person';
import appsDriftTitle from '@salesforce/label/c.Apps_Drift_Title';
import appsDriftWhat from '@salesforce/label/c.Apps_Drift_What';

export const labels = {
  appsAccountsAll,
  appsDoAdopt,
  appsDoIgnore,
  appsDoPushOne,
  appsDriftAll,
  appsDriftAllAdopt,
  appsDriftAllIgnore,
  appsDriftAllPush,
  appsDriftAt,
  appsDriftEmpty,
  appsDriftEmptyHeading,
  appsDriftFoot,
  appsDriftHere,
  appsDriftPerson,
  appsDriftTitle,
  appsDriftWhat,
};
