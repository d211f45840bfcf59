import linksColumnScore from '@salesforce/label/c.Links_Column_Score';
import linksDiffers from '@salesforce/label/c.Links_Differs';
import linksEmptyValue from '@salesforce/label/c.Links_Empty_Value';
import linksLater from '@salesforce/label/c.Links_Later';
import linksNever from '@salesforce/label/c.Links_Never';
import linksPair from '@salesforce/label/c.Links_Pair';
import linksPairAsked from '@salesforce/label/c.Links_Pair_Asked';
import linksPairCandidates from '@salesforce/label/c.Links_Pair_Candidates';
import linksPairEmployee from '@salesforce/label/c.Links_Pair_Employee';
import linksPairGiven from '@salesforce/label/c.Links_Pair_Given';
import linksPairIfLink from '@salesforce/label/c.Links_Pair_If_Link';
import linksPairIfNever from '@salesforce/label/c.Links_Pair_If_Never';
import linksPairInactive from '@salesforce/label/c.Links_Pair_Inactive';
import linksPairKey from '@salesforce/label/c.Links_Pair_Key';
import linksPairLeftOut from '@salesforce/label/c.Links_Pair_Left_Out';
import linksPairLinkTo from '@salesforce/label/c.Links_Pair_Link_To';
import linksPairNever from '@salesforce/label/c.Links_Pair_Never';
import linksPairNoSecond from '@salesforce/label/c.Links_Pair_No_Second';
import linksPairNoSets from '@salesforce/label/c.Links_Pair_No_Sets';
import linksPairUser from '@salesforce/label/c.Links_Pair_User';
import linksSame from '@salesforce/label/c.Links_Same';
import linksSaysNothing from '@salesforce/label/c.Links_Says_Nothing';

export const labels = {
  linksColumnScore,
  linksDiffers,
  linksEmptyValue,
  linksLater,
  linksNever,
  linksPair,
  linksPairAsked,
  linksPairCandidates,
  linksPairEmployee,
  linksPairGiven,
  linksPairIfLink,
  linksPairIfNever,
  linksPairInactive,
  linksPairKey,
  linksPairLeftOut,
  linksPairLinkTo,
  linksPairNever,
  linksPairNoSecond,
  linksPairNoSets,
  linksPairUser,
  linksSame,
  linksSaysNothing,
};
