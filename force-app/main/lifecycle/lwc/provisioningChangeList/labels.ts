import changesColumnWhat from '@salesforce/label/c.Changes_Column_What';
import changesColumnWhen from '@salesforce/label/c.Changes_Column_When';
import changesCompared from '@salesforce/label/c.Changes_Compared';
import changesComparedAll from '@salesforce/label/c.Changes_Compared_All';
import changesList from '@salesforce/label/c.Changes_List';
import changesNone from '@salesforce/label/c.Changes_None';
import changesNotCarried from '@salesforce/label/c.Changes_NotCarried';
import consoleLoadMore from '@salesforce/label/c.Console_Load_More';
import employeesColumnPerson from '@salesforce/label/c.Employees_Column_Person';
import employeesColumnUser from '@salesforce/label/c.Employees_Column_User';
import employeesEmptyFilter from '@salesforce/label/c.Employees_Empty_Filter';
import employeesEmptyHeading from '@salesforce/label/c.Employees_Empty_Heading';
import employeesFound from '@salesforce/label/c.Employees_Found';
import employeesFoundOne from '@salesforce/label/c.Employees_Found_One';
import lifecyclePageChanges from '@salesforce/label/c.Lifecycle_Page_Changes';
import lifecyclePageStartOf from '@salesforce/label/c.Lifecycle_Page_Start_Of';

export const labels = {
  changesColumnWhat,
  changesColumnWhen,
  changesCompared,
  changesComparedAll,
  changesList,
  changesNone,
  changesNotCarried,
  consoleLoadMore,
  employeesColumnPerson,
  employeesColumnUser,
  employeesEmptyFilter,
  employeesEmptyHeading,
  employeesFound,
  employeesFoundOne,
  lifecyclePageChanges,
  lifecyclePageStartOf,
};
