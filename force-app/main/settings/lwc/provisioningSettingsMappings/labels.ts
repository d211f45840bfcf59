import settingsMappingAdd from '@salesforce/label/c.Settings_Mapping_Add';
import settingsMappingAddPath from '@salesforce/label/c.Settings_Mapping_Add_Path';
import settingsMappingBlank from '@salesforce/label/c.Settings_Mapping_Blank';
import settingsMappingChoose from '@salesforce/label/c.Settings_Mapping_Choose';
import settingsMappingConstant from '@salesforce/label/c.Settings_Mapping_Constant';
import settingsMappingEmpty from '@salesforce/label/c.Settings_Mapping_Empty';
import settingsMappingHelp from '@salesforce/label/c.Settings_Mapping_Help';
import settingsMappingPathEarlier from '@salesforce/label/c.Settings_Mapping_Path_Earlier';
import settingsMappingPathElse from '@salesforce/label/c.Settings_Mapping_Path_Else';
import settingsMappingPathRemove from '@salesforce/label/c.Settings_Mapping_Path_Remove';
import settingsMappingPaths from '@salesforce/label/c.Settings_Mapping_Paths';
import settingsMappingRemove from '@salesforce/label/c.Settings_Mapping_Remove';
import settingsMappingRow from '@salesforce/label/c.Settings_Mapping_Row';
import settingsMappingShown from '@salesforce/label/c.Settings_Mapping_Shown';
import settingsMappingSuggest from '@salesforce/label/c.Settings_Mapping_Suggest';
import settingsMappingSuggested from '@salesforce/label/c.Settings_Mapping_Suggested';
import settingsMappingSuggestedNone from '@salesforce/label/c.Settings_Mapping_Suggested_None';
import settingsMappingUserField from '@salesforce/label/c.Settings_Mapping_User_Field';

export const labels = {
  settingsMappingAdd,
  settingsMappingAddPath,
  settingsMappingBlank,
  settingsMappingChoose,
  settingsMappingConstant,
  settingsMappingEmpty,
  settingsMappingHelp,
  settingsMappingPathEarlier,
  settingsMappingPathElse,
  settingsMappingPathRemove,
  settingsMappingPaths,
  settingsMappingRemove,
  settingsMappingRow,
  settingsMappingShown,
  settingsMappingSuggest,
  settingsMappingSuggested,
  settingsMappingSuggestedNone,
  settingsMappingUserField,
};
