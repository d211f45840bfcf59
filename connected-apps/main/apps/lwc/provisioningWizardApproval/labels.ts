import appsApprovalBy from '@salesforce/label/c.Apps_Approval_By';
import appsApprovalDays from '@salesforce/label/c.Apps_Approval_Days';
import appsApprovalManager from '@salesforce/label/c.Apps_Approval_Manager';
import appsApprovalNone from '@salesforce/label/c.Apps_Approval_None';
import appsApprovalPeople from '@salesforce/label/c.Apps_Approval_People';
import appsApprovalUsers from '@salesforce/label/c.Apps_Approval_Users';
import appsAvailable from '@salesforce/label/c.Apps_Available';
import appsSelected from '@salesforce/label/c.Apps_Selected';

export const labels = {
  appsApprovalBy,
  appsApprovalDays,
  appsApprovalManager,
  appsApprovalNone,
  appsApprovalPeople,
  appsApprovalUsers,
  appsAvailable,
  appsSelected,
};
