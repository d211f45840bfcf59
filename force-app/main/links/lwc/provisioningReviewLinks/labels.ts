import employeesEmptyNoStatus from '@salesforce/label/c.Employees_Empty_NoStatus';
import linksActive from '@salesforce/label/c.Links_Active';
import linksAllExact from '@salesforce/label/c.Links_All_Exact';
import linksAllExactDry from '@salesforce/label/c.Links_All_Exact_Dry';
import linksColumnDecided from '@salesforce/label/c.Links_Column_Decided';
import linksColumnEmployee from '@salesforce/label/c.Links_Column_Employee';
import linksColumnReasons from '@salesforce/label/c.Links_Column_Reasons';
import linksColumnScore from '@salesforce/label/c.Links_Column_Score';
import linksColumnUser from '@salesforce/label/c.Links_Column_User';
import linksConfirmExact from '@salesforce/label/c.Links_Confirm_Exact';
import linksConfirmMany from '@salesforce/label/c.Links_Confirm_Many';
import linksConfirmOne from '@salesforce/label/c.Links_Confirm_One';
import linksDecided from '@salesforce/label/c.Links_Decided';
import linksDecidedOne from '@salesforce/label/c.Links_Decided_One';
import linksEmptyFilter from '@salesforce/label/c.Links_Empty_Filter';
import linksEmptyHeading from '@salesforce/label/c.Links_Empty_Heading';
import linksEmptyOpen from '@salesforce/label/c.Links_Empty_Open';
import linksEmptyOther from '@salesforce/label/c.Links_Empty_Other';
import linksExact from '@salesforce/label/c.Links_Exact';
import linksFilterAny from '@salesforce/label/c.Links_Filter_Any';
import linksFilterExact from '@salesforce/label/c.Links_Filter_Exact';
import linksFilterNo from '@salesforce/label/c.Links_Filter_No';
import linksFilterYes from '@salesforce/label/c.Links_Filter_Yes';
import linksFound from '@salesforce/label/c.Links_Found';
import linksFoundOne from '@salesforce/label/c.Links_Found_One';
import linksFreshAll from '@salesforce/label/c.Links_Fresh_All';
import linksFreshOn from '@salesforce/label/c.Links_Fresh_On';
import linksFreshSome from '@salesforce/label/c.Links_Fresh_Some';
import linksHeadingLater from '@salesforce/label/c.Links_Heading_Later';
import linksHeadingLinked from '@salesforce/label/c.Links_Heading_Linked';
import linksHeadingNever from '@salesforce/label/c.Links_Heading_Never';
import linksHeadingOpen from '@salesforce/label/c.Links_Heading_Open';
import linksInactive from '@salesforce/label/c.Links_Inactive';
import linksLater from '@salesforce/label/c.Links_Later';
import linksLink from '@salesforce/label/c.Links_Link';
import linksLinkMany from '@salesforce/label/c.Links_Link_Many';
import linksLookAgain from '@salesforce/label/c.Links_Look_Again';
import linksLookOn from '@salesforce/label/c.Links_Look_On';
import linksNever from '@salesforce/label/c.Links_Never';
import linksPair from '@salesforce/label/c.Links_Pair';
import linksPairNext from '@salesforce/label/c.Links_Pair_Next';
import linksPairOpen from '@salesforce/label/c.Links_Pair_Open';
import linksPairPrevious from '@salesforce/label/c.Links_Pair_Previous';
import linksReasonEmail from '@salesforce/label/c.Links_Reason_Email';
import linksReasonName from '@salesforce/label/c.Links_Reason_Name';
import linksReasonNumber from '@salesforce/label/c.Links_Reason_Number';
import linksRefused from '@salesforce/label/c.Links_Refused';
import linksStarted from '@salesforce/label/c.Links_Started';
import linksStateLater from '@salesforce/label/c.Links_State_Later';
import linksStateLinked from '@salesforce/label/c.Links_State_Linked';
import linksStateNever from '@salesforce/label/c.Links_State_Never';
import linksStateOpen from '@salesforce/label/c.Links_State_Open';
import linksSubtitle from '@salesforce/label/c.Links_Subtitle';
import linksTitle from '@salesforce/label/c.Links_Title';

export const labels = {
  employeesEmptyNoStatus,
  linksActive,
  linksAllExact,
  linksAllExactDry,
  linksColumnDecided,
  linksColumnEmployee,
  linksColumnReasons,
  linksColumnScore,
  linksColumnUser,
  linksConfirmExact,
  linksConfirmMany,
  linksConfirmOne,
  linksDecided,
  linksDecidedOne,
  linksEmptyFilter,
  linksEmptyHeading,
  linksEmptyOpen,
  linksEmptyOther,
  linksExact,
  linksFilterAny,
  linksFilterExact,
  linksFilterNo,
  linksFilterYes,
  linksFound,
  linksFoundOne,
  linksFreshAll,
  linksFreshOn,
  linksFreshSome,
  linksHeadingLater,
  linksHeadingLinked,
  linksHeadingNever,
  linksHeadingOpen,
  linksInactive,
  linksLater,
  linksLink,
  linksLinkMany,
  linksLookAgain,
  linksLookOn,
  linksNever,
  linksPair,
  linksPairNext,
  linksPairOpen,
  linksPairPrevious,
  linksReasonEmail,
  linksReasonName,
  linksReasonNumber,
  linksRefused,
  linksStarted,
  linksStateLater,
  linksStateLinked,
  linksStateNever,
  linksStateOpen,
  linksSubtitle,
  linksTitle,
};
