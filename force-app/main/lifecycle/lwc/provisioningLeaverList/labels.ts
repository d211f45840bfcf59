import diagnosisAsk from '@salesforce/label/c.Diagnosis_Ask';
import employeesColumnPerson from '@salesforce/label/c.Employees_Column_Person';
import employeesColumnStatus from '@salesforce/label/c.Employees_Column_Status';
import employeesColumnUser from '@salesforce/label/c.Employees_Column_User';
import employeesDeleted from '@salesforce/label/c.Employees_Deleted';
import employeesDryRun from '@salesforce/label/c.Employees_DryRun';
import employeesEmptyFilter from '@salesforce/label/c.Employees_Empty_Filter';
import employeesEmptyHeading from '@salesforce/label/c.Employees_Empty_Heading';
import employeesFound from '@salesforce/label/c.Employees_Found';
import employeesFoundOne from '@salesforce/label/c.Employees_Found_One';
import leaversColumnAction from '@salesforce/label/c.Leavers_Column_Action';
import leaversColumnLastLogin from '@salesforce/label/c.Leavers_Column_LastLogin';
import leaversDeactivate from '@salesforce/label/c.Leavers_Deactivate';
import leaversDeactivateSelected from '@salesforce/label/c.Leavers_Deactivate_Selected';
import leaversEmptyCanSignIn from '@salesforce/label/c.Leavers_Empty_CanSignIn';
import leaversEmptyLockedOut from '@salesforce/label/c.Leavers_Empty_LockedOut';
import leaversEmptyMustStay from '@salesforce/label/c.Leavers_Empty_MustStay';
import leaversForeign from '@salesforce/label/c.Leavers_Foreign';
import leaversFreeze from '@salesforce/label/c.Leavers_Freeze';
import leaversFreezeSelected from '@salesforce/label/c.Leavers_Freeze_Selected';
import leaversLastDay from '@salesforce/label/c.Leavers_LastDay';
import leaversMustStay from '@salesforce/label/c.Leavers_MustStay';
import leaversMustStayOne from '@salesforce/label/c.Leavers_MustStay_One';
import leaversNever from '@salesforce/label/c.Leavers_Never';
import leaversNeverSignedIn from '@salesforce/label/c.Leavers_NeverSignedIn';
import leaversNothing from '@salesforce/label/c.Leavers_Nothing';
import leaversStays from '@salesforce/label/c.Leavers_Stays';
import leaversUndo from '@salesforce/label/c.Leavers_Undo';
import leaversViewCanSignIn from '@salesforce/label/c.Leavers_View_CanSignIn';
import leaversViewLockedOut from '@salesforce/label/c.Leavers_View_LockedOut';
import leaversViewMustStay from '@salesforce/label/c.Leavers_View_MustStay';
import lifecyclePageLeavers from '@salesforce/label/c.Lifecycle_Page_Leavers';
import lifecyclePageStartOf from '@salesforce/label/c.Lifecycle_Page_Start_Of';

export const labels = {
  diagnosisAsk,
  employeesColumnPerson,
  employeesColumnStatus,
  employeesColumnUser,
  employeesDeleted,
  employeesDryRun,
  employeesEmptyFilter,
  employeesEmptyHeading,
  employeesFound,
  employeesFoundOne,
  leaversColumnAction,
  leaversColumnLastLogin,
  leaversDeactivate,
  leaversDeactivateSelected,
  leaversEmptyCanSignIn,
  leaversEmptyLockedOut,
  leaversEmptyMustStay,
  leaversForeign,
  leaversFreeze,
  leaversFreezeSelected,
  leaversLastDay,
  leaversMustStay,
  leaversMustStayOne,
  leaversNever,
  leaversNeverSignedIn,
  leaversNothing,
  leaversStays,
  leaversUndo,
  leaversViewCanSignIn,
  leaversViewLockedOut,
  leaversViewMustStay,
  lifecyclePageLeavers,
  lifecyclePageStartOf,
};
