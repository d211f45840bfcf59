import diagnosisAsk from '@salesforce/label/c.Diagnosis_Ask';
import employeesColumnPerson from '@salesforce/label/c.Employees_Column_Person';
import employeesColumnStatus from '@salesforce/label/c.Employees_Column_Status';
import employeesColumnUser from '@salesforce/label/c.Employees_Column_User';
import employeesDryRun from '@salesforce/label/c.Employees_DryRun';
import employeesEmptyFilter from '@salesforce/label/c.Employees_Empty_Filter';
import employeesEmptyHeading from '@salesforce/label/c.Employees_Empty_Heading';
import employeesFound from '@salesforce/label/c.Employees_Found';
import employeesFoundOne from '@salesforce/label/c.Employees_Found_One';
import lifecyclePageBringBack from '@salesforce/label/c.Lifecycle_Page_Bring_Back';
import lifecyclePageReturns from '@salesforce/label/c.Lifecycle_Page_Returns';
import lifecyclePageStartOf from '@salesforce/label/c.Lifecycle_Page_Start_Of';
import returnsByPerson from '@salesforce/label/c.Returns_By_Person';
import returnsColumnBack from '@salesforce/label/c.Returns_Column_Back';
import returnsColumnBy from '@salesforce/label/c.Returns_Column_By';
import returnsEmpty from '@salesforce/label/c.Returns_Empty';
import returnsFrozen from '@salesforce/label/c.Returns_Frozen';
import returnsInactive from '@salesforce/label/c.Returns_Inactive';
import returnsKeep from '@salesforce/label/c.Returns_Keep';
import returnsList from '@salesforce/label/c.Returns_List';
import returnsNo from '@salesforce/label/c.Returns_No';
import returnsYes from '@salesforce/label/c.Returns_Yes';
import returnsYesNone from '@salesforce/label/c.Returns_Yes_None';
import returnsYesOne from '@salesforce/label/c.Returns_Yes_One';

export const labels = {
  diagnosisAsk,
  employeesColumnPerson,
  employeesColumnStatus,
  employeesColumnUser,
  employeesDryRun,
  employeesEmptyFilter,
  employeesEmptyHeading,
  employeesFound,
  employeesFoundOne,
  lifecyclePageBringBack,
  lifecyclePageReturns,
  lifecyclePageStartOf,
  returnsByPerson,
  returnsColumnBack,
  returnsColumnBy,
  returnsEmpty,
  returnsFrozen,
  returnsInactive,
  returnsKeep,
  returnsList,
  returnsNo,
  returnsYes,
  returnsYesNone,
  returnsYesOne,
};
