import consoleExport from '@salesforce/label/c.Console_Export';

export const labels = {
  consoleExport,
};
