import appsAvailable from '@salesforce/label/c.Apps_Available';
import appsMappingAdd from '@salesforce/label/c.Apps_Mapping_Add';
import appsMappingConstant from '@salesforce/label/c.Apps_Mapping_Constant';
import appsMappingField from '@salesforce/label/c.Apps_Mapping_Field';
import appsMappingIsConstant from '@salesforce/label/c.Apps_Mapping_Is_Constant';
import appsMappingRemove from '@salesforce/label/c.Apps_Mapping_Remove';
import appsMappingRow from '@salesforce/label/c.Apps_Mapping_Row';
import appsMappingTarget from '@salesforce/label/c.Apps_Mapping_Target';
import appsMappingTitle from '@salesforce/label/c.Apps_Mapping_Title';
import appsOnUpdate from '@salesforce/label/c.Apps_On_Update';
import appsSelected from '@salesforce/label/c.Apps_Selected';

export const labels = {
  appsAvailable,
  appsMappingAdd,
  appsMappingConstant,
  appsMappingField,
  appsMappingIsConstant,
  appsMappingRemove,
  appsMappingRow,
  appsMappingTarget,
  appsMappingTitle,
  appsOnUpdate,
  appsSelected,
};
