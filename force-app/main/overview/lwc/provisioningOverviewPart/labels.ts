import overviewViewAll from '@salesforce/label/c.Overview_View_All';

export const labels = {
  overviewViewAll,
};
