import consoleLoadMore from '@salesforce/label/c.Console_Load_More';
import consoleLoading from '@salesforce/label/c.Console_Loading';
import consoleMoreActions from '@salesforce/label/c.Console_More_Actions';
import consoleSelectAll from '@salesforce/label/c.Console_Select_All';
import consoleSelectRow from '@salesforce/label/c.Console_Select_Row';
import consoleShowing from '@salesforce/label/c.Console_Showing';
import consoleShowingSome from '@salesforce/label/c.Console_Showing_Some';

export const labels = {
  consoleLoadMore,
  consoleLoading,
  consoleMoreActions,
  consoleSelectAll,
  consoleSelectRow,
  consoleShowing,
  consoleShowingSome,
};
