import appsAccountsAll from '@salesforce/label/c.Apps_Accounts_All';
import appsAccountsDrift from '@salesforce/label/c.Apps_Accounts_Drift';
import appsAccountsEmpty from '@salesforce/label/c.Apps_Accounts_Empty';
import appsAccountsEmptyHeading from '@salesforce/label/c.Apps_Accounts_Empty_Heading';
import appsAccountsKept from '@salesforce/label/c.Apps_Accounts_Kept';
import appsAccountsLast from '@salesforce/label/c.Apps_Accounts_Last';
import appsAccountsLink from '@salesforce/label/c.Apps_Accounts_Link';
import appsAccountsOverride from '@salesforce/label/c.Apps_Accounts_Override';
import appsAccountsStatus from '@salesforce/label/c.Apps_Accounts_Status';
import appsAccountsThere from '@salesforce/label/c.Apps_Accounts_There';
import appsAccountsTitle from '@salesforce/label/c.Apps_Accounts_Title';
import appsAccountsUser from '@salesforce/label/c.Apps_Accounts_User';
import appsDoDecideAll from '@salesforce/label/c.Apps_Do_Decide_All';
import appsDoIgnore from '@salesforce/label/c.Apps_Do_Ignore';
import appsDoPush from '@salesforce/label/c.Apps_Do_Push';
import appsDoUnlink from '@salesforce/label/c.Apps_Do_Unlink';
import appsDoUpdate from '@salesforce/label/c.Apps_Do_Update';
import appsForAllBegun from '@salesforce/label/c.Apps_ForAll_Begun';
import appsRaise from '@salesforce/label/c.Apps_Raise';
import appsStatusAll from '@salesforce/label/c.Apps_Status_All';
import appsTileActiveThere from '@salesforce/label/c.Apps_Tile_ActiveThere';
import appsTileLookFirst from '@salesforce/label/c.Apps_Tile_LookFirst';
import appsTileShow from '@salesforce/label/c.Apps_Tile_Show';

export const labels = {
  appsAccountsAll,
  appsAccountsDrift,
  appsAccountsEmpty,
  appsAccountsEmptyHeading,
  appsAccountsKept,
  appsAccountsLast,
  appsAccountsLink,
  appsAccountsOverride,
  appsAccountsStatus,
  appsAccountsThere,
  appsAccountsTitle,
  appsAccountsUser,
  appsDoDecideAll,
  appsDoIgnore,
  appsDoPush,
  appsDoUnlink,
  appsDoUpdate,
  appsForAllBegun,
  appsRaise,
  appsStatusAll,
  appsTileActiveThere,
  appsTileLookFirst,
  appsTileShow,
};
