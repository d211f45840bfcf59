import appsPreviewAttribute from '@salesforce/label/c.Apps_Preview_Attribute';
import appsPreviewAttributes from '@salesforce/label/c.Apps_Preview_Attributes';
import appsPreviewCalls from '@salesforce/label/c.Apps_Preview_Calls';
import appsPreviewDue from '@salesforce/label/c.Apps_Preview_Due';
import appsPreviewHeading from '@salesforce/label/c.Apps_Preview_Heading';
import appsPreviewHere from '@salesforce/label/c.Apps_Preview_Here';
import appsPreviewNoCalls from '@salesforce/label/c.Apps_Preview_No_Calls';
import appsPreviewNote from '@salesforce/label/c.Apps_Preview_Note';
import appsPreviewSend from '@salesforce/label/c.Apps_Preview_Send';
import appsPreviewSent from '@salesforce/label/c.Apps_Preview_Sent';
import appsPreviewThere from '@salesforce/label/c.Apps_Preview_There';
import appsRequestOperation from '@salesforce/label/c.Apps_Request_Operation';
import appsRequestPerson from '@salesforce/label/c.Apps_Request_Person';
import appsVerdictCreated from '@salesforce/label/c.Apps_Verdict_Created';
import appsVerdictFailed from '@salesforce/label/c.Apps_Verdict_Failed';
import appsVerdictLinked from '@salesforce/label/c.Apps_Verdict_Linked';
import appsVerdictSkipped from '@salesforce/label/c.Apps_Verdict_Skipped';
import appsVerdictUpdated from '@salesforce/label/c.Apps_Verdict_Updated';
import consoleClose from '@salesforce/label/c.Console_Close';

export const labels = {
  appsPreviewAttribute,
  appsPreviewAttributes,
  appsPreviewCalls,
  appsPreviewDue,
  appsPreviewHeading,
  appsPreviewHere,
  appsPreviewNoCalls,
  appsPreviewNote,
  appsPreviewSend,
  appsPreviewSent,
  appsPreviewThere,
  appsRequestOperation,
  appsRequestPerson,
  appsVerdictCreated,
  appsVerdictFailed,
  appsVerdictLinked,
  appsVerdictSkipped,
  appsVerdictUpdated,
  consoleClose,
};
