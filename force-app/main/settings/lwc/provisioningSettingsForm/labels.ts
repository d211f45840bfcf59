import EMAIL_ENCODING from '@salesforce/label/c.Settings_Email_Encoding';
import EMPLOYEE_SOURCE from '@salesforce/label/c.Settings_Employee_Source';
import EMPLOYEE_STATUS from '@salesforce/label/c.Settings_Employee_Status';
import EMPLOYEE_STATUS_HELP from '@salesforce/label/c.Settings_Employee_Status_Help';
import PERMISSION_SET from '@salesforce/label/c.Settings_Permission_Set';
import PERMISSION_SET_AVAILABLE from '@salesforce/label/c.Settings_Permission_Set_Available';
import PERMISSION_SET_HELP from '@salesforce/label/c.Settings_Permission_Set_Help';
import PERMISSION_SET_SELECTED from '@salesforce/label/c.Settings_Permission_Set_Selected';
import PERSON_RECORD_TYPE from '@salesforce/label/c.Settings_Person_Record_Type';
import PERSON_RECORD_TYPE_HELP from '@salesforce/label/c.Settings_Person_Record_Type_Help';
import PROFILE from '@salesforce/label/c.Settings_Profile';
import PROFILE_LICENSE from '@salesforce/label/c.Settings_Profile_License';
import USERNAME_EXAMPLE from '@salesforce/label/c.Settings_Username_Example';
import USERNAME_RULE from '@salesforce/label/c.Settings_Username_Rule';
import USERNAME_SUFFIX from '@salesforce/label/c.Settings_Username_Suffix';

export const label = {
  emailEncoding: EMAIL_ENCODING,
  employeeSource: EMPLOYEE_SOURCE,
  employeeStatus: EMPLOYEE_STATUS,
  employeeStatusHelp: EMPLOYEE_STATUS_HELP,
  permissionSet: PERMISSION_SET,
  permissionSetAvailable: PERMISSION_SET_AVAILABLE,
  permissionSetHelp: PERMISSION_SET_HELP,
  permissionSetSelected: PERMISSION_SET_SELECTED,
  personRecordType: PERSON_RECORD_TYPE,
  personRecordTypeHelp: PERSON_RECORD_TYPE_HELP,
  profile: PROFILE,
  profileLicense: PROFILE_LICENSE,
  usernameExample: USERNAME_EXAMPLE,
  usernameRule: USERNAME_RULE,
  usernameSuffix: USERNAME_SUFFIX,
};
