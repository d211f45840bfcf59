import consoleClearFilters from '@salesforce/label/c.Console_Clear_Filters';
import consoleFilters from '@salesforce/label/c.Console_Filters';
import consoleRemoveFilter from '@salesforce/label/c.Console_Remove_Filter';
import consoleSearch from '@salesforce/label/c.Console_Search';

export const labels = {
  consoleClearFilters,
  consoleFilters,
  consoleRemoveFilter,
  consoleSearch,
};
