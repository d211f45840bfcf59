import consoleClose from '@salesforce/label/c.Console_Close';
import diagnosisTitle from '@salesforce/label/c.Diagnosis_Title';

export const labels = {
  consoleClose,
  diagnosisTitle,
};
