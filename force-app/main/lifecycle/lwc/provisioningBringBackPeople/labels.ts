import bringBackColumnResult from '@salesforce/label/c.Bring_Back_Column_Result';
import bringBackColumnWhat from '@salesforce/label/c.Bring_Back_Column_What';
import bringBackEmpty from '@salesforce/label/c.Bring_Back_Empty';
import bringBackList from '@salesforce/label/c.Bring_Back_List';
import bringBackResultBack from '@salesforce/label/c.Bring_Back_Result_Back';
import bringBackResultKept from '@salesforce/label/c.Bring_Back_Result_Kept';
import employeesColumnPerson from '@salesforce/label/c.Employees_Column_Person';
import employeesColumnUser from '@salesforce/label/c.Employees_Column_User';
import employeesEmptyHeading from '@salesforce/label/c.Employees_Empty_Heading';

export const labels = {
  bringBackColumnResult,
  bringBackColumnWhat,
  bringBackEmpty,
  bringBackList,
  bringBackResultBack,
  bringBackResultKept,
  employeesColumnPerson,
  employeesColumnUser,
  employeesEmptyHeading,
};
