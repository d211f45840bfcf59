import diagnosisAsk from '@salesforce/label/c.Diagnosis_Ask';
import diagnosisTitle from '@salesforce/label/c.Diagnosis_Title';
import employeesColumnLast from '@salesforce/label/c.Employees_Column_Last';
import employeesColumnPerson from '@salesforce/label/c.Employees_Column_Person';
import employeesColumnStatus from '@salesforce/label/c.Employees_Column_Status';
import employeesColumnUser from '@salesforce/label/c.Employees_Column_User';
import employeesDryRun from '@salesforce/label/c.Employees_DryRun';
import employeesEmptyFilter from '@salesforce/label/c.Employees_Empty_Filter';
import employeesEmptyHeading from '@salesforce/label/c.Employees_Empty_Heading';
import employeesEmptyNoStatus from '@salesforce/label/c.Employees_Empty_NoStatus';
import employeesEmptyOther from '@salesforce/label/c.Employees_Empty_Other';
import employeesEmptyWaiting from '@salesforce/label/c.Employees_Empty_Waiting';
import employeesFilterOutcome from '@salesforce/label/c.Employees_Filter_Outcome';
import employeesFound from '@salesforce/label/c.Employees_Found';
import employeesFoundOne from '@salesforce/label/c.Employees_Found_One';
import employeesHeadingAll from '@salesforce/label/c.Employees_Heading_All';
import employeesHeadingLeavers from '@salesforce/label/c.Employees_Heading_Leavers';
import employeesHeadingReturns from '@salesforce/label/c.Employees_Heading_Returns';
import employeesHeadingWaiting from '@salesforce/label/c.Employees_Heading_Waiting';
import employeesHeadingWithUser from '@salesforce/label/c.Employees_Heading_WithUser';
import employeesNever from '@salesforce/label/c.Employees_Never';
import employeesNew from '@salesforce/label/c.Employees_New';
import employeesProvision from '@salesforce/label/c.Employees_Provision';
import employeesSaved from '@salesforce/label/c.Employees_Saved';
import employeesStarted from '@salesforce/label/c.Employees_Started';
import employeesDeleted from '@salesforce/label/c.Employees_Deleted';
import employeesStarts from '@salesforce/label/c.Employees_Starts';
import employeesSubtitle from '@salesforce/label/c.Employees_Subtitle';
import employeesTitle from '@salesforce/label/c.Employees_Title';
import employeesViewAll from '@salesforce/label/c.Employees_View_All';
import employeesViewLeavers from '@salesforce/label/c.Employees_View_Leavers';
import employeesViewReturns from '@salesforce/label/c.Employees_View_Returns';
import employeesViewWaiting from '@salesforce/label/c.Employees_View_Waiting';
import employeesViewWithUser from '@salesforce/label/c.Employees_View_WithUser';
import itemsAllOutcomes from '@salesforce/label/c.Items_All_Outcomes';
import outcomeCreated from '@salesforce/label/c.Outcome_Created';
import outcomeFailed from '@salesforce/label/c.Outcome_Failed';
import outcomeLinked from '@salesforce/label/c.Outcome_Linked';
import outcomeSkipped from '@salesforce/label/c.Outcome_Skipped';
import outcomeUpdated from '@salesforce/label/c.Outcome_Updated';

export const labels = {
  diagnosisAsk,
  diagnosisTitle,
  employeesColumnLast,
  employeesColumnPerson,
  employeesColumnStatus,
  employeesColumnUser,
  employeesDryRun,
  employeesEmptyFilter,
  employeesEmptyHeading,
  employeesEmptyNoStatus,
  employeesEmptyOther,
  employeesEmptyWaiting,
  employeesFilterOutcome,
  employeesFound,
  employeesFoundOne,
  employeesHeadingAll,
  employeesHeadingLeavers,
  employeesHeadingReturns,
  employeesHeadingWaiting,
  employeesHeadingWithUser,
  employeesNever,
  employeesNew,
  employeesProvision,
  employeesSaved,
  employeesStarted,
  employeesDeleted,
  employeesStarts,
  employeesSubtitle,
  employeesTitle,
  employeesViewAll,
  employeesViewLeavers,
  employeesViewReturns,
  employeesViewWaiting,
  employeesViewWithUser,
  itemsAllOutcomes,
  outcomeCreated,
  outcomeFailed,
  outcomeLinked,
  outcomeSkipped,
  outcomeUpdated,
};
