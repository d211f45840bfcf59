import importDecideDone from '@salesforce/label/c.ImportDecide_Done';
import importDecideLater from '@salesforce/label/c.ImportDecide_Later';
import importDecideLegend from '@salesforce/label/c.ImportDecide_Legend';
import importDecideOf from '@salesforce/label/c.ImportDecide_Of';
import importDecideOther from '@salesforce/label/c.ImportDecide_Other';
import importDecideOtherText from '@salesforce/label/c.ImportDecide_OtherText';
import importDecideRow from '@salesforce/label/c.ImportDecide_Row';
import importDecideSame from '@salesforce/label/c.ImportDecide_Same';
import importDecideSameText from '@salesforce/label/c.ImportDecide_SameText';
import importDecideSave from '@salesforce/label/c.ImportDecide_Save';
import samePersonDifferent from '@salesforce/label/c.SamePerson_Different';

export const labels = {
  importDecideDone,
  importDecideLater,
  importDecideLegend,
  importDecideOf,
  importDecideOther,
  importDecideOtherText,
  importDecideRow,
  importDecideSame,
  importDecideSameText,
  importDecideSave,
  samePersonDifferent,
};
