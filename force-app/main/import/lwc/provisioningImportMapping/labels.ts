import importMapAnother from '@salesforce/label/c.Import_Map_Another';
import importMapColumn from '@salesforce/label/c.Import_Map_Column';
import importMapEmpty from '@salesforce/label/c.Import_Map_Empty';
import importMapEmptyEmpty from '@salesforce/label/c.Import_Map_Empty_Empty';
import importMapEmptyKeep from '@salesforce/label/c.Import_Map_Empty_Keep';
import importMapEncoding from '@salesforce/label/c.Import_Map_Encoding';
import importMapEncodingRecognised from '@salesforce/label/c.Import_Map_Encoding_Recognised';
import importMapFile from '@salesforce/label/c.Import_Map_File';
import importMapForm from '@salesforce/label/c.Import_Map_Form';
import importMapFormChoose from '@salesforce/label/c.Import_Map_Form_Choose';
import importMapFormDashes from '@salesforce/label/c.Import_Map_Form_Dashes';
import importMapFormDmy from '@salesforce/label/c.Import_Map_Form_Dmy';
import importMapFormDots from '@salesforce/label/c.Import_Map_Form_Dots';
import importMapFormIso from '@salesforce/label/c.Import_Map_Form_Iso';
import importMapFormMdy from '@salesforce/label/c.Import_Map_Form_Mdy';
import importMapFound from '@salesforce/label/c.Import_Map_Found';
import importMapFoundChosen from '@salesforce/label/c.Import_Map_Found_Chosen';
import importMapFoundContent from '@salesforce/label/c.Import_Map_Found_Content';
import importMapFoundLast from '@salesforce/label/c.Import_Map_Found_Last';
import importMapFoundName from '@salesforce/label/c.Import_Map_Found_Name';
import importMapFoundNone from '@salesforce/label/c.Import_Map_Found_None';
import importMapFullName from '@salesforce/label/c.Import_Map_Full_Name';
import importMapMeans from '@salesforce/label/c.Import_Map_Means';
import importMapMeansOpen from '@salesforce/label/c.Import_Map_Means_Open';
import importMapNone from '@salesforce/label/c.Import_Map_None';
import importMapRemember from '@salesforce/label/c.Import_Map_Remember';
import importMapSamples from '@salesforce/label/c.Import_Map_Samples';
import importMapTarget from '@salesforce/label/c.Import_Map_Target';
import importMapTargetOf from '@salesforce/label/c.Import_Map_Target_Of';
import importMapUsed from '@salesforce/label/c.Import_Map_Used';
import importMapValues from '@salesforce/label/c.Import_Map_Values';

export const labels = {
  importMapAnother,
  importMapColumn,
  importMapEmpty,
  importMapEmptyEmpty,
  importMapEmptyKeep,
  importMapEncoding,
  importMapEncodingRecognised,
  importMapFile,
  importMapForm,
  importMapFormChoose,
  importMapFormDashes,
  importMapFormDmy,
  importMapFormDots,
  importMapFormIso,
  importMapFormMdy,
  importMapFound,
  importMapFoundChosen,
  importMapFoundContent,
  importMapFoundLast,
  importMapFoundName,
  importMapFoundNone,
  importMapFullName,
  importMapMeans,
  importMapMeansOpen,
  importMapNone,
  importMapRemember,
  importMapSamples,
  importMapTarget,
  importMapTargetOf,
  importMapUsed,
  importMapValues,
};
