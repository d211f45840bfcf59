import changesCarry from '@salesforce/label/c.Changes_Carry';
import changesCarryOne from '@salesforce/label/c.Changes_Carry_One';
import changesDiffer from '@salesforce/label/c.Changes_Differ';
import changesDifferOne from '@salesforce/label/c.Changes_Differ_One';
import changesNothing from '@salesforce/label/c.Changes_Nothing';
import changesQuestion from '@salesforce/label/c.Changes_Question';
import changesSettings from '@salesforce/label/c.Changes_Settings';
import leaversCanStill from '@salesforce/label/c.Leavers_CanStill';
import leaversCanStillOne from '@salesforce/label/c.Leavers_CanStill_One';
import leaversNobody from '@salesforce/label/c.Leavers_Nobody';
import leaversNobodyMay from '@salesforce/label/c.Leavers_Nobody_May';
import leaversNobodyReturns from '@salesforce/label/c.Leavers_NobodyReturns';
import leaversQuestionSelected from '@salesforce/label/c.Leavers_Question_Selected';
import lifecyclePageBringBack from '@salesforce/label/c.Lifecycle_Page_Bring_Back';
import lifecyclePageBringBackOne from '@salesforce/label/c.Lifecycle_Page_Bring_Back_One';
import lifecyclePageCanSignIn from '@salesforce/label/c.Lifecycle_Page_Can_Sign_In';
import lifecyclePageCarry from '@salesforce/label/c.Lifecycle_Page_Carry';
import lifecyclePageChanges from '@salesforce/label/c.Lifecycle_Page_Changes';
import lifecyclePageChangesText from '@salesforce/label/c.Lifecycle_Page_Changes_Text';
import lifecyclePageCompared from '@salesforce/label/c.Lifecycle_Page_Compared';
import lifecyclePageDaily from '@salesforce/label/c.Lifecycle_Page_Daily';
import lifecyclePageDailyFirst from '@salesforce/label/c.Lifecycle_Page_Daily_First';
import lifecyclePageDailyNo from '@salesforce/label/c.Lifecycle_Page_Daily_No';
import lifecyclePageDailyYes from '@salesforce/label/c.Lifecycle_Page_Daily_Yes';
import lifecyclePageDeactivate from '@salesforce/label/c.Lifecycle_Page_Deactivate';
import lifecyclePageDeactivateOne from '@salesforce/label/c.Lifecycle_Page_Deactivate_One';
import lifecyclePageDryRun from '@salesforce/label/c.Lifecycle_Page_Dry_Run';
import lifecyclePageFreeze from '@salesforce/label/c.Lifecycle_Page_Freeze';
import lifecyclePageFreezeOne from '@salesforce/label/c.Lifecycle_Page_Freeze_One';
import lifecyclePageGoneToday from '@salesforce/label/c.Lifecycle_Page_Gone_Today';
import lifecyclePageLane from '@salesforce/label/c.Lifecycle_Page_Lane';
import lifecyclePageLaneOwn from '@salesforce/label/c.Lifecycle_Page_Lane_Own';
import lifecyclePageLast from '@salesforce/label/c.Lifecycle_Page_Last';
import lifecyclePageLastNone from '@salesforce/label/c.Lifecycle_Page_Last_None';
import lifecyclePageLastReturns from '@salesforce/label/c.Lifecycle_Page_Last_Returns';
import lifecyclePageLastText from '@salesforce/label/c.Lifecycle_Page_Last_Text';
import lifecyclePageLeavers from '@salesforce/label/c.Lifecycle_Page_Leavers';
import lifecyclePageLeaversText from '@salesforce/label/c.Lifecycle_Page_Leavers_Text';
import lifecyclePageMayReturn from '@salesforce/label/c.Lifecycle_Page_May_Return';
import lifecyclePageQuestionChanges from '@salesforce/label/c.Lifecycle_Page_Question_Changes';
import lifecyclePageQuestionLeavers from '@salesforce/label/c.Lifecycle_Page_Question_Leavers';
import lifecyclePageQuestionReturns from '@salesforce/label/c.Lifecycle_Page_Question_Returns';
import lifecyclePageReturns from '@salesforce/label/c.Lifecycle_Page_Returns';
import lifecyclePageReturnsText from '@salesforce/label/c.Lifecycle_Page_Returns_Text';
import lifecyclePageSettings from '@salesforce/label/c.Lifecycle_Page_Settings';
import lifecyclePageShowPeople from '@salesforce/label/c.Lifecycle_Page_Show_People';
import lifecyclePageStartOf from '@salesforce/label/c.Lifecycle_Page_Start_Of';
import lifecyclePageStarted from '@salesforce/label/c.Lifecycle_Page_Started';
import lifecyclePageStatuses from '@salesforce/label/c.Lifecycle_Page_Statuses';
import lifecyclePageSubtitle from '@salesforce/label/c.Lifecycle_Page_Subtitle';
import lifecyclePageTitle from '@salesforce/label/c.Lifecycle_Page_Title';
import lifecyclePageWhat from '@salesforce/label/c.Lifecycle_Page_What';
import lifecyclePageWhatDeactivate from '@salesforce/label/c.Lifecycle_Page_What_Deactivate';
import lifecyclePageWhatFreeze from '@salesforce/label/c.Lifecycle_Page_What_Freeze';
import returnsQuestion from '@salesforce/label/c.Returns_Question';

export const labels = {
  changesCarry,
  changesCarryOne,
  changesDiffer,
  changesDifferOne,
  changesNothing,
  changesQuestion,
  changesSettings,
  leaversCanStill,
  leaversCanStillOne,
  leaversNobody,
  leaversNobodyMay,
  leaversNobodyReturns,
  leaversQuestionSelected,
  lifecyclePageBringBack,
  lifecyclePageBringBackOne,
  lifecyclePageCanSignIn,
  lifecyclePageCarry,
  lifecyclePageChanges,
  lifecyclePageChangesText,
  lifecyclePageCompared,
  lifecyclePageDaily,
  lifecyclePageDailyFirst,
  lifecyclePageDailyNo,
  lifecyclePageDailyYes,
  lifecyclePageDeactivate,
  lifecyclePageDeactivateOne,
  lifecyclePageDryRun,
  lifecyclePageFreeze,
  lifecyclePageFreezeOne,
  lifecyclePageGoneToday,
  lifecyclePageLane,
  lifecyclePageLaneOwn,
  lifecyclePageLast,
  lifecyclePageLastNone,
  lifecyclePageLastReturns,
  lifecyclePageLastText,
  lifecyclePageLeavers,
  lifecyclePageLeaversText,
  lifecyclePageMayReturn,
  lifecyclePageQuestionChanges,
  lifecyclePageQuestionLeavers,
  lifecyclePageQuestionReturns,
  lifecyclePageReturns,
  lifecyclePageReturnsText,
  lifecyclePageSettings,
  lifecyclePageShowPeople,
  lifecyclePageStartOf,
  lifecyclePageStarted,
  lifecyclePageStatuses,
  lifecyclePageSubtitle,
  lifecyclePageTitle,
  lifecyclePageWhat,
  lifecyclePageWhatDeactivate,
  lifecyclePageWhatFreeze,
  returnsQuestion,
};
