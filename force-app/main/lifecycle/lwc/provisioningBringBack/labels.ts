import consoleCancel from '@salesforce/label/c.Console_Cancel';
import processBringBackDoes from '@salesforce/label/c.Process_Bring_Back_Does';
import processBringBackInclude from '@salesforce/label/c.Process_Bring_Back_Include';
import processBringBackKeeps from '@salesforce/label/c.Process_Bring_Back_Keeps';
import processBringBackLeavers from '@salesforce/label/c.Process_Bring_Back_Leavers';
import processBringBackLive from '@salesforce/label/c.Process_Bring_Back_Live';
import processBringBackNever from '@salesforce/label/c.Process_Bring_Back_Never';
import processBringBackPeople from '@salesforce/label/c.Process_Bring_Back_People';
import processBringBackTitle from '@salesforce/label/c.Process_Bring_Back_Title';
import processBringBackTitleSome from '@salesforce/label/c.Process_Bring_Back_Title_Some';
import runDryRun from '@salesforce/label/c.Run_Dry_Run';

export const labels = {
  consoleCancel,
  processBringBackDoes,
  processBringBackInclude,
  processBringBackKeeps,
  processBringBackLeavers,
  processBringBackLive,
  processBringBackNever,
  processBringBackPeople,
  processBringBackTitle,
  processBringBackTitleSome,
  runDryRun,
};
