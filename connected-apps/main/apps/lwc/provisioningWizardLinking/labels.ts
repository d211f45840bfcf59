import appsLinkingFilter from '@salesforce/label/c.Apps_Linking_Filter';
import appsLinkingFilterHelp from '@salesforce/label/c.Apps_Linking_FilterHelp';
import appsLinkingText from '@salesforce/label/c.Apps_Linking_Text';
import appsMappingField from '@salesforce/label/c.Apps_Mapping_Field';
import appsMappingTarget from '@salesforce/label/c.Apps_Mapping_Target';

export const labels = {
  appsLinkingFilter,
  appsLinkingFilterHelp,
  appsLinkingText,
  appsMappingField,
  appsMappingTarget,
};
