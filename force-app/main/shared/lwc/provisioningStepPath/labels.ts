import consoleStepCurrent from '@salesforce/label/c.Console_Step_Current';
import consoleStepDone from '@salesforce/label/c.Console_Step_Done';
import consoleStepOpen from '@salesforce/label/c.Console_Step_Open';

export const labels = {
  consoleStepCurrent,
  consoleStepDone,
  consoleStepOpen,
};
