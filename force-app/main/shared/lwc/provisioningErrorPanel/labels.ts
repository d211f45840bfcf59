import consoleTryAgain from '@salesforce/label/c.Console_Try_Again';

export const labels = {
  consoleTryAgain,
};
