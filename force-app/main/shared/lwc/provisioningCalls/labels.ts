import consoleErrorUnreadable from '@salesforce/label/c.Console_Error_Unreadable';

export const labels = {
  consoleErrorUnreadable,
};
