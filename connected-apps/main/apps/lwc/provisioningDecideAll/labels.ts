import appsDoAdopt from '@salesforce/label/c.Apps_Do_Adopt';
import appsDoIgnore from '@salesforce/label/c.Apps_Do_Ignore';
import appsDoPush from '@salesforce/label/c.Apps_Do_Push';
import appsDoUnlink from '@salesforce/label/c.Apps_Do_Unlink';
import appsDoUpdate from '@salesforce/label/c.Apps_Do_Update';
import appsDriftAdoptQuestion from '@salesforce/label/c.Apps_Drift_AdoptQuestion';
import appsDriftIgnoreQuestion from '@salesforce/label/c.Apps_Drift_IgnoreQuestion';
import appsDriftPushQuestion from '@salesforce/label/c.Apps_Drift_PushQuestion';
import appsForAll from '@salesforce/label/c.Apps_ForAll';
import appsForAllDecision from '@salesforce/label/c.Apps_ForAll_Decision';
import appsForAllDo from '@salesforce/label/c.Apps_ForAll_Do';
import appsForAllDry from '@salesforce/label/c.Apps_ForAll_Dry';
import appsForAllFound from '@salesforce/label/c.Apps_ForAll_Found';
import appsForAllNone from '@salesforce/label/c.Apps_ForAll_None';
import appsForAllRuns from '@salesforce/label/c.Apps_ForAll_Runs';
import appsForAllScope from '@salesforce/label/c.Apps_ForAll_Scope';
import appsForAllUnlink from '@salesforce/label/c.Apps_ForAll_Unlink';
import appsForAllUpdate from '@salesforce/label/c.Apps_ForAll_Update';
import consoleCancel from '@salesforce/label/c.Console_Cancel';

export const labels = {
  appsDoAdopt,
  appsDoIgnore,
  appsDoPush,
  appsDoUnlink,
  appsDoUpdate,
  appsDriftAdoptQuestion,
  appsDriftIgnoreQuestion,
  appsDriftPushQuestion,
  appsForAll,
  appsForAllDecision,
  appsForAllDo,
  appsForAllDry,
  appsForAllFound,
  appsForAllNone,
  appsForAllRuns,
  appsForAllScope,
  appsForAllUnlink,
  appsForAllUpdate,
  consoleCancel,
};
