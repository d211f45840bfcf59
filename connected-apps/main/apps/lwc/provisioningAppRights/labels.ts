import appsRightsHas from '@salesforce/label/c.Apps_Rights_Has';
import appsRightsLacks from '@salesforce/label/c.Apps_Rights_Lacks';
import appsRightsTitle from '@salesforce/label/c.Apps_Rights_Title';

export const labels = {
  appsRightsHas,
  appsRightsLacks,
  appsRightsTitle,
};
