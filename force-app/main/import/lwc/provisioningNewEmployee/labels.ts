import consoleCancel from '@salesforce/label/c.Console_Cancel';
import consoleSave from '@salesforce/label/c.Console_Save';
import employeesNew from '@salesforce/label/c.Employees_New';
import newEmployeeEmail from '@salesforce/label/c.NewEmployee_Email';
import newEmployeeFirstName from '@salesforce/label/c.NewEmployee_FirstName';
import newEmployeeLastName from '@salesforce/label/c.NewEmployee_LastName';
import newEmployeeNumber from '@salesforce/label/c.NewEmployee_Number';
import newEmployeeSaveAndProvision from '@salesforce/label/c.NewEmployee_SaveAndProvision';
import newEmployeeStartDate from '@salesforce/label/c.NewEmployee_StartDate';
import newEmployeeStatus from '@salesforce/label/c.NewEmployee_Status';
import newEmployeeStatusHelp from '@salesforce/label/c.NewEmployee_StatusHelp';

export const labels = {
  consoleCancel,
  consoleSave,
  employeesNew,
  newEmployeeEmail,
  newEmployeeFirstName,
  newEmployeeLastName,
  newEmployeeNumber,
  newEmployeeSaveAndProvision,
  newEmployeeStartDate,
  newEmployeeStatus,
  newEmployeeStatusHelp,
};
