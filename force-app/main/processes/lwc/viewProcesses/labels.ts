import consoleLoadMore from '@salesforce/label/c.Console_Load_More';
import processesList from '@salesforce/label/c.Processes_List';
import processesPageTitle from '@salesforce/label/c.Processes_Page_Title';
import processesSubtitle from '@salesforce/label/c.Processes_Subtitle';

export const labels = {
  consoleLoadMore,
  processesList,
  processesPageTitle,
  processesSubtitle,
};
