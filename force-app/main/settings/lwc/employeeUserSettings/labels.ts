import CANCEL from '@salesforce/label/c.Console_Cancel';
import FINDINGS from '@salesforce/label/c.Settings_Findings';
import CHANGES from '@salesforce/label/c.Settings_Effects';
import NEVER_SAVED from '@salesforce/label/c.Settings_Never_Saved';
import NEW_USER_DEFAULTS from '@salesforce/label/c.Settings_New_User_Defaults';
import PAGE_TITLE from '@salesforce/label/c.Settings_Page_Title';
import READ_ONLY from '@salesforce/label/c.Settings_Read_Only';
import RELOAD from '@salesforce/label/c.Settings_Reload';
import SAVE from '@salesforce/label/c.Console_Save';
import SAVED from '@salesforce/label/c.Settings_Saved';
import SAVED_BY from '@salesforce/label/c.Settings_Saved_By';
import VERSION from '@salesforce/label/c.Settings_Version';

export const label = {
  cancel: CANCEL,
  findings: FINDINGS,
  changes: CHANGES,
  neverSaved: NEVER_SAVED,
  newUserDefaults: NEW_USER_DEFAULTS,
  pageTitle: PAGE_TITLE,
  readOnly: READ_ONLY,
  reload: RELOAD,
  save: SAVE,
  saved: SAVED,
  savedBy: SAVED_BY,
  version: VERSION,
};
