import changesEmpty from '@salesforce/label/c.Changes_Empty';
import settingsCompareDiffer from '@salesforce/label/c.Settings_Compare_Differ';
import settingsCompareSame from '@salesforce/label/c.Settings_Compare_Same';
import settingsCompareSetting from '@salesforce/label/c.Settings_Compare_Setting';
import settingsCompareTable from '@salesforce/label/c.Settings_Compare_Table';
import settingsVersion from '@salesforce/label/c.Settings_Version';

export const labels = {
  changesEmpty,
  settingsCompareDiffer,
  settingsCompareSame,
  settingsCompareSetting,
  settingsCompareTable,
  settingsVersion,
};
