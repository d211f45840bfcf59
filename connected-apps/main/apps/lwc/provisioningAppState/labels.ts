import appsNextProbe from '@salesforce/label/c.Apps_Next_Probe';
import appsPause from '@salesforce/label/c.Apps_Pause';
import appsPausedTitle from '@salesforce/label/c.Apps_Paused_Title';
import appsResume from '@salesforce/label/c.Apps_Resume';
import appsSince from '@salesforce/label/c.Apps_Since';
import appsStoppedTitle from '@salesforce/label/c.Apps_Stopped_Title';
import appsWaitingNoneFailed from '@salesforce/label/c.Apps_Waiting_None_Failed';
import appsWaitingSomeFailed from '@salesforce/label/c.Apps_Waiting_Some_Failed';

export const labels = {
  appsNextProbe,
  appsPause,
  appsPausedTitle,
  appsResume,
  appsSince,
  appsStoppedTitle,
  appsWaitingNoneFailed,
  appsWaitingSomeFailed,
};
