import importBefore from '@salesforce/label/c.Import_Before';
import importBeforeKnown from '@salesforce/label/c.Import_Before_Known';
import importBeforeKnownText from '@salesforce/label/c.Import_Before_Known_Text';
import importBeforeTwice from '@salesforce/label/c.Import_Before_Twice';
import importBeforeTwiceText from '@salesforce/label/c.Import_Before_Twice_Text';
import importBeforeWizard from '@salesforce/label/c.Import_Before_Wizard';
import importBeforeWizardText from '@salesforce/label/c.Import_Before_Wizard_Text';
import importFields from '@salesforce/label/c.Import_Fields';
import importFieldsField from '@salesforce/label/c.Import_Fields_Field';
import importFieldsFormat from '@salesforce/label/c.Import_Fields_Format';
import importFieldsNew from '@salesforce/label/c.Import_Fields_New';
import importFieldsNo from '@salesforce/label/c.Import_Fields_No';
import importFieldsRequired from '@salesforce/label/c.Import_Fields_Required';
import importFile from '@salesforce/label/c.Import_File';
import importFileChoose from '@salesforce/label/c.Import_File_Choose';
import importFileLimits from '@salesforce/label/c.Import_File_Limits';
import importFormatBoolean from '@salesforce/label/c.Import_Format_Boolean';
import importFormatChoices from '@salesforce/label/c.Import_Format_Choices';
import importFormatDate from '@salesforce/label/c.Import_Format_Date';
import importFormatDateTime from '@salesforce/label/c.Import_Format_Date_Time';
import importFormatEmail from '@salesforce/label/c.Import_Format_Email';
import importFormatNumber from '@salesforce/label/c.Import_Format_Number';
import importFormatOtherEmail from '@salesforce/label/c.Import_Format_Other_Email';
import importFormatText from '@salesforce/label/c.Import_Format_Text';

export const labels = {
  importBefore,
  importBeforeKnown,
  importBeforeKnownText,
  importBeforeTwice,
  importBeforeTwiceText,
  importBeforeWizard,
  importBeforeWizardText,
  importFields,
  importFieldsField,
  importFieldsFormat,
  importFieldsNew,
  importFieldsNo,
  importFieldsRequired,
  importFile,
  importFileChoose,
  importFileLimits,
  importFormatBoolean,
  importFormatChoices,
  importFormatDate,
  importFormatDateTime,
  importFormatEmail,
  importFormatNumber,
  importFormatOtherEmail,
  importFormatText,
};
