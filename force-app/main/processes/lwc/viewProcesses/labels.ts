import consoleLoadMore from '@salesforce/label/c.Console_Load_More';
import processScope from '@salesforce/label/c.Process_Scope';
import processStartedBy from '@salesforce/label/c.Process_Started_By';
import processStatus from '@salesforce/label/c.Process_Status';
import processesAnyScope from '@salesforce/label/c.Processes_Any_Scope';
import processesAnyStatus from '@salesforce/label/c.Processes_Any_Status';
import processesAnyTrigger from '@salesforce/label/c.Processes_Any_Trigger';
import processesList from '@salesforce/label/c.Processes_List';
import processesNoneHeading from '@salesforce/label/c.Processes_None_Heading';
import processesNoneText from '@salesforce/label/c.Processes_None_Text';
import processesPageTitle from '@salesforce/label/c.Processes_Page_Title';
import processesSubtitle from '@salesforce/label/c.Processes_Subtitle';
import processesViewAll from '@salesforce/label/c.Processes_View_All';
import processesViewDryRuns from '@salesforce/label/c.Processes_View_DryRuns';
import processesViewFailures from '@salesforce/label/c.Processes_View_Failures';

export const labels = {
  consoleLoadMore,
  processScope,
  processStartedBy,
  processStatus,
  processesAnyScope,
  processesAnyStatus,
  processesAnyTrigger,
  processesList,
  processesNoneHeading,
  processesNoneText,
  processesPageTitle,
  processesSubtitle,
  processesViewAll,
  processesViewDryRuns,
  processesViewFailures,
};
