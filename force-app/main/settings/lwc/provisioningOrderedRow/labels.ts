import settingsMatchingDown from '@salesforce/label/c.Settings_Matching_Down';
import settingsMatchingUp from '@salesforce/label/c.Settings_Matching_Up';
import settingsMoveBack from '@salesforce/label/c.Settings_Move_Back';
import settingsMoveHandle from '@salesforce/label/c.Settings_Move_Handle';
import settingsMovePicked from '@salesforce/label/c.Settings_Move_Picked';
import settingsMoveTo from '@salesforce/label/c.Settings_Move_To';

export const labels = {
  settingsMatchingDown,
  settingsMatchingUp,
  settingsMoveBack,
  settingsMoveHandle,
  settingsMovePicked,
  settingsMoveTo,
};
