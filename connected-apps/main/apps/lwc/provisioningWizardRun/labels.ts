import appsAccountsKnown from '@salesforce/label/c.Apps_Accounts_Known';
import appsDisable from '@salesforce/label/c.Apps_Disable';
import appsEmptyConfirm from '@salesforce/label/c.Apps_Empty_Confirm';
import appsEmptyName from '@salesforce/label/c.Apps_Empty_Name';
import appsEmptyTargetText from '@salesforce/label/c.Apps_Empty_Target_Text';
import appsEmptyTitle from '@salesforce/label/c.Apps_Empty_Title';
import appsEnable from '@salesforce/label/c.Apps_Enable';
import appsEnableText from '@salesforce/label/c.Apps_Enable_Text';
import appsEnableTitle from '@salesforce/label/c.Apps_Enable_Title';
import appsRunAnalyzeText from '@salesforce/label/c.Apps_Run_Analyze_Text';
import appsRunCollectText from '@salesforce/label/c.Apps_Run_Collect_Text';
import appsRunCommitText from '@salesforce/label/c.Apps_Run_Commit_Text';
import appsRunOpen from '@salesforce/label/c.Apps_Run_Open';
import appsRunProcessText from '@salesforce/label/c.Apps_Run_Process_Text';
import appsRunReviewText from '@salesforce/label/c.Apps_Run_Review_Text';

export const labels = {
  appsAccountsKnown,
  appsDisable,
  appsEmptyConfirm,
  appsEmptyName,
  appsEmptyTargetText,
  appsEmptyTitle,
  appsEnable,
  appsEnableText,
  appsEnableTitle,
  appsRunAnalyzeText,
  appsRunCollectText,
  appsRunCommitText,
  appsRunOpen,
  appsRunProcessText,
  appsRunReviewText,
};
