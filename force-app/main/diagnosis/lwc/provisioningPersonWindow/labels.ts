import consoleCancel from '@salesforce/label/c.Console_Cancel';
import personExplanation from '@salesforce/label/c.Person_Explanation';
import personProvision from '@salesforce/label/c.Person_Provision';
import personTitle from '@salesforce/label/c.Person_Title';

export const labels = {
  consoleCancel,
  personExplanation,
  personProvision,
  personTitle,
};
