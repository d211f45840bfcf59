import consoleSeverityError from '@salesforce/label/c.Console_Severity_Error';
import consoleSeverityWarning from '@salesforce/label/c.Console_Severity_Warning';
import overviewNeedsNone from '@salesforce/label/c.Overview_Needs_None';

export const labels = {
  consoleSeverityError,
  consoleSeverityWarning,
  overviewNeedsNone,
};
