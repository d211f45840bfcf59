import appsPause from '@salesforce/label/c.Apps_Pause';
import appsPauseQuestion from '@salesforce/label/c.Apps_Pause_Question';
import appsPausedSaid from '@salesforce/label/c.Apps_Paused_Said';
import appsResumedSaid from '@salesforce/label/c.Apps_Resumed_Said';

export const labels = {
  appsPause,
  appsPauseQuestion,
  appsPausedSaid,
  appsResumedSaid,
};
