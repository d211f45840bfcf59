import settingsStepsAdd from '@salesforce/label/c.Settings_Steps_Add';
import settingsStepsFirst from '@salesforce/label/c.Settings_Steps_First';
import settingsStepsJoin from '@salesforce/label/c.Settings_Steps_Join';
import settingsStepsLeft from '@salesforce/label/c.Settings_Steps_Left';
import settingsStepsLength from '@salesforce/label/c.Settings_Steps_Length';
import settingsStepsLower from '@salesforce/label/c.Settings_Steps_Lower';
import settingsStepsManager from '@salesforce/label/c.Settings_Steps_Manager';
import settingsStepsPart from '@salesforce/label/c.Settings_Steps_Part';
import settingsStepsPosition from '@salesforce/label/c.Settings_Steps_Position';
import settingsStepsRemove from '@salesforce/label/c.Settings_Steps_Remove';
import settingsStepsReplace from '@salesforce/label/c.Settings_Steps_Replace';
import settingsStepsReplacement from '@salesforce/label/c.Settings_Steps_Replacement';
import settingsStepsSearch from '@salesforce/label/c.Settings_Steps_Search';
import settingsStepsSplit from '@salesforce/label/c.Settings_Steps_Split';
import settingsStepsStep from '@salesforce/label/c.Settings_Steps_Step';
import settingsStepsTable from '@salesforce/label/c.Settings_Steps_Table';
import settingsStepsTitle from '@salesforce/label/c.Settings_Steps_Title';
import settingsStepsUpper from '@salesforce/label/c.Settings_Steps_Upper';
import settingsStepsWith from '@salesforce/label/c.Settings_Steps_With';

export const labels = {
  settingsStepsAdd,
  settingsStepsFirst,
  settingsStepsJoin,
  settingsStepsLeft,
  settingsStepsLength,
  settingsStepsLower,
  settingsStepsManager,
  settingsStepsPart,
  settingsStepsPosition,
  settingsStepsRemove,
  settingsStepsReplace,
  settingsStepsReplacement,
  settingsStepsSearch,
  settingsStepsSplit,
  settingsStepsStep,
  settingsStepsTable,
  settingsStepsTitle,
  settingsStepsUpper,
  settingsStepsWith,
};
