import appsAvailable from '@salesforce/label/c.Apps_Available';
import appsEntitling from '@salesforce/label/c.Apps_Entitling';
import appsEntitlingHelp from '@salesforce/label/c.Apps_Entitling_Help';
import appsNewTarget from '@salesforce/label/c.Apps_New_Target';
import appsSelected from '@salesforce/label/c.Apps_Selected';
import appsTargetName from '@salesforce/label/c.Apps_Target_Name';
import appsTargetText from '@salesforce/label/c.Apps_Target_Text';
import consoleCancel from '@salesforce/label/c.Console_Cancel';
import consoleSave from '@salesforce/label/c.Console_Save';

export const labels = {
  appsAvailable,
  appsEntitling,
  appsEntitlingHelp,
  appsNewTarget,
  appsSelected,
  appsTargetName,
  appsTargetText,
  consoleCancel,
  consoleSave,
};
