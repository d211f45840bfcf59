import settingsRulesAddField from '@salesforce/label/c.Settings_Rules_Add_Field';
import settingsRulesAsDefaults from '@salesforce/label/c.Settings_Rules_As_Defaults';
import settingsRulesGives from '@salesforce/label/c.Settings_Rules_Gives';
import settingsRulesName from '@salesforce/label/c.Settings_Rules_Name';
import settingsRulesOwnSets from '@salesforce/label/c.Settings_Rules_Own_Sets';
import settingsMappingChoose from '@salesforce/label/c.Settings_Mapping_Choose';
import settingsMappingConstant from '@salesforce/label/c.Settings_Mapping_Constant';
import settingsMappingRemove from '@salesforce/label/c.Settings_Mapping_Remove';
import settingsMappingUserField from '@salesforce/label/c.Settings_Mapping_User_Field';
import settingsPermissionSet from '@salesforce/label/c.Settings_Permission_Set';
import settingsPermissionSetAvailable from '@salesforce/label/c.Settings_Permission_Set_Available';
import settingsPermissionSetSelected from '@salesforce/label/c.Settings_Permission_Set_Selected';
import settingsProfile from '@salesforce/label/c.Settings_Profile';

export const labels = {
  settingsRulesAddField,
  settingsRulesAsDefaults,
  settingsRulesGives,
  settingsRulesName,
  settingsRulesOwnSets,
  settingsMappingChoose,
  settingsMappingConstant,
  settingsMappingRemove,
  settingsMappingUserField,
  settingsPermissionSet,
  settingsPermissionSetAvailable,
  settingsPermissionSetSelected,
  settingsProfile,
};
