import overviewGuide from '@salesforce/label/c.Overview_Guide';
import overviewGuideDone from '@salesforce/label/c.Overview_Guide_Done';
import overviewStep from '@salesforce/label/c.Overview_Step';
import overviewStepDone from '@salesforce/label/c.Overview_Step_Done';

export const labels = {
  overviewGuide,
  overviewGuideDone,
  overviewStep,
  overviewStepDone,
};
