import settingsMergeChanged from '@salesforce/label/c.Settings_Merge_Changed';
import settingsMergeChoose from '@salesforce/label/c.Settings_Merge_Choose';
import settingsMergeEmpty from '@salesforce/label/c.Settings_Merge_Empty';
import settingsMergeMine from '@salesforce/label/c.Settings_Merge_Mine';
import settingsMergeReady from '@salesforce/label/c.Settings_Merge_Ready';
import settingsMergeTheirs from '@salesforce/label/c.Settings_Merge_Theirs';
import settingsMergeTitle from '@salesforce/label/c.Settings_Merge_Title';

export const labels = {
  settingsMergeChanged,
  settingsMergeChoose,
  settingsMergeEmpty,
  settingsMergeMine,
  settingsMergeReady,
  settingsMergeTheirs,
  settingsMergeTitle,
};
