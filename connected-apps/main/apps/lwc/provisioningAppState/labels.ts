import appsNextProbe from '@salesforce/label/c.Apps_Next_Probe';
import appsPause from '@salesforce/label/c.Apps_Pause';
import appsPauseQuestion from '@salesforce/label/c.Apps_Pause_Question';
import appsPausedSaid from '@salesforce/label/c.Apps_Paused_Said';
import appsPausedTitle from '@salesforce/label/c.Apps_Paused_Title';
import appsResume from '@salesforce/label/c.Apps_Resume';
import appsResumedSaid from '@salesforce/label/c.Apps_Resumed_Said';
import appsSince from '@salesforce/label/c.Apps_Since';
import appsStoppedTitle from '@salesforce/label/c.Apps_Stopped_Title';
import appsWaitingNoneFailed from '@salesforce/label/c.Apps_Waiting_None_Failed';
import appsWaitingSomeFailed from '@salesforce/label/c.Apps_Waiting_Some_Failed';

export const labels = {
  appsNextProbe,
  appsPause,
  appsPauseQuestion,
  appsPausedSaid,
  appsPausedTitle,
  appsResume,
  appsResumedSaid,
  appsSince,
  appsStoppedTitle,
  appsWaitingNoneFailed,
  appsWaitingSomeFailed,
};
