import lifecyclePageChanges from '@salesforce/label/c.Lifecycle_Page_Changes';
import lifecyclePageChangesText from '@salesforce/label/c.Lifecycle_Page_Changes_Text';
import lifecyclePageDryRun from '@salesforce/label/c.Lifecycle_Page_Dry_Run';
import lifecyclePageLeavers from '@salesforce/label/c.Lifecycle_Page_Leavers';
import lifecyclePageLeaversText from '@salesforce/label/c.Lifecycle_Page_Leavers_Text';
import lifecyclePageQuestion from '@salesforce/label/c.Lifecycle_Page_Question';
import lifecyclePageReturns from '@salesforce/label/c.Lifecycle_Page_Returns';
import lifecyclePageReturnsText from '@salesforce/label/c.Lifecycle_Page_Returns_Text';
import lifecyclePageStart from '@salesforce/label/c.Lifecycle_Page_Start';
import lifecyclePageStartOf from '@salesforce/label/c.Lifecycle_Page_Start_Of';
import lifecyclePageStarted from '@salesforce/label/c.Lifecycle_Page_Started';
import lifecyclePageSubtitle from '@salesforce/label/c.Lifecycle_Page_Subtitle';
import lifecyclePageTitle from '@salesforce/label/c.Lifecycle_Page_Title';

export const labels = {
  lifecyclePageChanges,
  lifecyclePageChangesText,
  lifecyclePageDryRun,
  lifecyclePageLeavers,
  lifecyclePageLeaversText,
  lifecyclePageQuestion,
  lifecyclePageReturns,
  lifecyclePageReturnsText,
  lifecyclePageStart,
  lifecyclePageStartOf,
  lifecyclePageStarted,
  lifecyclePageSubtitle,
  lifecyclePageTitle,
};
