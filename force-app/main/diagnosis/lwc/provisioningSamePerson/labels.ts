import consoleCancel from '@salesforce/label/c.Console_Cancel';
import diagnosisUser from '@salesforce/label/c.Diagnosis_User';
import employeesColumnPerson from '@salesforce/label/c.Employees_Column_Person';
import employeesColumnUser from '@salesforce/label/c.Employees_Column_User';
import samePersonAfter from '@salesforce/label/c.SamePerson_After';
import samePersonConfirm from '@salesforce/label/c.SamePerson_Confirm';
import samePersonConfirmed from '@salesforce/label/c.SamePerson_Confirmed';
import samePersonDifferent from '@salesforce/label/c.SamePerson_Different';
import samePersonDifferentText from '@salesforce/label/c.SamePerson_DifferentText';
import samePersonEmail from '@salesforce/label/c.SamePerson_Email';
import samePersonHeading from '@salesforce/label/c.SamePerson_Heading';
import samePersonName from '@salesforce/label/c.SamePerson_Name';
import samePersonNew from '@salesforce/label/c.SamePerson_New';
import samePersonNone from '@salesforce/label/c.SamePerson_None';
import samePersonNumber from '@salesforce/label/c.SamePerson_Number';
import samePersonOld from '@salesforce/label/c.SamePerson_Old';
import samePersonTakeOver from '@salesforce/label/c.SamePerson_TakeOver';
import samePersonTakenOver from '@salesforce/label/c.SamePerson_TakenOver';
import samePersonTakes from '@salesforce/label/c.SamePerson_Takes';
import samePersonWhat from '@salesforce/label/c.SamePerson_What';

export const labels = {
  consoleCancel,
  diagnosisUser,
  employeesColumnPerson,
  employeesColumnUser,
  samePersonAfter,
  samePersonConfirm,
  samePersonConfirmed,
  samePersonDifferent,
  samePersonDifferentText,
  samePersonEmail,
  samePersonHeading,
  samePersonName,
  samePersonNew,
  samePersonNone,
  samePersonNumber,
  samePersonOld,
  samePersonTakeOver,
  samePersonTakenOver,
  samePersonTakes,
  samePersonWhat,
};
