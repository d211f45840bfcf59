import consoleShowChart from '@salesforce/label/c.Console_Show_Chart';
import consoleShowTable from '@salesforce/label/c.Console_Show_Table';

export const labels = {
  consoleShowChart,
  consoleShowTable,
};
