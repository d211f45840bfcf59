import appsRaise from '@salesforce/label/c.Apps_Raise';
import appsRaiseDo from '@salesforce/label/c.Apps_Raise_Do';
import appsRaiseFull from '@salesforce/label/c.Apps_Raise_Full';
import appsRaiseLeftOut from '@salesforce/label/c.Apps_Raise_LeftOut';
import appsRaiseMore from '@salesforce/label/c.Apps_Raise_More';
import appsRaisePeople from '@salesforce/label/c.Apps_Raise_People';
import appsRaiseRemove from '@salesforce/label/c.Apps_Raise_Remove';
import appsRaiseSentence from '@salesforce/label/c.Apps_Raise_Sentence';
import appsRequestOperation from '@salesforce/label/c.Apps_Request_Operation';
import consoleCancel from '@salesforce/label/c.Console_Cancel';

export const labels = {
  appsRaise,
  appsRaiseDo,
  appsRaiseFull,
  appsRaiseLeftOut,
  appsRaiseMore,
  appsRaisePeople,
  appsRaiseRemove,
  appsRaiseSentence,
  appsRequestOperation,
  consoleCancel,
};
