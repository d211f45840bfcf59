import importAll from '@salesforce/label/c.Import_All';
import importCounts from '@salesforce/label/c.Import_Counts';
import importCreated from '@salesforce/label/c.Import_Created';
import importFailed from '@salesforce/label/c.Import_Failed';
import importLeftOut from '@salesforce/label/c.Import_Left_Out';
import importNothingChanged from '@salesforce/label/c.Import_Nothing_Changed';
import importRow from '@salesforce/label/c.Import_Row';
import importRowMessage from '@salesforce/label/c.Import_Row_Message';
import importRowNumber from '@salesforce/label/c.Import_Row_Number';
import importRowOutcome from '@salesforce/label/c.Import_Row_Outcome';
import importRows from '@salesforce/label/c.Import_Rows';
import importRowsChecked from '@salesforce/label/c.Import_Rows_Checked';
import importRowsImported from '@salesforce/label/c.Import_Rows_Imported';
import importRowsNone from '@salesforce/label/c.Import_Rows_None';
import importRowsNoneText from '@salesforce/label/c.Import_Rows_None_Text';
import importUnchanged from '@salesforce/label/c.Import_Unchanged';
import importUpdated from '@salesforce/label/c.Import_Updated';
import importWhy from '@salesforce/label/c.Import_Why';
import importWhyCells from '@salesforce/label/c.Import_Why_Cells';
import importWhyDuplicate from '@salesforce/label/c.Import_Why_Duplicate';
import importWhyEmail from '@salesforce/label/c.Import_Why_Email';
import importWhyFailed from '@salesforce/label/c.Import_Why_Failed';
import importWhyLong from '@salesforce/label/c.Import_Why_Long';
import importWhyMissing from '@salesforce/label/c.Import_Why_Missing';
import importWhyPerson from '@salesforce/label/c.Import_Why_Person';
import importWhyTwice from '@salesforce/label/c.Import_Why_Twice';
import importWhyValue from '@salesforce/label/c.Import_Why_Value';
import importWouldCreate from '@salesforce/label/c.Import_Would_Create';
import importWouldFail from '@salesforce/label/c.Import_Would_Fail';
import importWouldUpdate from '@salesforce/label/c.Import_Would_Update';

export const labels = {
  importAll,
  importCounts,
  importCreated,
  importFailed,
  importLeftOut,
  importNothingChanged,
  importRow,
  importRowMessage,
  importRowNumber,
  importRowOutcome,
  importRows,
  importRowsChecked,
  importRowsImported,
  importRowsNone,
  importRowsNoneText,
  importUnchanged,
  importUpdated,
  importWhy,
  importWhyCells,
  importWhyDuplicate,
  importWhyEmail,
  importWhyFailed,
  importWhyLong,
  importWhyMissing,
  importWhyPerson,
  importWhyTwice,
  importWhyValue,
  importWouldCreate,
  importWouldFail,
  importWouldUpdate,
};
