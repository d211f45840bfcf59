import consoleMoreActions from '@salesforce/label/c.Console_More_Actions';
import outcomeFailed from '@salesforce/label/c.Outcome_Failed';
import overviewDecide from '@salesforce/label/c.Overview_Decide';
import overviewOutcomes from '@salesforce/label/c.Overview_Outcomes';
import overviewRunningNone from '@salesforce/label/c.Overview_Running_None';
import processAlmostDone from '@salesforce/label/c.Process_Almost_Done';
import processCancel from '@salesforce/label/c.Process_Cancel';
import processName from '@salesforce/label/c.Process_Name';
import processPeople from '@salesforce/label/c.Process_People';
import processProgress from '@salesforce/label/c.Process_Progress';
import processRate from '@salesforce/label/c.Process_Rate';
import processScope from '@salesforce/label/c.Process_Scope';
import processStartedBy from '@salesforce/label/c.Process_Started_By';
import processStateParked from '@salesforce/label/c.Process_State_Parked';
import processStatus from '@salesforce/label/c.Process_Status';
import processTimeLeft from '@salesforce/label/c.Process_Time_Left';
import processesActive from '@salesforce/label/c.Processes_Active';
import processesLaneGiving from '@salesforce/label/c.Processes_Lane_Giving';
import processesLaneGivingText from '@salesforce/label/c.Processes_Lane_Giving_Text';
import processesLaneGoes from '@salesforce/label/c.Processes_Lane_Goes';
import processesLaneNote from '@salesforce/label/c.Processes_Lane_Note';
import processesLaneTaking from '@salesforce/label/c.Processes_Lane_Taking';
import processesLaneTakingText from '@salesforce/label/c.Processes_Lane_Taking_Text';
import processesLaneYou from '@salesforce/label/c.Processes_Lane_You';
import processesTimeLeft from '@salesforce/label/c.Processes_Time_Left';
import runDryRun from '@salesforce/label/c.Run_Dry_Run';

export const labels = {
  consoleMoreActions,
  outcomeFailed,
  overviewDecide,
  overviewOutcomes,
  overviewRunningNone,
  processAlmostDone,
  processCancel,
  processName,
  processPeople,
  processProgress,
  processRate,
  processScope,
  processStartedBy,
  processStateParked,
  processStatus,
  processTimeLeft,
  processesActive,
  processesLaneGiving,
  processesLaneGivingText,
  processesLaneGoes,
  processesLaneNote,
  processesLaneTaking,
  processesLaneTakingText,
  processesLaneYou,
  processesTimeLeft,
  runDryRun,
};
