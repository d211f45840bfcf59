import consolePeople from '@salesforce/label/c.Console_People';
import consoleSeverityError from '@salesforce/label/c.Console_Severity_Error';
import consoleSeverityInfo from '@salesforce/label/c.Console_Severity_Info';
import consoleSeverityWarning from '@salesforce/label/c.Console_Severity_Warning';

export const labels = {
  consolePeople,
  consoleSeverityError,
  consoleSeverityInfo,
  consoleSeverityWarning,
};
