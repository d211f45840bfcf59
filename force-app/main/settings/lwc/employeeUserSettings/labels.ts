import provisioningFindingRange from '@salesforce/label/c.Provisioning_Finding_Range';
import provisioningFixRange from '@salesforce/label/c.Provisioning_Fix_Range';
import settingsBarChoose from '@salesforce/label/c.Settings_Bar_Choose';
import settingsFindings from '@salesforce/label/c.Settings_Findings';
import settingsGuards from '@salesforce/label/c.Settings_Guards';
import settingsMergeEmpty from '@salesforce/label/c.Settings_Merge_Empty';
import settingsNeverSaved from '@salesforce/label/c.Settings_Never_Saved';
import settingsPageTitle from '@salesforce/label/c.Settings_Page_Title';
import settingsReadOnly from '@salesforce/label/c.Settings_Read_Only';
import settingsSaved from '@salesforce/label/c.Settings_Saved';
import settingsSavedBy from '@salesforce/label/c.Settings_Saved_By';
import settingsVersion from '@salesforce/label/c.Settings_Version';

export const labels = {
  provisioningFindingRange,
  provisioningFixRange,
  settingsBarChoose,
  settingsFindings,
  settingsGuards,
  settingsMergeEmpty,
  settingsNeverSaved,
  settingsPageTitle,
  settingsReadOnly,
  settingsSaved,
  settingsSavedBy,
  settingsVersion,
};
