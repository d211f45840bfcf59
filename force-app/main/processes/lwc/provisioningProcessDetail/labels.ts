import consoleMoreActions from '@salesforce/label/c.Console_More_Actions';
import processBack from '@salesforce/label/c.Process_Back';
import processBringBack from '@salesforce/label/c.Process_Bring_Back';
import processBringBackStarted from '@salesforce/label/c.Process_Bring_Back_Started';
import processCancel from '@salesforce/label/c.Process_Cancel';
import processCancelQuestion from '@salesforce/label/c.Process_Cancel_Question';
import processCauses from '@salesforce/label/c.Process_Causes';
import processCausesLater from '@salesforce/label/c.Process_Causes_Later';
import processFailedBadge from '@salesforce/label/c.Process_Failed_Badge';
import processNothingChanged from '@salesforce/label/c.Process_Nothing_Changed';
import processPageTitle from '@salesforce/label/c.Process_Page_Title';
import processProgress from '@salesforce/label/c.Process_Progress';
import processResume from '@salesforce/label/c.Process_Resume';
import processResumeQuestion from '@salesforce/label/c.Process_Resume_Question';
import processRetry from '@salesforce/label/c.Process_Retry';
import processRetryStarted from '@salesforce/label/c.Process_Retry_Started';
import processRunForReal from '@salesforce/label/c.Process_Run_For_Real';
import processUndo from '@salesforce/label/c.Process_Undo';
import processUndoStarted from '@salesforce/label/c.Process_Undo_Started';
import processWouldDo from '@salesforce/label/c.Process_Would_Do';
import processWouldGoWrong from '@salesforce/label/c.Process_Would_Go_Wrong';
import runDryRun from '@salesforce/label/c.Run_Dry_Run';

export const labels = {
  consoleMoreActions,
  processBack,
  processBringBack,
  processBringBackStarted,
  processCancel,
  processCancelQuestion,
  processCauses,
  processCausesLater,
  processFailedBadge,
  processNothingChanged,
  processPageTitle,
  processProgress,
  processResume,
  processResumeQuestion,
  processRetry,
  processRetryStarted,
  processRunForReal,
  processUndo,
  processUndoStarted,
  processWouldDo,
  processWouldGoWrong,
  runDryRun,
};
