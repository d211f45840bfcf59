import guardConcerned from '@salesforce/label/c.Guard_Concerned';
import guardContinueGiving from '@salesforce/label/c.Guard_Continue_Giving';
import guardContinueTaking from '@salesforce/label/c.Guard_Continue_Taking';
import guardHeading from '@salesforce/label/c.Guard_Heading';
import guardIfContinue from '@salesforce/label/c.Guard_If_Continue';
import guardIfStop from '@salesforce/label/c.Guard_If_Stop';
import guardMeanwhileGiving from '@salesforce/label/c.Guard_Meanwhile_Giving';
import guardMeanwhileTaking from '@salesforce/label/c.Guard_Meanwhile_Taking';
import guardNobodyYet from '@salesforce/label/c.Guard_Nobody_Yet';
import guardRaise from '@salesforce/label/c.Guard_Raise';
import guardSilent from '@salesforce/label/c.Guard_Silent';
import guardSoFar from '@salesforce/label/c.Guard_So_Far';
import guardStopGiving from '@salesforce/label/c.Guard_Stop_Giving';
import guardStopTaking from '@salesforce/label/c.Guard_Stop_Taking';
import processCancel from '@salesforce/label/c.Process_Cancel';
import processResume from '@salesforce/label/c.Process_Resume';
import provisioningGuardSeatsNext from '@salesforce/label/c.Provisioning_Guard_SeatsNext';

export const labels = {
  guardConcerned,
  guardContinueGiving,
  guardContinueTaking,
  guardHeading,
  guardIfContinue,
  guardIfStop,
  guardMeanwhileGiving,
  guardMeanwhileTaking,
  guardNobodyYet,
  guardRaise,
  guardSilent,
  guardSoFar,
  guardStopGiving,
  guardStopTaking,
  processCancel,
  processResume,
  provisioningGuardSeatsNext,
};
