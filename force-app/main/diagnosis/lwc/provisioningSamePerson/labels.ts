import consoleCancel from '@salesforce/label/c.Console_Cancel';
import diagnosisUser from '@salesforce/label/c.Diagnosis_User';
import samePersonConfirm from '@salesforce/label/c.SamePerson_Confirm';
import samePersonConfirmed from '@salesforce/label/c.SamePerson_Confirmed';
import samePersonDifferent from '@salesforce/label/c.SamePerson_Different';
import samePersonDifferentText from '@salesforce/label/c.SamePerson_DifferentText';
import samePersonEmail from '@salesforce/label/c.SamePerson_Email';
import samePersonHeading from '@salesforce/label/c.SamePerson_Heading';
import samePersonName from '@salesforce/label/c.SamePerson_Name';
import samePersonNumber from '@salesforce/label/c.SamePerson_Number';
import samePersonTakeOver from '@salesforce/label/c.SamePerson_TakeOver';
import samePersonTakenOver from '@salesforce/label/c.SamePerson_TakenOver';

export const labels = {
  consoleCancel,
  diagnosisUser,
  samePersonConfirm,
  samePersonConfirmed,
  samePersonDifferent,
  samePersonDifferentText,
  samePersonEmail,
  samePersonHeading,
  samePersonName,
  samePersonNumber,
  samePersonTakeOver,
  samePersonTakenOver,
};
