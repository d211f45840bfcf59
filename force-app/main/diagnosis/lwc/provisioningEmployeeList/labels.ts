import diagnosisAsk from '@salesforce/label/c.Diagnosis_Ask';
import diagnosisTitle from '@salesforce/label/c.Diagnosis_Title';
import employeesAbout from '@salesforce/label/c.Employees_About';
import employeesAnyCause from '@salesforce/label/c.Employees_Any_Cause';
import employeesAnyStatus from '@salesforce/label/c.Employees_Any_Status';
import employeesColumnDepartment from '@salesforce/label/c.Employees_Column_Department';
import employeesColumnLast from '@salesforce/label/c.Employees_Column_Last';
import employeesColumnPerson from '@salesforce/label/c.Employees_Column_Person';
import employeesColumnPlanned from '@salesforce/label/c.Employees_Column_Planned';
import employeesColumnStatus from '@salesforce/label/c.Employees_Column_Status';
import employeesColumnUser from '@salesforce/label/c.Employees_Column_User';
import employeesDeleted from '@salesforce/label/c.Employees_Deleted';
import employeesDryRun from '@salesforce/label/c.Employees_DryRun';
import employeesEmptyFilter from '@salesforce/label/c.Employees_Empty_Filter';
import employeesEmptyHeading from '@salesforce/label/c.Employees_Empty_Heading';
import employeesEmptyNoStatus from '@salesforce/label/c.Employees_Empty_NoStatus';
import employeesEmptyOther from '@salesforce/label/c.Employees_Empty_Other';
import employeesEmptyWaiting from '@salesforce/label/c.Employees_Empty_Waiting';
import employeesExported from '@salesforce/label/c.Employees_Exported';
import employeesExporting from '@salesforce/label/c.Employees_Exporting';
import employeesFilterCause from '@salesforce/label/c.Employees_Filter_Cause';
import employeesFilterDepartment from '@salesforce/label/c.Employees_Filter_Department';
import employeesFilterOutcome from '@salesforce/label/c.Employees_Filter_Outcome';
import employeesFilterStatus from '@salesforce/label/c.Employees_Filter_Status';
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
import employeesProvisionAll from '@salesforce/label/c.Employees_Provision_All';
import employeesRule from '@salesforce/label/c.Employees_Rule';
import employeesSaved from '@salesforce/label/c.Employees_Saved';
import employeesStarted from '@salesforce/label/c.Employees_Started';
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
import runUserProvisioning from '@salesforce/label/c.Run_User_Provisioning';

export const labels = {
  diagnosisAsk,
  diagnosisTitle,
  employeesAbout,
  employeesAnyCause,
  employeesAnyStatus,
  employeesColumnDepartment,
  employeesColumnLast,
  employeesColumnPerson,
  employeesColumnPlanned,
  employeesColumnStatus,
  employeesColumnUser,
  employeesDeleted,
  employeesDryRun,
  employeesEmptyFilter,
  employeesEmptyHeading,
  employeesEmptyNoStatus,
  employeesEmptyOther,
  employeesEmptyWaiting,
  employeesExported,
  employeesExporting,
  employeesFilterCause,
  employeesFilterDepartment,
  employeesFilterOutcome,
  employeesFilterStatus,
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
  employeesProvisionAll,
  employeesRule,
  employeesSaved,
  employeesStarted,
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
  runUserProvisioning,
};
