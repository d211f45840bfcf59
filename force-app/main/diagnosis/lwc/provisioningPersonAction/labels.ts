import personRefused from '@salesforce/label/c.Person_Refused';
import personTitle from '@salesforce/label/c.Person_Title';
import processesPageTitle from '@salesforce/label/c.Processes_Page_Title';
import runStarted from '@salesforce/label/c.Run_Started';

export const labels = {
  personRefused,
  personTitle,
  processesPageTitle,
  runStarted,
};
