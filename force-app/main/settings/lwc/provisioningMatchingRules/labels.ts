import settingsMatching from '@salesforce/label/c.Settings_Matching';
import settingsMatchingDown from '@salesforce/label/c.Settings_Matching_Down';
import settingsMatchingHelp from '@salesforce/label/c.Settings_Matching_Help';
import settingsMatchingOwn from '@salesforce/label/c.Settings_Matching_Own';
import settingsMatchingOwnHelp from '@salesforce/label/c.Settings_Matching_Own_Help';
import settingsMatchingUp from '@salesforce/label/c.Settings_Matching_Up';
import settingsMoveBack from '@salesforce/label/c.Settings_Move_Back';
import settingsMoveHandle from '@salesforce/label/c.Settings_Move_Handle';
import settingsMoveHelp from '@salesforce/label/c.Settings_Move_Help';
import settingsMovePicked from '@salesforce/label/c.Settings_Move_Picked';
import settingsMoveTo from '@salesforce/label/c.Settings_Move_To';

export const labels = {
  settingsMatching,
  settingsMatchingDown,
  settingsMatchingHelp,
  settingsMatchingOwn,
  settingsMatchingOwnHelp,
  settingsMatchingUp,
  settingsMoveBack,
  settingsMoveHandle,
  settingsMoveHelp,
  settingsMovePicked,
  settingsMoveTo,
};
