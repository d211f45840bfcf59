import importColumnUnnamed from '@salesforce/label/c.Import_Column_Unnamed';
import importErrorEmpty from '@salesforce/label/c.Import_Error_Empty';
import importErrorNoRows from '@salesforce/label/c.Import_Error_No_Rows';
import importErrorQuotes from '@salesforce/label/c.Import_Error_Quotes';
import importErrorTooMany from '@salesforce/label/c.Import_Error_Too_Many';
import importErrorWorkbook from '@salesforce/label/c.Import_Error_Workbook';

export const labels = {
  importColumnUnnamed,
  importErrorEmpty,
  importErrorNoRows,
  importErrorQuotes,
  importErrorTooMany,
  importErrorWorkbook,
};
