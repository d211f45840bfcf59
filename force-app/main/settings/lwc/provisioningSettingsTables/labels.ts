import settingsTablesCount from '@salesforce/label/c.Settings_Tables_Count';
import settingsTablesEmpty from '@salesforce/label/c.Settings_Tables_Empty';
import settingsTablesExport from '@salesforce/label/c.Settings_Tables_Export';
import settingsTablesGroup from '@salesforce/label/c.Settings_Tables_Group';
import settingsTablesHelp from '@salesforce/label/c.Settings_Tables_Help';
import settingsTablesImport from '@salesforce/label/c.Settings_Tables_Import';
import settingsTablesName from '@salesforce/label/c.Settings_Tables_Name';
import settingsTablesNew from '@salesforce/label/c.Settings_Tables_New';
import settingsTablesOtherwise from '@salesforce/label/c.Settings_Tables_Otherwise';
import settingsTablesOtherwiseHelp from '@salesforce/label/c.Settings_Tables_Otherwise_Help';
import settingsTablesRemove from '@salesforce/label/c.Settings_Tables_Remove';
import settingsTablesRows from '@salesforce/label/c.Settings_Tables_Rows';

export const labels = {
  settingsTablesCount,
  settingsTablesEmpty,
  settingsTablesExport,
  settingsTablesGroup,
  settingsTablesHelp,
  settingsTablesImport,
  settingsTablesName,
  settingsTablesNew,
  settingsTablesOtherwise,
  settingsTablesOtherwiseHelp,
  settingsTablesRemove,
  settingsTablesRows,
};
