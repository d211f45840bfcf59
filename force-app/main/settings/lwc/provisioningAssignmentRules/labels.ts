import settingsMoveHelp from '@salesforce/label/c.Settings_Move_Help';
import settingsMovers from '@salesforce/label/c.Settings_Movers';
import settingsMoversHelp from '@salesforce/label/c.Settings_Movers_Help';
import settingsRules from '@salesforce/label/c.Settings_Rules';
import settingsRulesAdd from '@salesforce/label/c.Settings_Rules_Add';
import settingsRulesElse from '@salesforce/label/c.Settings_Rules_Else';
import settingsRulesElseHelp from '@salesforce/label/c.Settings_Rules_Else_Help';
import settingsRulesHelp from '@salesforce/label/c.Settings_Rules_Help';
import settingsRulesNew from '@salesforce/label/c.Settings_Rules_New';
import settingsRulesRemove from '@salesforce/label/c.Settings_Rules_Remove';

export const labels = {
  settingsMoveHelp,
  settingsMovers,
  settingsMoversHelp,
  settingsRules,
  settingsRulesAdd,
  settingsRulesElse,
  settingsRulesElseHelp,
  settingsRulesHelp,
  settingsRulesNew,
  settingsRulesRemove,
};
