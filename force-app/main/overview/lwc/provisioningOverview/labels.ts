import employeesTitle from '@salesforce/label/c.Employees_Title';
import importTitle from '@salesforce/label/c.Import_Title';
import outcomeCreated from '@salesforce/label/c.Outcome_Created';
import outcomeFailed from '@salesforce/label/c.Outcome_Failed';
import outcomeLinked from '@salesforce/label/c.Outcome_Linked';
import overviewAutomaticOff from '@salesforce/label/c.Overview_Automatic_Off';
import overviewAutomaticOn from '@salesforce/label/c.Overview_Automatic_On';
import overviewCannotRun from '@salesforce/label/c.Overview_Cannot_Run';
import overviewCause from '@salesforce/label/c.Overview_Cause';
import overviewChangeRecipients from '@salesforce/label/c.Overview_Change_Recipients';
import overviewDecide from '@salesforce/label/c.Overview_Decide';
import overviewGuideDry from '@salesforce/label/c.Overview_Guide_Dry';
import overviewGuideDryText from '@salesforce/label/c.Overview_Guide_Dry_Text';
import overviewGuideLoad from '@salesforce/label/c.Overview_Guide_Load';
import overviewGuideLoadNone from '@salesforce/label/c.Overview_Guide_Load_None';
import overviewGuideLoadSome from '@salesforce/label/c.Overview_Guide_Load_Some';
import overviewGuideLoadStatus from '@salesforce/label/c.Overview_Guide_Load_Status';
import overviewGuideOpen from '@salesforce/label/c.Overview_Guide_Open';
import overviewGuideRunText from '@salesforce/label/c.Overview_Guide_Run_Text';
import overviewGuideSettings from '@salesforce/label/c.Overview_Guide_Settings';
import overviewGuideSettingsFirst from '@salesforce/label/c.Overview_Guide_Settings_First';
import overviewGuideSettingsText from '@salesforce/label/c.Overview_Guide_Settings_Text';
import overviewLeavers from '@salesforce/label/c.Overview_Leavers';
import overviewLeaversOff from '@salesforce/label/c.Overview_Leavers_Off';
import overviewLeaversShow from '@salesforce/label/c.Overview_Leavers_Show';
import overviewDays from '@salesforce/label/c.Overview_Days';
import overviewHours from '@salesforce/label/c.Overview_Hours';
import overviewMedian from '@salesforce/label/c.Overview_Median';
import overviewMinutes from '@salesforce/label/c.Overview_Minutes';
import overviewMoreCauses from '@salesforce/label/c.Overview_More_Causes';
import overviewUnderMinute from '@salesforce/label/c.Overview_Under_Minute';
import overviewMonth from '@salesforce/label/c.Overview_Month';
import overviewMonthCreated from '@salesforce/label/c.Overview_Month_Created';
import overviewMonthLinked from '@salesforce/label/c.Overview_Month_Linked';
import overviewMonthSettled from '@salesforce/label/c.Overview_Month_Settled';
import overviewMonthSettledText from '@salesforce/label/c.Overview_Month_Settled_Text';
import overviewMonthUpdated from '@salesforce/label/c.Overview_Month_Updated';
import overviewNeedEnded from '@salesforce/label/c.Overview_Need_Ended';
import overviewNeedFailed from '@salesforce/label/c.Overview_Need_Failed';
import overviewNeedFailedText from '@salesforce/label/c.Overview_Need_Failed_Text';
import overviewNeedLeavers from '@salesforce/label/c.Overview_Need_Leavers';
import overviewNeedLeaversText from '@salesforce/label/c.Overview_Need_Leavers_Text';
import overviewNeedPart from '@salesforce/label/c.Overview_Need_Part';
import overviewNeedParked from '@salesforce/label/c.Overview_Need_Parked';
import overviewNeeds from '@salesforce/label/c.Overview_Needs';
import overviewNeedSilent from '@salesforce/label/c.Overview_Need_Silent';
import overviewNotTried from '@salesforce/label/c.Overview_Not_Tried';
import overviewOpenGuards from '@salesforce/label/c.Overview_Open_Guards';
import overviewOpenRun from '@salesforce/label/c.Overview_Open_Run';
import overviewOpenSettings from '@salesforce/label/c.Overview_Open_Settings';
import overviewPeople from '@salesforce/label/c.Overview_People';
import overviewProgress from '@salesforce/label/c.Overview_Progress';
import overviewRefresh from '@salesforce/label/c.Overview_Refresh';
import overviewReturns from '@salesforce/label/c.Overview_Returns';
import overviewReturnsShow from '@salesforce/label/c.Overview_Returns_Show';
import overviewReviewFailed from '@salesforce/label/c.Overview_Review_Failed';
import overviewReviewLeavers from '@salesforce/label/c.Overview_Review_Leavers';
import overviewRun from '@salesforce/label/c.Overview_Run';
import overviewRunning from '@salesforce/label/c.Overview_Running';
import overviewRuns from '@salesforce/label/c.Overview_Runs';
import overviewRunsNone from '@salesforce/label/c.Overview_Runs_None';
import overviewRunsText from '@salesforce/label/c.Overview_Runs_Text';
import overviewSeats from '@salesforce/label/c.Overview_Seats';
import overviewSeatsLink from '@salesforce/label/c.Overview_Seats_Link';
import overviewShares from '@salesforce/label/c.Overview_Shares';
import overviewShowAll from '@salesforce/label/c.Overview_Show_All';
import overviewShowPeople from '@salesforce/label/c.Overview_Show_People';
import overviewStale from '@salesforce/label/c.Overview_Stale';
import overviewTitle from '@salesforce/label/c.Overview_Title';
import overviewToday from '@salesforce/label/c.Overview_Today';
import overviewUnresolved from '@salesforce/label/c.Overview_Unresolved';
import overviewUnresolvedText from '@salesforce/label/c.Overview_Unresolved_Text';
import overviewUpdated from '@salesforce/label/c.Overview_Updated';
import overviewVersion from '@salesforce/label/c.Overview_Version';
import overviewWaiting from '@salesforce/label/c.Overview_Waiting';
import overviewWaitingText from '@salesforce/label/c.Overview_Waiting_Text';
import overviewWhy from '@salesforce/label/c.Overview_Why';
import overviewWhyTitle from '@salesforce/label/c.Overview_Why_Title';
import overviewWhyNone from '@salesforce/label/c.Overview_Why_None';
import overviewWithUser from '@salesforce/label/c.Overview_With_User';
import overviewWithUserText from '@salesforce/label/c.Overview_With_User_Text';
import processesPageTitle from '@salesforce/label/c.Processes_Page_Title';
import provisioningPermissionRun from '@salesforce/label/c.Provisioning_Permission_Run';
import runDryRun from '@salesforce/label/c.Run_Dry_Run';
import runUserProvisioning from '@salesforce/label/c.Run_User_Provisioning';

export const labels = {
  employeesTitle,
  importTitle,
  outcomeCreated,
  outcomeFailed,
  outcomeLinked,
  overviewAutomaticOff,
  overviewAutomaticOn,
  overviewCannotRun,
  overviewCause,
  overviewChangeRecipients,
  overviewDecide,
  overviewGuideDry,
  overviewGuideDryText,
  overviewGuideLoad,
  overviewGuideLoadNone,
  overviewGuideLoadSome,
  overviewGuideLoadStatus,
  overviewGuideOpen,
  overviewGuideRunText,
  overviewGuideSettings,
  overviewGuideSettingsFirst,
  overviewGuideSettingsText,
  overviewLeavers,
  overviewLeaversOff,
  overviewLeaversShow,
  overviewDays,
  overviewHours,
  overviewMedian,
  overviewMinutes,
  overviewMoreCauses,
  overviewUnderMinute,
  overviewMonth,
  overviewMonthCreated,
  overviewMonthLinked,
  overviewMonthSettled,
  overviewMonthSettledText,
  overviewMonthUpdated,
  overviewNeedEnded,
  overviewNeedFailed,
  overviewNeedFailedText,
  overviewNeedLeavers,
  overviewNeedLeaversText,
  overviewNeedPart,
  overviewNeedParked,
  overviewNeeds,
  overviewNeedSilent,
  overviewNotTried,
  overviewOpenGuards,
  overviewOpenRun,
  overviewOpenSettings,
  overviewPeople,
  overviewProgress,
  overviewRefresh,
  overviewReturns,
  overviewReturnsShow,
  overviewReviewFailed,
  overviewReviewLeavers,
  overviewRun,
  overviewRunning,
  overviewRuns,
  overviewRunsNone,
  overviewRunsText,
  overviewSeats,
  overviewSeatsLink,
  overviewShares,
  overviewShowAll,
  overviewShowPeople,
  overviewStale,
  overviewTitle,
  overviewToday,
  overviewUnresolved,
  overviewUnresolvedText,
  overviewUpdated,
  overviewVersion,
  overviewWaiting,
  overviewWaitingText,
  overviewWhy,
  overviewWhyTitle,
  overviewWhyNone,
  overviewWithUser,
  overviewWithUserText,
  processesPageTitle,
  provisioningPermissionRun,
  runDryRun,
  runUserProvisioning,
};
