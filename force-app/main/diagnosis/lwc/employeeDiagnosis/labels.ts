import diagnosisCopied from '@salesforce/label/c.Diagnosis_Copied';
import diagnosisCopy from '@salesforce/label/c.Diagnosis_Copy';
import diagnosisCopyRefused from '@salesforce/label/c.Diagnosis_Copy_Refused';
import diagnosisEmptyHeading from '@salesforce/label/c.Diagnosis_Empty_Heading';
import diagnosisEmptyText from '@salesforce/label/c.Diagnosis_Empty_Text';
import diagnosisHowToFix from '@salesforce/label/c.Diagnosis_How_To_Fix';
import diagnosisKeepLockedOut from '@salesforce/label/c.Diagnosis_Keep_Locked_Out';
import diagnosisKeepReason from '@salesforce/label/c.Diagnosis_Keep_Reason';
import diagnosisLetRunsDecide from '@salesforce/label/c.Diagnosis_Let_Runs_Decide';
import diagnosisMatches from '@salesforce/label/c.Diagnosis_Matches';
import diagnosisObstacles from '@salesforce/label/c.Diagnosis_Obstacles';
import diagnosisOf from '@salesforce/label/c.Diagnosis_Of';
import diagnosisProcess from '@salesforce/label/c.Diagnosis_Process';
import diagnosisRule from '@salesforce/label/c.Diagnosis_Rule';
import diagnosisRuns from '@salesforce/label/c.Diagnosis_Runs';
import diagnosisUser from '@salesforce/label/c.Diagnosis_User';
import diagnosisUsers from '@salesforce/label/c.Diagnosis_Users';
import diagnosisVerdict from '@salesforce/label/c.Diagnosis_Verdict';
import employeesAbout from '@salesforce/label/c.Employees_About';
import itemsCause from '@salesforce/label/c.Items_Cause';
import itemsMessage from '@salesforce/label/c.Items_Message';
import itemsOutcome from '@salesforce/label/c.Items_Outcome';

export const labels = {
  diagnosisCopied,
  diagnosisCopy,
  diagnosisCopyRefused,
  diagnosisEmptyHeading,
  diagnosisEmptyText,
  diagnosisHowToFix,
  diagnosisKeepLockedOut,
  diagnosisKeepReason,
  diagnosisLetRunsDecide,
  diagnosisMatches,
  diagnosisObstacles,
  diagnosisOf,
  diagnosisProcess,
  diagnosisRule,
  diagnosisRuns,
  diagnosisUser,
  diagnosisUsers,
  diagnosisVerdict,
  employeesAbout,
  itemsCause,
  itemsMessage,
  itemsOutcome,
};
