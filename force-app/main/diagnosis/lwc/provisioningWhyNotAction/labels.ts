import diagnosisTitle from '@salesforce/label/c.Diagnosis_Title';

export const labels = {
  diagnosisTitle,
};
