import appsTest from '@salesforce/label/c.Apps_Test';
import appsTestAgain from '@salesforce/label/c.Apps_Test_Again';
import appsTestChange from '@salesforce/label/c.Apps_Test_Change';
import appsTestChecked from '@salesforce/label/c.Apps_Test_Checked';
import appsTestFails from '@salesforce/label/c.Apps_Test_Fails';
import appsTestFilter from '@salesforce/label/c.Apps_Test_Filter';
import appsTestFind from '@salesforce/label/c.Apps_Test_Find';
import appsTestHelp401 from '@salesforce/label/c.Apps_Test_Help_401';
import appsTestHelpHtml from '@salesforce/label/c.Apps_Test_Help_Html';
import appsTestHelpTime from '@salesforce/label/c.Apps_Test_Help_Time';
import appsTestHelpTitle from '@salesforce/label/c.Apps_Test_Help_Title';
import appsTestMilliseconds from '@salesforce/label/c.Apps_Test_Milliseconds';
import appsTestNo from '@salesforce/label/c.Apps_Test_No';
import appsTestNoFilter from '@salesforce/label/c.Apps_Test_No_Filter';
import appsTestNoPatch from '@salesforce/label/c.Apps_Test_No_Patch';
import appsTestPageSize from '@salesforce/label/c.Apps_Test_Page_Size';
import appsTestPatch from '@salesforce/label/c.Apps_Test_Patch';
import appsTestReachable from '@salesforce/label/c.Apps_Test_Reachable';
import appsTestResult from '@salesforce/label/c.Apps_Test_Result';
import appsTestSignedIn from '@salesforce/label/c.Apps_Test_Signed_In';
import appsTestStatus from '@salesforce/label/c.Apps_Test_Status';
import appsTestTable from '@salesforce/label/c.Apps_Test_Table';
import appsTestTime from '@salesforce/label/c.Apps_Test_Time';
import appsTestUnknown from '@salesforce/label/c.Apps_Test_Unknown';
import appsTestWorks from '@salesforce/label/c.Apps_Test_Works';
import appsTestYes from '@salesforce/label/c.Apps_Test_Yes';

export const labels = {
  appsTest,
  appsTestAgain,
  appsTestChange,
  appsTestChecked,
  appsTestFails,
  appsTestFilter,
  appsTestFind,
  appsTestHelp401,
  appsTestHelpHtml,
  appsTestHelpTime,
  appsTestHelpTitle,
  appsTestMilliseconds,
  appsTestNo,
  appsTestNoFilter,
  appsTestNoPatch,
  appsTestPageSize,
  appsTestPatch,
  appsTestReachable,
  appsTestResult,
  appsTestSignedIn,
  appsTestStatus,
  appsTestTable,
  appsTestTime,
  appsTestUnknown,
  appsTestWorks,
  appsTestYes,
};
