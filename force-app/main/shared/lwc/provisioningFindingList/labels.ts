import consolePeople from '@salesforce/label/c.Console_People';
import consoleSeverityError from '@salesforce/label/c.Console_Severity_Error';
import consoleSeverityInfo from '@salesforce/label/c.Console_Severity_Info';
import consoleSeverityWarning from '@salesforce/label/c.Console_Severity_Warning';
import linksTitle from '@salesforce/label/c.Links_Title';

export const labels = {
  consolePeople,
  consoleSeverityError,
  consoleSeverityInfo,
  consoleSeverityWarning,
  linksTitle,
};
