import changesEmpty from '@salesforce/label/c.Changes_Empty';

export const labels = {
  changesEmpty,
};
