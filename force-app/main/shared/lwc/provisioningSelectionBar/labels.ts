import consoleClearSelection from '@salesforce/label/c.Console_Clear_Selection';
import consoleSelected from '@salesforce/label/c.Console_Selected';
import consoleSelectionFull from '@salesforce/label/c.Console_Selection_Full';

export const labels = {
  consoleClearSelection,
  consoleSelected,
  consoleSelectionFull,
};
