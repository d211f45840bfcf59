import consoleNotUpdated from '@salesforce/label/c.Console_Not_Updated';
import consoleUpdatedAgo from '@salesforce/label/c.Console_Updated_Ago';

export const labels = {
  consoleNotUpdated,
  consoleUpdatedAgo,
};
