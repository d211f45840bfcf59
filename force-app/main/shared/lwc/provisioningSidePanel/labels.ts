import consoleClose from '@salesforce/label/c.Console_Close';

export const labels = {
  consoleClose,
};
