import consoleLoading from '@salesforce/label/c.Console_Loading';

export const labels = {
  consoleLoading,
};
