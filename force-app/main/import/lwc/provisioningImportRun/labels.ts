import importAnotherFile from '@salesforce/label/c.Import_Another_File';
import importCellsTooMany from '@salesforce/label/c.Import_Cells_Too_Many';
import importChecking from '@salesforce/label/c.Import_Checking';
import importDone from '@salesforce/label/c.Import_Done';
import importDoneBefore from '@salesforce/label/c.Import_Done_Before';
import importDoneLeftOut from '@salesforce/label/c.Import_Done_Left_Out';
import importDoneLeftOutText from '@salesforce/label/c.Import_Done_Left_Out_Text';
import importDownload from '@salesforce/label/c.Import_Download';
import importFollows from '@salesforce/label/c.Import_Follows';
import importFollowsBefore from '@salesforce/label/c.Import_Follows_Before';
import importFollowsEmpties from '@salesforce/label/c.Import_Follows_Empties';
import importFollowsEmpty from '@salesforce/label/c.Import_Follows_Empty';
import importFollowsNoAddress from '@salesforce/label/c.Import_Follows_No_Address';
import importFollowsUsers from '@salesforce/label/c.Import_Follows_Users';
import importGoOn from '@salesforce/label/c.Import_Go_On';
import importImporting from '@salesforce/label/c.Import_Importing';
import importNumberTwice from '@salesforce/label/c.Import_Number_Twice';
import importStart from '@salesforce/label/c.Import_Start';
import importStartAgain from '@salesforce/label/c.Import_Start_Again';
import importStop from '@salesforce/label/c.Import_Stop';
import importStopped from '@salesforce/label/c.Import_Stopped';
import importViewProcesses from '@salesforce/label/c.Import_View_Processes';

export const labels = {
  importAnotherFile,
  importCellsTooMany,
  importChecking,
  importDone,
  importDoneBefore,
  importDoneLeftOut,
  importDoneLeftOutText,
  importDownload,
  importFollows,
  importFollowsBefore,
  importFollowsEmpties,
  importFollowsEmpty,
  importFollowsNoAddress,
  importFollowsUsers,
  importGoOn,
  importImporting,
  importNumberTwice,
  importStart,
  importStartAgain,
  importStop,
  importStopped,
  importViewProcesses,
};
