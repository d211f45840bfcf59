import importBack from '@salesforce/label/c.Import_Back';
import importCheckStart from '@salesforce/label/c.Import_Check_Start';
import importErrorParser from '@salesforce/label/c.Import_Error_Parser';
import importMapNoForm from '@salesforce/label/c.Import_Map_No_Form';
import importMapNoNumber from '@salesforce/label/c.Import_Map_No_Number';
import importMapTwice from '@salesforce/label/c.Import_Map_Twice';
import importStartUnchecked from '@salesforce/label/c.Import_Start_Unchecked';
import importStepCheck from '@salesforce/label/c.Import_Step_Check';
import importStepImport from '@salesforce/label/c.Import_Step_Import';
import importStepMap from '@salesforce/label/c.Import_Step_Map';
import importStepUpload from '@salesforce/label/c.Import_Step_Upload';
import importSteps from '@salesforce/label/c.Import_Steps';
import importSubtitle from '@salesforce/label/c.Import_Subtitle';
import importTemplate from '@salesforce/label/c.Import_Template';
import importTitle from '@salesforce/label/c.Import_Title';

export const labels = {
  importBack,
  importCheckStart,
  importErrorParser,
  importMapNoForm,
  importMapNoNumber,
  importMapTwice,
  importStartUnchecked,
  importStepCheck,
  importStepImport,
  importStepMap,
  importStepUpload,
  importSteps,
  importSubtitle,
  importTemplate,
  importTitle,
};
