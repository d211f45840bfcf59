import appsLinkingFilter from '@salesforce/label/c.Apps_Linking_Filter';
import appsLinkingText from '@salesforce/label/c.Apps_Linking_Text';
import appsMappingField from '@salesforce/label/c.Apps_Mapping_Field';
import appsMappingTarget from '@salesforce/label/c.Apps_Mapping_Target';

export const labels = {
  appsLinkingFilter,
  appsLinkingText,
  appsMappingField,
  appsMappingTarget,
};
